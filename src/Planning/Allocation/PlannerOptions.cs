namespace Guildhall.Planning.Allocation;

/// <summary>How the planner runs. None of these changes what the best objective values are.</summary>
public sealed record PlannerOptions
{
    /// <summary>Breaks ties between equally good allocations: the same problem, seed and version give the same outcome.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// When to stop with the best so far; <see langword="null"/> = when it is proven. An outcome that ran into the limit can differ
    /// from run to run.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>How many threads to use, 1 or more; it does not change the outcome.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
