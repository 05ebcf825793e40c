using System.Diagnostics;
using System.Reflection;
using Guildhall.Planning.Allocation.Solving;

namespace Guildhall.Planning.Allocation;

/// <summary>
/// Gives people places in sessions: first as many slots filled as possible, then the worst regret as small as possible, then the
/// weighted squares of regrets; each with a floor that proves it.
/// </summary>
/// <remarks>
/// Column generation over whole sets of places with exact pricing, branch and bound where that leaves something open
/// (docs/decisions/0002). Mostly a fraction of a second for 850 people; there is no polynomial bound on the time.
/// </remarks>
public static class AllocationPlanner
{
    /// <summary>The version of the planner: problem, seed and version together give the outcome.</summary>
    public static string Version { get; } =
        typeof(AllocationPlanner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Plans a day.</summary>
    /// <param name="problem">The day.</param>
    /// <param name="options">How to run; the defaults when not given.</param>
    /// <param name="progress">Told about each stage and each better allocation, from the calling thread.</param>
    /// <param name="cancellation">Stops the run: the best allocation so far is returned with its bounds, never thrown away.</param>
    /// <returns>An allocation that keeps every rule. When stopped early the bounds say how far from the best it may be.</returns>
    public static AllocationOutcome Plan(
        AllocationProblem problem,
        PlannerOptions? options = null,
        IProgress<PlannerProgress>? progress = null,
        CancellationToken cancellation = default) =>
        Plan(problem, options ?? new PlannerOptions(), progress, warmStart: null, cancellation);

    internal static AllocationOutcome Plan(
        AllocationProblem problem,
        PlannerOptions options,
        IProgress<PlannerProgress>? progress,
        WarmStart? warmStart,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        var started = Stopwatch.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.TimeLimit is { } limit)
            stop.CancelAfter(limit);
        var stages = new Stages(problem, options, stage => progress?.Report(stage with { Elapsed = Stopwatch.GetElapsedTime(started) }), stop.Token);
        stages.Run(warmStart);
        return stages.ToOutcome(Stopwatch.GetElapsedTime(started));
    }
}
