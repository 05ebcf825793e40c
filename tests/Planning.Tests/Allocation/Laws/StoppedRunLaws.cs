using System.Diagnostics;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation.Laws;

/// <summary>A run that is stopped early keeps every rule, and its bounds are bounds.</summary>
public sealed class StoppedRunLaws
{
    [Fact]
    public void A_run_stopped_before_it_began_keeps_every_rule_and_claims_too_much_of_nothing() => RandomDays.Small.AllKeep(200, day =>
        ShouldBeHonest(AllocationPlanner.Plan(day.Problem, new PlannerOptions { Threads = 1 }, null, new CancellationToken(canceled: true)), Best(day)));

    [Fact]
    public void A_run_stopped_at_any_report_keeps_every_rule_and_claims_too_much_of_nothing() => RandomDays.Small.AllKeep(150, day =>
        ShouldBeHonestWheneverStopped(day, reports: 12));

    [Fact]
    public void A_run_for_120_people_stopped_at_any_report_is_honest() => RandomDays.OfMediumSize.AllKeep(4, day =>
        ShouldBeHonestWheneverStopped(day, reports: 6));

    [Fact]
    public void A_run_out_of_time_is_honest() => RandomDays.OfMediumSize.AllKeep(4, day =>
    {
        var best = Best(day);
        foreach (var milliseconds in (double[])[0, 1, 3, 10, 30])
            ShouldBeHonest(AllocationPlanner.Plan(day.Problem, new PlannerOptions { Threads = 2, TimeLimit = TimeSpan.FromMilliseconds(milliseconds) }), best);
    });

    /// <summary>Days on which the planner raises a floor after it has searched, where a bound of the lower floor could be left standing.</summary>
    [Theory]
    [InlineData(37UL)]
    [InlineData(858UL)]
    [InlineData(987UL)]
    [InlineData(2070UL)]
    [InlineData(2078UL)]
    public void A_run_stopped_at_any_moment_is_honest(ulong seed)
    {
        var day = new RandomDay(seed, SmallDay.Make(seed));
        var best = Best(day);
        var started = Stopwatch.GetTimestamp();
        Best(day);
        var whole = Stopwatch.GetTimestamp() - started;
        for (var moment = 1; moment <= 60; moment++)
        {
            using var stop = new CancellationTokenSource();
            var until = whole * moment / 60;
            var clock = new Thread(() =>
            {
                var from = Stopwatch.GetTimestamp();
                while (Stopwatch.GetTimestamp() - from < until)
                    Thread.SpinWait(5);
                stop.Cancel();
            });
            clock.Start();
            var outcome = AllocationPlanner.Plan(day.Problem, new PlannerOptions { Threads = 1 }, null, stop.Token);
            clock.Join();
            ShouldBeHonest(outcome, best, $"stopped at moment {moment} of 60");
        }
    }

    [Fact]
    public void What_a_stopped_run_calls_proven_follows_from_its_prices() => RandomDays.Small.AllKeep(150, day =>
        AllocationCheck.Audit(AllocationPlanner.Plan(day.Problem, new PlannerOptions { Threads = 1 }, null, new CancellationToken(canceled: true)))
            .ShouldBeEmpty());

    private static AllocationOutcome Best(RandomDay day)
    {
        var best = AllocationPlanner.Plan(day.Problem, new PlannerOptions { Threads = 1 });
        best.IsOptimal.ShouldBeTrue();
        return best;
    }

    private static void ShouldBeHonestWheneverStopped(RandomDay day, int reports)
    {
        var best = Best(day);
        for (var last = 1; last <= reports; last++)
        {
            using var stop = new CancellationTokenSource();
            var left = last;
            ShouldBeHonest(AllocationPlanner.Plan(day.Problem, new PlannerOptions { Threads = 1 }, new EachReport(_ =>
            {
                if (--left == 0)
                    stop.Cancel();
            }), stop.Token), best, $"stopped at report {last}");
        }
    }

    private static void ShouldBeHonest(AllocationOutcome stopped, AllocationOutcome best, string when = "")
    {
        var report = AllocationCheck.Recount(stopped.Problem, stopped.Places);
        report.Violations.ShouldBeEmpty(when);
        report.Objective.ShouldBe(stopped.Objective, when);
        report.Regrets.ShouldBe(stopped.Regrets, when);
        stopped.Objective.ShouldBeGreaterThanOrEqualTo(best.Objective, when);
        stopped.Empty.Bound.ShouldBeLessThanOrEqualTo(best.Empty.Value, when);
        stopped.WorstRegret.Bound.ShouldBeLessThanOrEqualTo(best.WorstRegret.Value, when);
        stopped.WeightedSquares.Bound.ShouldBeLessThanOrEqualTo(best.WeightedSquares.Value, when);
        if (stopped.IsOptimal)
            stopped.Objective.ShouldBe(best.Objective, when);
    }
}
