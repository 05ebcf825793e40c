using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>Has a programme suggested, and lists those that were.</summary>
[Needs<OrganiseDay>]
public sealed class SuggestModel(AppDb db, JobDesk jobs, CurrentViewer current, AuditTrail audit, TimeProvider clock) : DayPage
{
    private const int MostShown = 20;

    [BindProperty]
    public long Seed { get; set; } = 1;

    [BindProperty, Required, Range(1, ProgrammeSuggestion.MostSeconds)]
    public int? Seconds { get; set; } = ProgrammeSuggestion.UsualSeconds;

    public IReadOnlyList<Row> Suggestions { get; private set; } = [];

    public int Wishing { get; private set; }

    public int Pins { get; private set; }

    public int Workshops { get; private set; }

    /// <summary>Once places are given for its times, the programme stays as it is.</summary>
    public bool CanSuggest => Day.AdoptedRunId is null && Day.Stage <= DayStage.Choosing;

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!CanSuggest)
            return NotFound();
        await ReadAsync(cancellation);
        if (Workshops == 0 || !ModelState.IsValid)
            return Page();
        var suggestion = new ProgrammeSuggestion
        {
            DayId = Day.Id,
            Number = 1 + (await db.ProgrammeSuggestions.Where(row => row.DayId == Day.Id).MaxAsync(row => (int?)row.Number, cancellation) ?? 0),
            Seed = Seed,
            Seconds = Seconds!.Value,
            StartedById = current.Viewer.PersonId,
            StartedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.ProgrammeSuggestions.Add(suggestion);
        audit.Record($"asked for a programme, suggestion {suggestion.Number}", Subject, Day.OrganisationId);
        var job = await jobs.StartAsync(
            SuggestProgramme.Kind, suggestion.Id, $"Looking for a good programme of {Workshops} workshops", To("programme/suggestion", suggestion.Id), cancellation);
        return Redirect($"/jobs/follow/{job.Id}");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Workshops = await db.Workshops.CountAsync(workshop => workshop.DayId == Day.Id, cancellation);
        Pins = await db.Sessions.CountAsync(session => session.Workshop!.DayId == Day.Id && session.IsPinned, cancellation);
        Wishing = await db.Invitees.CountAsync(
            invitee => invitee.DayId == Day.Id && (invitee.Choices.Any() || db.Stars.Any(star => star.InviteeId == invitee.Id)), cancellation);
        var rows = await db.ProgrammeSuggestions.Where(suggestion => suggestion.DayId == Day.Id).OrderByDescending(suggestion => suggestion.Number).Take(MostShown)
            .GroupJoin(db.JobRuns.Where(job => job.Kind == SuggestProgramme.Kind), row => row.Id, job => job.SubjectId, (row, jobs) => new { row, jobs })
            .SelectMany(pair => pair.jobs.DefaultIfEmpty(), (pair, job) => new
            {
                pair.row.Id,
                pair.row.Number,
                pair.row.StartedAt,
                pair.row.Outcome,
                pair.row.TakenAt,
                State = job == null ? (JobState?)null : job.State,
            })
            .ToListAsync(cancellation);
        Suggestions = [.. rows.Select(row => new Row(
            row.Id, row.Number, row.StartedAt, row.Outcome is null ? null : PackedJson.Unpack<SuggestedProgramme>(row.Outcome), row.TakenAt, row.State))];
    }

    public sealed record Row(Guid Id, int Number, DateTime StartedAt, SuggestedProgramme? Found, DateTime? TakenAt, JobState? State)
    {
        public string StateWords => TakenAt is not null ? "Taken" : Found is not null ? "Suggested" : State switch
        {
            JobState.Failed => "Could not be done",
            JobState.Cancelled => "Stopped",
            _ => "Being looked for",
        };
    }
}
