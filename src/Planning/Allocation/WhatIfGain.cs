namespace Guildhall.Planning.Allocation;

/// <summary>A change that an organiser can make.</summary>
public enum WhatIfChange
{
    /// <summary>One more seat in a session.</summary>
    OneMoreSeat,

    /// <summary>One more session of a workshop, with as many seats as the given one, in a slot in which the workshop does not run yet.</summary>
    OneMoreRun,

    /// <summary>A session that does not run may run with fewer people than its minimum.</summary>
    NoMinimum,
}

/// <summary>What a change would bring, found by solving the changed day.</summary>
/// <param name="Change">The change.</param>
/// <param name="Session">The session that changes, or of which there would be one more; an index in <see cref="AllocationProblem.Sessions"/>.</param>
/// <param name="Slot">The slot of the change, an index in <see cref="AllocationProblem.Slots"/>.</param>
/// <param name="Before">The objective without the change.</param>
/// <param name="After">
/// The objective with it. Regret is always measured against the best day that a person could have alone; one more run can make that
/// better too.
/// </param>
/// <param name="IsProven">Whether the changed day was solved to proven optimality.</param>
public sealed record WhatIfGain(WhatIfChange Change, int Session, int Slot, Objective Before, Objective After, bool IsProven);
