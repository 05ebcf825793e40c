using Guildhall.Planning.Allocation;
using Guildhall.Planning.Tests.Allocation.Oracle;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>A solver that knows nothing of ours agrees on all three objectives.</summary>
public sealed class SecondSolverTests : IDisposable
{
    private readonly HighsSolver _highs = new();

    [Fact]
    public void Agrees_on_the_three_objectives_of_small_days_that_mix_everything()
    {
        for (ulong seed = 1; seed <= 400; seed++)
        {
            var problem = SmallDay.Make(seed);
            var outcome = AllocationPlanner.Plan(problem, new PlannerOptions { Threads = 1, TimeLimit = TimeSpan.FromSeconds(20) });
            AllocationCheck.Recount(problem, outcome.Places).Violations.ShouldBeEmpty($"seed {seed}");
            outcome.IsOptimal.ShouldBeTrue($"seed {seed}");

            var model = new MipModel(problem);
            var empty = _highs.Solve(model.FewestEmpty()).ShouldNotBeNull($"seed {seed}: {model.FewestEmpty()}");
            outcome.Empty.Value.ShouldBe(empty, $"empty slots of seed {seed}");
            var worst = _highs.Solve(model.SmallestWorst(empty)).ShouldNotBeNull($"seed {seed}: {model.SmallestWorst(empty)}");
            outcome.WorstRegret.Value.ShouldBe(worst, $"worst regret of seed {seed}");
            var squares = _highs.Solve(model.LeastSquares(empty, worst)).ShouldNotBeNull($"seed {seed}: {model.LeastSquares(empty, worst)}");
            outcome.WeightedSquares.Value.ShouldBe(squares, $"weighted squares of seed {seed}");
            AllocationCheck.Audit(outcome).ShouldBeEmpty($"seed {seed}");
        }
    }

    public void Dispose() => _highs.Dispose();
}
