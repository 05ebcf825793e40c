using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>A run of the planner of which every rule, figure and bound has been recounted before a test looks at it.</summary>
internal static class CheckedPlan
{
    public static AllocationOutcome Of(AllocationProblemBuilder day, PlannerOptions? options = null) => Of(day.Build(), options);

    public static AllocationOutcome Of(AllocationProblem problem, PlannerOptions? options = null)
    {
        var outcome = AllocationPlanner.Plan(problem, options ?? new PlannerOptions { Threads = 1 });
        AllocationCheck.Recount(problem, outcome.Places).Violations.ShouldBeEmpty();
        AllocationCheck.Audit(outcome).ShouldBeEmpty();
        outcome.IsOptimal.ShouldBeTrue();
        return outcome;
    }

    /// <summary>Who sits where, as <c>person slot workshop</c>, <c>-</c> for a slot without a place.</summary>
    public static IReadOnlyList<string> Words(this AllocationOutcome outcome) => [.. outcome.Places.Select(place =>
        $"{outcome.Problem.People[place.Person].Id} {outcome.Problem.Slots[place.Slot]} "
        + (place.Session is { } session ? outcome.Problem.Sessions[session].Workshop : "-"))];
}
