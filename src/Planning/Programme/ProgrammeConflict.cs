namespace Guildhall.Planning.Programme;

/// <summary>Which rule a board breaks.</summary>
public enum ProgrammeConflictKind
{
    /// <summary>A run names a workshop, a slot or a room that is not there.</summary>
    Unknown,

    /// <summary>Somebody presents two workshops in one slot.</summary>
    PresenterClash,

    /// <summary>The workshop cannot run in the slot, or one of its presenters is away.</summary>
    PresenterUnavailable,

    /// <summary>A presenter would have to go from one site to another without a free slot in between.</summary>
    Travel,

    /// <summary>Two runs are in one room at the same time.</summary>
    RoomUsedTwice,

    /// <summary>The room has fewer seats than the workshop needs people.</summary>
    RoomTooSmall,

    /// <summary>The room is not one that the workshop can be held in.</summary>
    RoomUnsuitable,

    /// <summary>A workshop runs twice in one slot.</summary>
    TwiceInSlot,

    /// <summary>A workshop runs more often than it may.</summary>
    TooManyRuns,

    /// <summary>A workshop runs less often than it must.</summary>
    TooFewRuns,

    /// <summary>What the organiser pinned is not so.</summary>
    PinBroken,
}

/// <summary>A rule that a board breaks.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Workshop">The identifier of the workshop that it is about.</param>
/// <param name="Runs">The runs that it is about, as indexes in <see cref="ProgrammeBoard.Runs"/>; empty when it is about a run that is missing.</param>
/// <param name="Text">What is wrong, a sentence for the organiser.</param>
public sealed record ProgrammeConflict(ProgrammeConflictKind Kind, string Workshop, IReadOnlyList<int> Runs, string Text);
