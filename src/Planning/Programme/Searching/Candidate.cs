using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Programme.Searching;

/// <summary>A programme and what people can have in it.</summary>
/// <param name="Grid">The programme.</param>
/// <param name="Objective">What an allocation reaches.</param>
/// <param name="IsExact">Whether no allocation there is better.</param>
/// <param name="Regrets">For each person the regret in that allocation.</param>
internal sealed record Candidate(Grid Grid, Objective Objective, bool IsExact, IReadOnlyList<int> Regrets)
{
    private const int RoundsToTune = 150;

    /// <summary>Seats people by the quick rule, at prices found for this programme alone.</summary>
    public static Candidate Quick(ProgrammeProblem problem, Grid grid, ulong seed)
    {
        var facts = problem.Facts;
        var market = new Market(facts, new Scale(facts));
        market.Open(grid.AllSeats());
        market.Tune(RoundsToTune, 0.3);
        return Quick(problem, grid, market, seed);
    }

    /// <summary>Seats people by the quick rule.</summary>
    public static Candidate Quick(ProgrammeProblem problem, Grid grid, Market market, ulong seed)
    {
        var facts = problem.Facts;
        var seating = new Seating(facts, [.. problem.Workshops.Select(workshop => workshop.Smallest)], seed);
        var objective = seating.Run(market);
        return new Candidate(grid, objective, IsExact: false, seating.Regrets());
    }

    /// <summary>Asks the allocation planner; keeps what is known when it has nothing better in time.</summary>
    public Candidate Solved(ProgrammeProblem problem, PlannerOptions options, CancellationToken cancellation)
    {
        if (IsExact || !ExactDay.IsPossible(problem.Facts))
            return this;
        var outcome = AllocationPlanner.Plan(ExactDay.Of(problem, Grid), options, null, cancellation);
        return outcome.IsOptimal || outcome.Objective < Objective
            ? new Candidate(Grid, outcome.Objective, outcome.IsOptimal, [.. outcome.Regrets.Take(problem.People.Count)])
            : this;
    }
}
