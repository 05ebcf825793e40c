namespace Guildhall.Planning.Reviewing;

/// <summary>Who reads what.</summary>
public sealed class ReviewOutcome
{
    internal ReviewOutcome(ReviewProblem problem, IReadOnlyList<IReadOnlyList<int>> readers, ulong seed) =>
        (Problem, Readers, Seed) = (problem, readers, seed);

    /// <summary>The problem that was solved.</summary>
    public ReviewProblem Problem { get; }

    /// <summary>For each offer its readers, as indexes in <see cref="ReviewProblem.Reviewers"/>, settled ones included.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Readers { get; }

    /// <summary>The seed that chose among equally good plans.</summary>
    public ulong Seed { get; }

    /// <summary>How many offers each reviewer reads.</summary>
    public IReadOnlyList<int> Loads => [.. Problem.Reviewers.Select((_, reviewer) => Readers.Count(readers => readers.Contains(reviewer)))];

    /// <summary>How many readers each offer is short of.</summary>
    public IReadOnlyList<int> Missing => [.. Readers.Select(readers => Math.Max(0, Problem.ReadersEach - readers.Count))];
}
