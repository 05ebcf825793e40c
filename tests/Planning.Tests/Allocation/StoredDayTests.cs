using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>Days of 850 people whose best values are known.</summary>
public sealed class StoredDayTests
{
    [Theory]
    [InlineData(false, 1, 3, 1004)]
    [InlineData(false, 2, 2, 843)]
    [InlineData(true, 1, 5, 13861)]
    [InlineData(true, 2, 6, 12983)]
    public void Of_a_trust_is_solved_to_its_known_optimum(bool isHard, ulong seed, int worst, long squares)
    {
        var outcome = AllocationPlanner.Plan(Trust(isHard, seed));
        outcome.Objective.ShouldBe(new Objective(0, worst, squares));
        outcome.IsOptimal.ShouldBeTrue();
        AllocationCheck.Recount(outcome.Problem, outcome.Places).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_trust_is_proven_by_prices_that_can_be_recounted() =>
        AllocationCheck.Audit(AllocationPlanner.Plan(Trust(isHard: false, seed: 1))).ShouldBeEmpty();

    [Fact]
    public void Of_a_trust_comes_out_the_same_with_one_thread_and_two()
    {
        var day = Trust(isHard: true, seed: 1);
        AllocationPlanner.Plan(day, new PlannerOptions { Threads = 2 }).Places.ShouldBe(AllocationPlanner.Plan(day, new PlannerOptions { Threads = 1 }).Places);
    }

    private static AllocationProblem Trust(bool isHard, ulong seed) =>
        GeneratedDay.Make(isHard ? DayShape.Trust.Hard() : DayShape.Trust.Mild(), seed).ToBuilder().Build();
}
