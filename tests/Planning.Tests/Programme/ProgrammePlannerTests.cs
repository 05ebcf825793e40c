using Guildhall.Planning.Programme;

namespace Guildhall.Planning.Tests.Programme;

public sealed class ProgrammePlannerTests
{
    private static readonly ProgrammeOptions Short = new() { StepLimit = 300, Threads = 1 };

    [Fact]
    public void On_problems_on_which_everything_can_be_tried_its_value_can_be_had_and_no_bound_is_above_it()
    {
        for (ulong seed = 1; seed <= 25; seed++)
        {
            var problem = SmallProgramme.Make(seed);
            var all = SmallProgramme.All(problem).ToList();
            var outcome = ProgrammePlanner.Plan(problem, options: Short with { Seed = seed });
            outcome.IsFeasible.ShouldBe(all.Count > 0, $"seed {seed}");
            if (all.Count == 0)
                continue;
            var best = all.Select(board => EveryAllocation.Best(problem, board)).Min();
            EveryAllocation.Best(problem, outcome.Board).ShouldBe(outcome.Objective, $"seed {seed}");
            outcome.IsExact.ShouldBeTrue($"seed {seed}");
            outcome.Objective.ShouldBeGreaterThanOrEqualTo(best, $"seed {seed}");
            BoundHolds(outcome, $"seed {seed}");
        }
    }

    private static void BoundHolds(ProgrammeOutcome outcome, string because)
    {
        outcome.Empty.Bound.ShouldBeLessThanOrEqualTo(outcome.Empty.Value, because);
        outcome.WorstRegret.Bound.ShouldBeLessThanOrEqualTo(outcome.WorstRegret.Value, because);
        outcome.WeightedSquares.Bound.ShouldBeLessThanOrEqualTo(outcome.WeightedSquares.Value, because);
    }
}
