namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>What the demo's workshops say about themselves.</summary>
internal static class DemoSummaries
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["W01"] = "How to read aloud with a whole class every day, and what fluency practice looks like from Year 2 to Year 9. "
            + "Bring a text you teach and leave with a week's plan for it.",
        ["W02"] = "We watch three short phonics sessions and look at where the minutes go. "
            + "You go home with two changes that keep the pace up without leaving the scheme.",
        ["W03"] = "Some pupils arrive in Year 7 unable to decode, and most of us were never shown what to do about it. "
            + "We go through the check we use, the first six weeks and how to keep it from feeling babyish.",
        ["W04"] = "Children write better when they have said it first. "
            + "We try out story talk, barrier games and sentence stems with the texts that nursery and Reception already use.",
        ["W05"] = "How to choose the eight or so words that a unit really needs, and teach them so that they stick. "
            + "Come with one unit from your own subject; you will work on it.",
        ["W06"] = "Short daily handwriting and spelling practice that does not eat the morning. "
            + "We look at books from six classes, what changed over a year and what we dropped.",
        ["W07"] = "What makes a text worth six weeks of a class's time, and who is missing from our lists. "
            + "There will be thirty books on the tables and time to read.",
        ["W08"] = "From the first paragraph in Year 7 to a full essay in Year 13, with one shared way of planning. "
            + "We mark two essays together and agree what the next step for each writer would be.",
        ["W09"] = "Quick recall without the panic: low-stakes practice, the order in which we teach the facts and games that earn their place. "
            + "You will see the data from two schools, including where it did not work.",
        ["W10"] = "Why the second example should differ from the first in one thing only. "
            + "We write a set of questions together for your next topic and try them on each other.",
        ["W11"] = "One picture that carries from sharing sweets in Year 1 to ratio at GCSE. "
            + "Primary and secondary staff work in pairs, so that each sees what comes before and after.",
        ["W12"] = "Subitising, part-whole and the language of more and fewer, with things you already have in the cupboard. "
            + "Suitable for teaching assistants who lead small groups.",
        ["W13"] = "What we did with a Year 11 group working at grade 3, week by week. "
            + "We share the question sets, the seating plan and the honest results.",
        ["W14"] = "We lay out one strand, forces, from Year 5 to Year 9 and find what is taught twice and what is never taught. "
            + "You leave with a way to do the same for your own strand.",
        ["W15"] = "How pupils can argue from sources rather than learn a list, from Key Stage 2 upwards. "
            + "Bring an enquiry question that fell flat and we will rewrite it.",
        ["W16"] = "Three fieldwork half-days that need no coach: the high street, the river path and the school grounds. "
            + "Risk assessments and recording sheets are included.",
        ["W17"] = "Sound and spelling first, then real exchanges between pupils in the first term. "
            + "We try it in Italian, so that everybody is a beginner.",
        ["W18"] = "How a sketchbook can show thinking instead of being a scrapbook of finished pieces. "
            + "You will draw, so wear something that can get charcoal on it.",
        ["W19"] = "For everybody who teaches music and cannot read it. "
            + "We sing, play four chords and plan a half-term that needs no piano.",
        ["W20"] = "Simple changes to how we set up a lesson that double the time pupils spend moving. "
            + "We go outside for half of it, so bring shoes that you can run in.",
        ["W21"] = "What to teach once the cat has crossed the screen: data, networks and physical computing with six micro:bits. "
            + "No experience is needed and everything is shared.",
        ["W22"] = "How we plan in the moment and still cover what the children need. "
            + "We look at a week of real notes from two nurseries and talk about what we would do next.",
        ["W23"] = "We take ordinary slides and remove things until the explanation works better. "
            + "Bring three of your own to take apart.",
        ["W24"] = "Cold call, no opt out and wait time, practised rather than talked about. "
            + "You will try each with a small group and get one piece of kind, specific feedback.",
        ["W25"] = "We began retrieval practice five years ago; this is what we kept, what we stopped and why. "
            + "It is for those who already do it and wonder whether it still helps.",
        ["W26"] = "Read a set of books in twenty minutes, note four things, teach them next morning. "
            + "We do it together with real books and compare the time it takes.",
        ["W27"] = "The routines that make mini-whiteboards worth having: when to hold up, what to look for and what to do next. "
            + "Includes what to do about pens.",
        ["W28"] = "Moderation with pieces from five of our schools, names removed. "
            + "We agree what a secure Year 4 piece looks like and where our judgements differ.",
        ["W29"] = "A mock exam is only worth its cost if Monday's lesson changes. "
            + "We go from a marked paper to three reteach lessons, using a simple sheet for question-level results.",
        ["W30"] = "One task that all can begin, and support that can be taken away again. "
            + "We adapt next week's lesson from your own planner, so bring it.",
        ["W31"] = "Walk through a classroom and a corridor as an autistic pupil might: light, noise, smell, crowds. "
            + "You leave with a one-page audit and three changes that cost nothing.",
        ["W32"] = "A speech and language therapist shows what to do while a family waits for an appointment. "
            + "Useful for anybody who talks with children, lunchtime staff included.",
        ["W33"] = "What the evidence says about fonts, coloured paper, reading aloud and extra time. "
            + "We sort common adjustments into those that help, those that might and those that do not.",
        ["W34"] = "Seating, movement, short instructions and a way back after a bad lesson. "
            + "A parent and a former pupil join us for the second half.",
        ["W35"] = "The five prompts that keep the pencil in the pupil's hand. "
            + "Teaching assistants practise in threes with real tasks from Years 2, 5 and 8.",
        ["W36"] = "How to keep an intervention going as it was meant: time, place, notes and a word with the class teacher. "
            + "We use the folder that three schools now share.",
        ["W37"] = "The first ten days of a pupil who arrives with no English, from the front office to the playground. "
            + "Buddy cards, a picture timetable and translated letters are yours to take.",
        ["W38"] = "We rewrite real education plans in plain words, with targets that a parent can picture. "
            + "Bring one with the name taken out.",
        ["W39"] = "Ten minutes before the lesson can do more than thirty minutes after it. "
            + "We plan a pre-teach together and look at how teachers and teaching assistants agree on it.",
        ["W40"] = "Doors, greetings, a task on the desk and a register that does not stop the lesson. "
            + "We film nobody, but we do practise.",
        ["W41"] = "What to say, where to stand and when silence works best. "
            + "Everybody who meets upset young people is welcome: office, kitchen and site staff have asked for this one.",
        ["W42"] = "Zones, playground leaders and games that run themselves, led by two lunchtime supervisors. "
            + "We look at where incidents happen and what changed when we moved the benches.",
        ["W43"] = "How to make the first phone call, and the fifth, without blame. "
            + "Scripts to try out, and what the attendance officer can and cannot do.",
        ["W44"] = "For the pupils who want to come and cannot. "
            + "We follow two pupils over a year, with the small steps that brought one of them back and what we learnt from the other.",
        ["W45"] = "What a restorative conversation is, and when it is the wrong tool. "
            + "You practise the five questions on a quarrel from your own school.",
        ["W46"] = "A voice coach on breath, pitch and being heard without shouting. "
            + "Bring water, and expect to make odd noises.",
        ["W47"] = "Five schools each stopped doing one thing: a report, a meeting, a display rule, a data drop and a policy. "
            + "They say what happened next and what they would do differently.",
        ["W48"] = "How to notice, what to ask, whom to tell and how to look after yourself. "
            + "This is an introduction and gives no certificate.",
        ["W49"] = "Plain facts about menopause, about caring for a parent or child, and about coming back after time away. "
            + "Managers are as welcome as those who are in the middle of it.",
        ["W50"] = "The yearly refresher with the part about small children: choking, seizures, asthma and allergic reactions. "
            + "You will kneel on the floor; tell the trainer if you cannot.",
        ["W51"] = "What you may and may not put into a chat tool, what it does well and what it makes up. "
            + "Bring a laptop and a planning job that you would be glad to hand over.",
        ["W52"] = "Sorting, filtering, a sum that updates itself and a chart that says something. "
            + "It goes slowly, there are no silly questions, and you work on your own sheet.",
        ["W53"] = "Make a letter, a slide and a web page that everybody can read, by screen reader or on a small phone. "
            + "We listen to our own documents being read aloud, which is quite something.",
        ["W54"] = "Four hundred pupils answered our survey about phones, games and group chats. "
            + "We go through what surprised us and plan one assembly and one letter home.",
        ["W55"] = "Ask more, tell less, and still be clear about what has to change. "
            + "Line managers of teachers and of support staff practise with cases from both.",
        ["W56"] = "When the subject team is you: planning across year groups, a budget of fifty pounds and whom to ring. "
            + "You meet the others who lead your subject alone.",
        ["W57"] = "What governors want to know, and how to say it in four pages. "
            + "We read two real reports, with permission, and a governor tells us what she skipped.",
        ["W58"] = "The first thirty seconds at the hatch, the angry caller and the parent in tears. "
            + "Office staff from four schools share the sentences that work.",
        ["W59"] = "Quotes, thresholds, framework agreements and the end-of-year rush, with examples from our own schools. "
            + "Bring a purchase you are unsure about.",
        ["W60"] = "Allergens, water checks and working alone: what the law asks and what we do in our schools. "
            + "For site and kitchen staff, and for whoever stands in for them.",
    };

    public static string Of(string workshop) => Texts.GetValueOrDefault(workshop, "");
}
