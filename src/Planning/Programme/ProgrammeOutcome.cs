using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Programme;

/// <summary>A programme, how good it is, and how sure.</summary>
public sealed class ProgrammeOutcome
{
    internal ProgrammeOutcome(ProgrammeProblem problem, ProgrammeBoard board) => (Problem, Board) = (problem, board);

    /// <summary>The problem.</summary>
    public ProgrammeProblem Problem { get; }

    /// <summary>The programme, its runs by slot, then room.</summary>
    public ProgrammeBoard Board { get; }

    /// <summary>Rules that it breaks, because no way was found to keep all; mostly empty.</summary>
    public required IReadOnlyList<ProgrammeConflict> Conflicts { get; init; }

    /// <summary>Whether it keeps every rule.</summary>
    public bool IsFeasible => Conflicts.Count == 0;

    /// <summary>Slots that stay empty although wanted, over all people.</summary>
    public required BoundedValue Empty { get; init; }

    /// <summary>The largest regret; its bound holds among programmes with no more empty slots.</summary>
    public required BoundedValue WorstRegret { get; init; }

    /// <summary>The weighted squares; their bound holds among programmes with no more empty slots and no larger worst regret.</summary>
    public required BoundedValue WeightedSquares { get; init; }

    /// <summary>
    /// The three values. Regret is measured from the best day that a person could have in any programme: were it measured from the best day in
    /// this one, a programme in which all good workshops clash would count as a good one, for nobody could have wished for more there.
    /// </summary>
    public Objective Objective => new((int)Empty.Value, (int)WorstRegret.Value, WeightedSquares.Value);

    /// <summary>Whether <see cref="Objective"/> is the best that people can have in this programme, proven by the allocation planner.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Whether no programme that keeps every rule is better.</summary>
    public bool IsOptimal => IsFeasible && Empty.IsProven && WorstRegret.IsProven && WeightedSquares.IsProven;

    /// <summary>For each of <see cref="ProgrammeProblem.People"/> the regret.</summary>
    public required IReadOnlyList<int> Regrets { get; init; }

    /// <summary>Whether it is the start that was given, unchanged.</summary>
    public required bool IsStart { get; init; }

    /// <summary>Changes proposed, by all searches.</summary>
    public required long Steps { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The version of the planner.</summary>
    public required string Version { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }
}
