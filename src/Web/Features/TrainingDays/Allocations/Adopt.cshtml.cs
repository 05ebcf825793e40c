using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Asks before the places of a run are made those that count.</summary>
[Needs<SeeAllocationRun>]
public sealed class AdoptModel(AppDb db, AllocationDesk desk) : PageModel
{
    private AllocationRun AllocationRun => HttpContext.Thing<AllocationRun>();

    public Confirmation Question { get; private set; } = null!;

    public (string Words, string Href)[] Above { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var day = await FindDayAsync(cancellation);
        if (day is null)
            return NotFound();
        Above =
        [
            ("Training days", "/training-days"), (day.Name, $"/training-days/day/{day.Id}"), ("Places", $"/training-days/allocations/{day.Id}"),
            ($"Run {AllocationRun.Number}", $"/training-days/allocations/run/{AllocationRun.Id}"),
        ];
        Question = new Confirmation(
            $"Adopt run {AllocationRun.Number}?",
            [
                $"Its places become the places of {day.Name}, for {AllocationRun.People} people. You can adopt another run until the day is published.",
                "Nobody is told yet: people see their day once you publish it.",
            ],
            "Adopt this run",
            $"/training-days/allocations/run/{AllocationRun.Id}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var day = await FindDayAsync(cancellation);
        if (day is null)
            return NotFound();
        await desk.AdoptAsync(day, AllocationRun, cancellation);
        this.Flash($"Run {AllocationRun.Number} is adopted.");
        return Redirect($"/training-days/allocations/run/{AllocationRun.Id}");
    }

    /// <summary>The day, if a run of it can be adopted now.</summary>
    private async Task<TrainingDay?> FindDayAsync(CancellationToken cancellation)
    {
        var day = await db.TrainingDays.SingleAsync(day => day.Id == AllocationRun.DayId, cancellation);
        return AllocationRun.IsFinished && day.Stage == DayStage.Allocating ? day : null;
    }
}
