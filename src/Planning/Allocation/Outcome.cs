namespace Guildhall.Planning.Allocation;

/// <summary>A place of a person.</summary>
/// <param name="Person">Index in <see cref="AllocationProblem.People"/>.</param>
/// <param name="Slot">Index in <see cref="AllocationProblem.Slots"/>.</param>
/// <param name="Session">Index in <see cref="AllocationProblem.Sessions"/>, or <see langword="null"/> = no place was found.</param>
/// <param name="Rank">The wish that it fulfils, 1 = first on the valid list; <see langword="null"/> = not on the list, or no place.</param>
/// <param name="IsFixed">Whether it was fixed beforehand.</param>
public sealed record Place(int Person, int Slot, int? Session, int? Rank, bool IsFixed);

/// <summary>A value that is to be small, and the floor that was proven for it.</summary>
/// <param name="Value">The value reached.</param>
/// <param name="Bound">No allocation has less than this.</param>
public readonly record struct BoundedValue(long Value, long Bound)
{
    /// <summary>Whether nothing better is possible.</summary>
    public bool IsProven => Value <= Bound;

    /// <summary>How far the value may be from the best, 0 when proven.</summary>
    public long Gap => Math.Max(0, Value - Bound);
}

/// <summary>One run of the planner: who goes where, how good that is, and how sure.</summary>
public sealed class AllocationOutcome
{
    internal AllocationOutcome(AllocationProblem problem, IReadOnlyList<Place> places)
    {
        Problem = problem;
        Places = places;
    }

    /// <summary>The problem that was solved.</summary>
    public AllocationProblem Problem { get; }

    /// <summary>A place for each person and slot in which they are neither away nor presenting, by person, then slot.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>For each person their regret: 0 = all they could wish for.</summary>
    public required IReadOnlyList<int> Regrets { get; init; }

    /// <summary>Slots left empty although wanted. The first objective.</summary>
    public required BoundedValue Empty { get; init; }

    /// <summary>The largest regret. The second objective; its bound holds among allocations with no more empty slots.</summary>
    public required BoundedValue WorstRegret { get; init; }

    /// <summary>
    /// The sum of (1 + carry) x regret^2. The third objective; its bound holds among allocations with no more empty slots and no
    /// larger worst regret.
    /// </summary>
    public required BoundedValue WeightedSquares { get; init; }

    /// <summary>Whether all three objectives are proven optimal.</summary>
    public bool IsOptimal => Empty.IsProven && WorstRegret.IsProven && WeightedSquares.IsProven;

    /// <summary>The three values.</summary>
    public Objective Objective => new((int)Empty.Value, (int)WorstRegret.Value, WeightedSquares.Value);

    /// <summary>Sessions with a minimum that do not run, as indexes in <see cref="AllocationProblem.Sessions"/>.</summary>
    public required IReadOnlyList<int> NotRunning { get; init; }

    /// <summary>The prices from which the bounds follow, for whoever wants to recount them.</summary>
    public required AllocationProof Proof { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The version of the planner.</summary>
    public required string Version { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }
}
