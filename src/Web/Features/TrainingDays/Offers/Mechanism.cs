namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>
/// What makes professional development work: the fourteen mechanisms of the Education Endowment Foundation's guidance report "Effective
/// Professional Development" (2021), in its four groups.
/// </summary>
public enum Mechanism
{
    ManageCognitiveLoad,
    RevisitPriorLearning,
    SetGoals,
    CredibleSource,
    AffirmProgress,
    Instruct,
    SocialSupport,
    Model,
    Feedback,
    Rehearse,
    PromptsAndCues,
    ActionPlanning,
    SelfMonitoring,
    Repetition,
}

/// <summary>A balanced design has at least one mechanism of each.</summary>
public enum MechanismGroup
{
    BuildKnowledge,
    MotivateStaff,
    DevelopTechniques,
    EmbedPractice,
}

public static class Mechanisms
{
    public static MechanismGroup Group(this Mechanism mechanism) => mechanism switch
    {
        <= Mechanism.RevisitPriorLearning => MechanismGroup.BuildKnowledge,
        <= Mechanism.AffirmProgress => MechanismGroup.MotivateStaff,
        <= Mechanism.Rehearse => MechanismGroup.DevelopTechniques,
        _ => MechanismGroup.EmbedPractice,
    };
}
