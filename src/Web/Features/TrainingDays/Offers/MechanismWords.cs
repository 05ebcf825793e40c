namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>The mechanisms and their groups, said as a presenter would.</summary>
public static class MechanismWords
{
    public static string Words(this MechanismGroup group) => group switch
    {
        MechanismGroup.BuildKnowledge => "Build knowledge",
        MechanismGroup.MotivateStaff => "Motivate staff",
        MechanismGroup.DevelopTechniques => "Develop techniques",
        MechanismGroup.EmbedPractice => "Embed practice",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, message: null),
    };

    public static string Words(this Mechanism mechanism) => mechanism switch
    {
        Mechanism.ManageCognitiveLoad => "New things come in small steps, and nothing distracts from them",
        Mechanism.RevisitPriorLearning => "We come back to what people learnt before",
        Mechanism.SetGoals => "People set themselves a goal, or agree one",
        Mechanism.CredibleSource => "It comes from somebody whom people have reason to trust, such as research or an experienced colleague",
        Mechanism.AffirmProgress => "People hear what has gone well once they have made progress",
        Mechanism.Instruct => "I explain how to do it",
        Mechanism.SocialSupport => "Colleagues help each other do it",
        Mechanism.Model => "I show it, live or on film",
        Mechanism.Feedback => "Somebody watches and says what to do better",
        Mechanism.Rehearse => "People try it out here, before they do it at work",
        Mechanism.PromptsAndCues => "People take something with them that reminds them, such as a checklist or a poster",
        Mechanism.ActionPlanning => "People plan when and where they will do it",
        Mechanism.SelfMonitoring => "People note for themselves how it goes",
        Mechanism.Repetition => "People do it again and again where they work",
        _ => throw new ArgumentOutOfRangeException(nameof(mechanism), mechanism, message: null),
    };
}

/// <summary>
/// How balanced a design is: from how many of the four groups it has something. It says nothing about how well the workshop will work, and
/// pages must not say so either.
/// </summary>
/// <param name="Missing">The groups from which there is nothing.</param>
public sealed record MechanismBalance(IReadOnlyList<MechanismGroup> Missing)
{
    private static readonly MechanismGroup[] All = Enum.GetValues<MechanismGroup>();

    /// <summary>In a sentence to who writes it; the script in mechanisms.js says the same.</summary>
    public string Words => $"Balanced design: you have {Groups}";

    /// <summary>The same to those who read the offer of somebody else.</summary>
    public string ToReader => $"Balanced design: this offer has {Groups}";

    private string Groups =>
        $"{(Missing.Count == 0 ? "all" : (All.Length - Missing.Count).Words())} of the four groups"
        + (Missing.Count == 0 ? "." : $"; missing: {string.Join(", ", Missing.Select(group => group.Words().ToLowerInvariant()))}.");

    public static MechanismBalance Of(IEnumerable<Mechanism> mechanisms)
    {
        var there = mechanisms.Select(mechanism => mechanism.Group()).ToHashSet();
        return new MechanismBalance([.. All.Where(group => !there.Contains(group))]);
    }
}
