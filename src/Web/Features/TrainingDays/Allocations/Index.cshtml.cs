using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>The runs of a day's allocation, and a new one.</summary>
[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db, AllocationDesk desk) : PageModel
{
    /// <summary>So many runs are shown, the newest first; nobody makes more for a day.</summary>
    private const int MostShown = 100;

    public TrainingDay Day => HttpContext.Thing<TrainingDay>();

    [BindProperty]
    public NewRun Input { get; set; } = new();

    public IReadOnlyList<Row> Runs { get; private set; } = [];

    public int Invited { get; private set; }

    public int Chosen { get; private set; }

    public int FixedPlaces { get; private set; }

    public bool CanRun => Day.Stage is DayStage.Choosing or DayStage.Allocating;

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!CanRun)
            return NotFound();
        if (!ModelState.IsValid)
        {
            await ReadAsync(cancellation);
            return Page();
        }
        var job = await desk.StartAsync(Day, Input.Seed, Input.Note, cancellation);
        return Redirect($"/jobs/follow/{job.Id}");
    }

    public string StateWords(Row run) => run.Job switch
    {
        JobState.Failed => "Could not be done",
        JobState.Cancelled => "Stopped",
        JobState.Waiting or null => "Waiting",
        _ => $"Running, {run.Percent}%",
    };

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var counts = await db.Invitees.Where(invitee => invitee.DayId == Day.Id).GroupBy(_ => 1)
            .Select(all => new { Invited = all.Count(), Chosen = all.Count(invitee => invitee.ChosenAt != null) })
            .SingleOrDefaultAsync(cancellation);
        (Invited, Chosen) = (counts?.Invited ?? 0, counts?.Chosen ?? 0);
        FixedPlaces = await db.FixedPlaces.CountAsync(place => place.Invitee!.DayId == Day.Id, cancellation);
        Runs = await db.AllocationRuns.Where(run => run.DayId == Day.Id && !run.IsLive)
            .OrderByDescending(run => run.Number).Take(MostShown)
            .GroupJoin(db.JobRuns.Where(job => job.Kind == PlanDay.Kind), run => run.Id, job => job.SubjectId, (run, jobs) => new { run, jobs })
            .SelectMany(pair => pair.jobs.DefaultIfEmpty(), (pair, job) => new Row(
                pair.run.Id, pair.run.Number, pair.run.Note, pair.run.StartedAt, pair.run.IsFinished, pair.run.Empty, pair.run.WorstRegret,
                pair.run.AllWishes, pair.run.Chosen,
                pair.run.Empty <= pair.run.EmptyBound && pair.run.WorstRegret <= pair.run.WorstRegretBound && pair.run.Squares <= pair.run.SquaresBound,
                job == null ? null : job.State, job == null ? 0 : job.Percent))
            .ToListAsync(cancellation);
    }

    public sealed record Row(
        Guid Id, int Number, string Note, DateTime StartedAt, bool IsFinished, int Empty, int WorstRegret, int AllWishes, int Chosen,
        bool IsProven, JobState? Job, int Percent);

    public sealed class NewRun
    {
        [MaxLength(AllocationRun.NoteLength)]
        public string? Note { get; set; }

        [Range(1, int.MaxValue)]
        public int Seed { get; set; } = 1;
    }
}
