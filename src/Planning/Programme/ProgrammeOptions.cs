using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Programme;

/// <summary>How the planner runs.</summary>
public sealed record ProgrammeOptions
{
    /// <summary>Where chance begins.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>When to stop with the best so far. Not looked at when <see cref="StepLimit"/> is set.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// After so many proposals of each search to stop, whatever the time; <see langword="null"/> = by time. With a number, the same problem,
    /// start, seed, threads and version give the same outcome.
    /// </summary>
    public int? StepLimit { get; init; }

    /// <summary>How many searches run beside each other, 1 or more, each with its own chance.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>How far the planner is.</summary>
/// <param name="Elapsed">Time since it started.</param>
/// <param name="Share">How much of the time or of the steps is used up, from 0 to 1.</param>
/// <param name="Board">The best board so far, or <see langword="null"/> before there is one.</param>
/// <param name="Objective">What an allocation reaches on it, as <see cref="ProgrammeForecast.Objective"/> measures.</param>
public sealed record ProgrammeProgress(TimeSpan Elapsed, double Share, ProgrammeBoard? Board, Objective? Objective);
