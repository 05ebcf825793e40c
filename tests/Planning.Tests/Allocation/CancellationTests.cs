using System.Diagnostics;
using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>A run can be stopped at any time and always has something to give.</summary>
public sealed class CancellationTests
{
    [Fact]
    public void A_run_cancelled_before_it_starts_gives_an_allocation_that_keeps_every_rule()
    {
        var problem = GeneratedDay.Make(DayShape.Trust.Hard(), 1).ToBuilder().Build();
        var outcome = AllocationPlanner.Plan(problem, cancellation: new CancellationToken(canceled: true));
        var report = AllocationCheck.Recount(problem, outcome.Places);
        report.Violations.ShouldBeEmpty();
        report.Objective.ShouldBe(outcome.Objective);
        outcome.Places.ShouldContain(place => place.Session != null);
        outcome.IsOptimal.ShouldBeFalse();
    }

    [Fact]
    public void A_run_cancelled_before_it_starts_holds_minimums_and_fixed_places_too()
    {
        var problem = GeneratedDay.Make(DayShape.Trust.Mild(), 1).ToBuilder(minimum: 12).Add(new FixedPlace("p00100", "w000", "1")).Build();
        var outcome = AllocationPlanner.Plan(problem, cancellation: new CancellationToken(canceled: true));
        AllocationCheck.Recount(problem, outcome.Places).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_citys_day_with_a_time_limit_of_a_twentieth_of_a_second_is_there_soon_and_says_how_far_it_is()
    {
        var problem = GeneratedDay.Make(DayShape.City.Hard(), 1).ToBuilder().Build();
        var started = Stopwatch.GetTimestamp();
        var outcome = AllocationPlanner.Plan(problem, new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(0.05) });
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        (outcome.IsOptimal || outcome.Empty.Gap + outcome.WorstRegret.Gap + outcome.WeightedSquares.Gap > 0).ShouldBeTrue();
        AllocationCheck.Recount(problem, outcome.Places).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_time_limit_that_is_not_reached_changes_nothing()
    {
        var problem = SmallDay.Make(1);
        var outcome = CheckedPlan.Of(problem, new PlannerOptions { Threads = 1, TimeLimit = TimeSpan.FromMinutes(5) });
        outcome.Places.ShouldBe(CheckedPlan.Of(problem).Places);
    }

    [Fact]
    public void Less_than_one_thread_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => AllocationPlanner.Plan(SmallDay.Make(1), new PlannerOptions { Threads = 0 }));

    [Fact]
    public void No_problem_is_refused() => Should.Throw<ArgumentNullException>(() => AllocationPlanner.Plan(null!));
}
