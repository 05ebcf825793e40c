using Guildhall.Web.Features.TrainingDays.Offers;

namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>What the demo's offers on one theme have in common, so that each reads as if somebody had filled it in.</summary>
/// <param name="First">The number of the first workshop on it.</param>
/// <param name="Topic">The wanted topic that it serves; null for none.</param>
/// <param name="Why">Why it is wanted.</param>
/// <param name="Priority">The priority that the presenters name.</param>
/// <param name="Outcomes">What people can do afterwards.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="Mechanisms">How people learn in it.</param>
internal sealed record DemoTheme(
    int First, string? Topic, string Why, string Priority, string[] Outcomes, string Evidence, Mechanism[] Mechanisms)
{
    /// <summary>In the order of the workshops, which stand by theme.</summary>
    public static IReadOnlyList<DemoTheme> All { get; } =
    [
        new(1, "Reading and writing in every phase", "Four of our schools named reading as their first priority, and Year 7 told us the same.",
            "Trust priority 1: every pupil reads well by the end of Key Stage 2",
            [
                "You can plan and lead a week of it with a text that you already teach, and know what to look for in pupils.",
                "You leave with one change for your own class and a way to see within half a term whether it works.",
                "You can show a colleague how it is done and why, and use the same words for it as the school next door.",
            ],
            "We have done it for a year in two of our schools and bring the pupils' work, also where it did not go well.",
            [Mechanism.RevisitPriorLearning, Mechanism.CredibleSource, Mechanism.Model, Mechanism.Rehearse, Mechanism.ActionPlanning]),
        new(9, "Mathematics from Reception to GCSE", "Pupils meet three different methods between Year 2 and Year 8.",
            "Trust priority 2: one way through mathematics",
            [
                "You can choose and order examples for your next unit, and say what each one is there for.",
                "You know what your pupils met before and will meet next, and can use the same picture for it.",
            ],
            "It rests on the guidance reports for mathematics and on the results of two of our year groups.",
            [Mechanism.ManageCognitiveLoad, Mechanism.CredibleSource, Mechanism.Model, Mechanism.Rehearse, Mechanism.PromptsAndCues]),
        new(14, null, "", "Our subject leaders asked for time with others who lead the same subject",
            [
                "You can rework one unit of your own so that it builds on what pupils did the year before.",
                "You take home a half-term's plan, the materials for it and somebody to ring.",
            ],
            "We have tried it in our own department and talk about what we would do differently.",
            [Mechanism.ManageCognitiveLoad, Mechanism.SetGoals, Mechanism.SocialSupport, Mechanism.Model, Mechanism.ActionPlanning]),
        new(23, "Teaching that all of us can use", "Staff said in the survey that they want fewer ideas and longer on each.",
            "Trust priority 3: assessment that helps tomorrow's lesson",
            [
                "You can use it in your next lesson, have tried it once in front of others, and know the two usual mistakes.",
                "You can decide when it is worth doing and when it is not, and explain that to your team.",
            ],
            "The research behind it is fairly strong; we give you the two papers that matter and say where they stop.",
            [Mechanism.ManageCognitiveLoad, Mechanism.RevisitPriorLearning, Mechanism.SetGoals, Mechanism.Model, Mechanism.Feedback, Mechanism.Rehearse, Mechanism.Repetition]),
        new(30, "Pupils with special educational needs", "More of our pupils have a plan every year, and most of their day is not with a specialist.",
            "Trust priority 4: inclusion begins in the classroom",
            [
                "You can make three changes to your room and your routines that cost nothing, and know whom they help.",
                "You can talk with a parent about what you see and agree on one thing to try.",
                "You know what to do first, what to leave to others, and whom in the trust to ask.",
            ],
            "It comes from our specialist team's work in nine schools, with what families told us.",
            [Mechanism.ManageCognitiveLoad, Mechanism.CredibleSource, Mechanism.AffirmProgress, Mechanism.Instruct, Mechanism.PromptsAndCues, Mechanism.SelfMonitoring]),
        new(40, "Behaviour, attendance and belonging", "Attendance is still two points below what it was, and it is not the same children as then.",
            "Trust priority 5: everybody in, on time and safe",
            [
                "You can say the first sentence and the second one, and have practised both with somebody from another school.",
                "You can spot early who is drifting away and know the first three things to do.",
            ],
            "We bring two years of our own figures and three cases, told with permission.",
            [Mechanism.RevisitPriorLearning, Mechanism.AffirmProgress, Mechanism.Model, Mechanism.Rehearse, Mechanism.Feedback, Mechanism.ActionPlanning]),
        new(46, null, "", "Looking after each other: workload, health and safety",
            [
                "You know what helps, what the trust offers and how to ask for it.",
                "You can do the first two minutes right, and know who takes over.",
            ],
            "It follows the current national guidance, which we have boiled down to one page.",
            [Mechanism.ManageCognitiveLoad, Mechanism.CredibleSource, Mechanism.Instruct, Mechanism.Rehearse, Mechanism.PromptsAndCues]),
        new(51, "Roles outside the classroom", "Office, site, kitchen and technical staff told us that training days have nothing for them.",
            "Nearly half of our staff do not teach: something that fits for each of them",
            [
                "You go home with a piece of your own work done differently, and the file to do it again.",
                "You know what the law asks, what our schools do and where to find both on a busy morning.",
            ],
            "Colleagues in the same job from four schools have put it together from what they are asked most.",
            [Mechanism.SetGoals, Mechanism.CredibleSource, Mechanism.SocialSupport, Mechanism.Model, Mechanism.PromptsAndCues, Mechanism.ActionPlanning]),
        new(55, "Leading people", "Most line managers have never been shown how.",
            "Trust priority 6: good line management for everybody",
            [
                "You can prepare and hold the conversation that you have been putting off.",
                "You can say in a page what is going well, what is not and what you need.",
            ],
            "We use it ourselves every half-term and show two real examples.",
            [Mechanism.RevisitPriorLearning, Mechanism.SetGoals, Mechanism.Model, Mechanism.Rehearse, Mechanism.Feedback, Mechanism.SelfMonitoring]),
    ];

    public static DemoTheme Of(string workshop)
    {
        var number = int.Parse(workshop.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
        return number is 58 or 59 or 60 ? All.Single(theme => theme.First == 51) : All.Last(theme => theme.First <= number);
    }
}
