using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>Small days for which the planner once gave an answer that its own proof does not carry.</summary>
public class OnceWrongTests
{
    /// <remarks>
    /// 37: a column was made while its session was closed, and did not pay for that. 660: a session was named for somebody in one
    /// search and unknown to the next, which took that person for impossible to place.
    /// </remarks>
    [Theory]
    [InlineData(37)]
    [InlineData(660)]
    public void Keeps_the_rules_and_proves_the_values(ulong seed)
    {
        var outcome = AllocationPlanner.Plan(SmallDay.Make(seed), new PlannerOptions { Threads = 1 });

        outcome.IsOptimal.ShouldBeTrue();
        AllocationCheck.Audit(outcome).ShouldBeEmpty();
        AllocationCheck.Recount(outcome.Problem, outcome.Places).Violations.ShouldBeEmpty();
    }
}
