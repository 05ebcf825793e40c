using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>
/// Why a workshop fits somebody, the strongest last. The number is its weight: each reason outweighs all weaker ones together, so that the
/// order can be said in one sentence.
/// </summary>
public enum FitReason
{
    /// <summary>It serves a topic or priority of the day.</summary>
    Priority = 1,

    /// <summary>It speaks of a key stage that they teach.</summary>
    KeyStage = 2,

    /// <summary>It is for their role group, and not for everybody.</summary>
    RoleGroup = 4,

    /// <summary>It speaks of a subject that they teach.</summary>
    Subject = 8,

    /// <summary>A PD lead suggests it to them.</summary>
    Suggestion = 16,

    /// <summary>They have said that its topic matters to them.</summary>
    Need = 32,
}

/// <summary>What is known of somebody who chooses.</summary>
public sealed record FitPerson(RoleGroup RoleGroup, IReadOnlyCollection<string> Subjects, IReadOnlyCollection<string> KeyStages);

/// <summary>A workshop that they can pick, as far as its fit depends on it.</summary>
public sealed record FitWorkshop(Guid Id, string Code, string Title, string Summary, IReadOnlyCollection<RoleGroup> Audience)
{
    /// <summary>The wanted topic that it serves; null = none.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether they have said that this topic matters to them.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The priority that it serves, in its presenters' words.</summary>
    public string Priority { get; init; } = "";

    /// <summary>What PD leads suggest to people of their school.</summary>
    public IReadOnlyList<FitSuggestion> Suggestions { get; init; } = [];
}

/// <summary>A suggestion to people of a school.</summary>
/// <param name="By">Who suggests it.</param>
/// <param name="RoleGroup">To whom; null = to everybody there.</param>
/// <param name="Note">Why.</param>
public sealed record FitSuggestion(string By, RoleGroup? RoleGroup, string Note);

/// <summary>How well a workshop fits somebody.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Weight">The sum of the weights of its reasons; 0 = nothing speaks for it in particular.</param>
/// <param name="Reasons">The reasons in words, the strongest first.</param>
public sealed record Fit(Guid Workshop, int Weight, IReadOnlyList<string> Reasons);
