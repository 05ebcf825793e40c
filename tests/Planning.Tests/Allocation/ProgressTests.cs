using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>What a run says of itself while it lasts.</summary>
public sealed class ProgressTests
{
    private static readonly List<PlannerProgress> Reports = ReportsOf(GeneratedDay.Make(DayShape.Trust.Mild(), 1).ToBuilder().Build());

    [Fact]
    public void Every_stage_is_reported_in_order() =>
        Reports.Select(report => report.Stage).Distinct().ShouldBe(Enum.GetValues<PlannerStage>());

    [Fact]
    public void No_stage_is_gone_back_to_where_the_first_floors_hold() =>
        Reports.Select(report => report.Stage).ShouldBeInOrder();

    [Fact]
    public void Time_does_not_run_backwards() => Reports.Select(report => report.Elapsed).ShouldBeInOrder();

    [Fact]
    public void The_best_so_far_is_there_early_never_worsens_and_ends_as_the_outcome()
    {
        var best = Reports.Where(report => report.Best is not null).Select(report => report.Best!.Value).ToList();
        best.Count.ShouldBeGreaterThan(1);
        best.ShouldBeInOrder(SortDirection.Descending);
        best[^1].ShouldBe(new Objective(0, 3, 1004));
    }

    [Fact]
    public void A_small_day_reports_too() => ReportsOf(SmallDay.Make(1))[0].Stage.ShouldBe(PlannerStage.Preparing);

    private static List<PlannerProgress> ReportsOf(AllocationProblem problem)
    {
        var reports = new List<PlannerProgress>();
        AllocationPlanner.Plan(problem, progress: new EachReport(reports.Add));
        return reports;
    }
}
