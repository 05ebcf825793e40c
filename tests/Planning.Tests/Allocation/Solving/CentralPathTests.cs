using Guildhall.Planning.Allocation;
using Guildhall.Planning.Allocation.Solving;

namespace Guildhall.Planning.Tests.Allocation.Solving;

public class CentralPathTests
{
    [Fact]
    public void Its_bound_is_never_above_the_best_allocation_and_mostly_just_below()
    {
        var (days, met) = (0, 0);
        for (ulong seed = 1; seed <= 200; seed++)
        {
            var problem = SmallDay.Make(seed);
            if (problem.SchoolCap is not null || problem.Sessions.Any(session => session.Minimum > 1))
                continue;
            var best = AllocationPlanner.Plan(problem, new PlannerOptions { Threads = 1 }).Objective;
            var model = new Model(problem, seed: 1);

            var path = Follow(model, new Limits((int)best.Empty - model.ForcedEmpty, (int)best.WorstRegret));

            path.Bound.ShouldBeLessThan(best.WeightedSquares + TieBreak.MostTogether + 1e-6, $"seed {seed}");
            days++;
            if (TieBreak.WholeFloor(path.Bound) >= best.WeightedSquares)
                met++;
        }
        days.ShouldBeGreaterThan(50);
        met.ShouldBeGreaterThan(days * 9 / 10);
    }

    [Fact]
    public void Its_end_gives_everybody_columns_that_they_may_have()
    {
        var model = new Model(SmallDay.Make(5), seed: 1);

        var path = Follow(model, new Limits(0, 9));

        for (var person = 0; person < model.PersonCount; person++)
        {
            var columns = path.ColumnsOf(person).ToList();
            columns.ShouldNotBeEmpty();
            columns.ShouldAllBe(column => column.Person == person && column.Regret <= 9);
        }
    }

    private static CentralPath Follow(Model model, Limits limits)
    {
        var path = new CentralPath(model, new Sweep(model, threads: 1), limits);
        path.Run(new double[model.SessionCount], double.PositiveInfinity, CancellationToken.None);
        return path;
    }
}
