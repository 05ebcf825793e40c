namespace Guildhall.Planning.Allocation;

/// <summary>What the planner is doing.</summary>
public enum PlannerStage
{
    /// <summary>Reading the day and finding what prices the seats have.</summary>
    Preparing,

    /// <summary>Filling as many slots as possible.</summary>
    FillingSlots,

    /// <summary>Making the worst regret small.</summary>
    SparingTheWorst,

    /// <summary>Making the sum of squares small.</summary>
    SharingTheRest,

    /// <summary>Writing down the outcome and checking it.</summary>
    Finishing,
}

/// <summary>How far the planner is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Elapsed">Time since it started.</param>
/// <param name="Best">The best allocation so far, or <see langword="null"/> before there is one.</param>
public sealed record PlannerProgress(PlannerStage Stage, TimeSpan Elapsed, Objective? Best);
