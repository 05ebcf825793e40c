using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>All that somebody has presented over the years: who came, and what they thought of it.</summary>
[Needs<SignedIn>]
public sealed class PresentedModel(AppDb db, FeedbackReader reader, CurrentViewer current, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, SessionResult> _results = new Dictionary<Guid, SessionResult>();
    private Dictionary<Guid, DateTime?> _until = [];

    public PageOf<Row> Listed { get; private set; } = null!;

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var person = current.Viewer.PersonId;
        Listed = await db.Sessions
            .Where(session => session.Workshop!.Day!.Stage >= DayStage.Published && session.Workshop.Presenters.Any(presenter => presenter.PersonId == person)
                // A session with a minimum that nobody attends is one that was dropped.
                && (session.Minimum == 0 || session.Taken > 0))
            .OrderByDescending(session => session.Workshop!.Day!.Date).ThenBy(session => session.Slot!.StartMinute).ThenBy(session => session.Id)
            .Select(session => new Row(
                session.Id, session.Workshop!.Title, session.Workshop.DayId, session.Workshop.Day!.Name, session.Workshop.Day.Date, session.Workshop.Day.Stage,
                session.Slot!.StartMinute, session.Taken,
                db.Attendance.Count(row => row.SessionId == session.Id && row.State == AttendanceState.Present),
                db.Attendance.Any(row => row.SessionId == session.Id && row.State != AttendanceState.Apologies)))
            .PageAsync(query.Number, query.Size, cancellation);
        _results = await reader.ShownAsync([.. Listed.Items.Select(row => row.Id)], cancellation);
        var days = Listed.Items.Select(row => row.DayId).Distinct().ToList();
        _until = await db.FeedbackForms.Where(form => days.Contains(form.DayId)).ToDictionaryAsync(form => form.DayId, form => form.Until, cancellation);
    }

    public string FeedbackWords(Row row) =>
        _results.TryGetValue(row.Id, out var result) ? $"{Count.Of(result.Answers, "answer", "answers")}"
        : row.Stage < DayStage.OnTheDay ? ""
        : _until.GetValueOrDefault(row.DayId) is not { } until ? "After the day is closed"
        : until > clock.GetUtcNow().UtcDateTime ? $"From {until.Words()}"
        : $"Fewer than {SessionFeedback.FewestShown} answers";

    /// <summary>How many agree with the first statement, which every day has.</summary>
    public string? Agree(Row row) => _results.TryGetValue(row.Id, out var result) && result.Statements is [{ Counts: not null } first, ..]
        ? $"{Math.Round(100 * first.Agree)}% agree: {first.Words}"
        : null;

    public sealed record Row(
        Guid Id, string Title, Guid DayId, string Day, DateOnly Date, DayStage Stage, int StartMinute, int Places, int Came, bool HasRegister)
    {
        public string When => $"{Date.ShortWords()}, {TimeOnly.MinValue.AddMinutes(StartMinute).Words()}";
    }
}
