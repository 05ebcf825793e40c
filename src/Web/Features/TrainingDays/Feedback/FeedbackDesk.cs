using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>Says who is asked after what, and takes their answers.</summary>
public sealed class FeedbackDesk(AppDb db, FeedbackReader reader, SessionsAttended attended, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>The sessions that somebody was in and that are over, in the order of the day; none while or after nobody is asked.</summary>
    public async Task<IReadOnlyList<AskedSession>> AskedAsync(TrainingDay day, Guid person, CancellationToken cancellation)
    {
        var form = await reader.FormAsync(day.Id, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (!form.IsOpen(day, now))
            return [];
        var rows = await attended.ReadAsync(db.Invitees.Where(invitee => invitee.DayId == day.Id && invitee.PersonId == person), cancellation);
        var ids = rows.Where(row => row.WasThere).Select(row => row.SessionId).ToList();
        var given = await db.FeedbackGiven.Where(row => row.PersonId == person && ids.Contains(row.SessionId))
            .Select(row => row.SessionId).ToListAsync(cancellation);
        var sessions = await db.Sessions.Where(session => ids.Contains(session.Id))
            .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Id)
            .Select(session => new { session.Id, session.Workshop!.Title, session.Workshop.PresenterNames, session.Slot!.StartMinute, session.Slot.EndMinute })
            .ToListAsync(cancellation);
        return [.. sessions.Where(session => HasEnded(day, session.EndMinute, now))
            .Select(session => new AskedSession(session.Id, session.Title, session.PresenterNames, session.StartMinute, given.Contains(session.Id)))];
    }

    /// <summary>Keeps an answer, and apart from it that this person has answered. False when they had before.</summary>
    public async Task<bool> GiveAsync(Guid session, Guid person, FeedbackAnswer answer, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            if (await db.FeedbackGiven.AnyAsync(row => row.SessionId == session && row.PersonId == person, cancellation))
                return false;
            var all = await db.SessionFeedback.SingleOrDefaultAsync(row => row.SessionId == session, cancellation);
            if (all is null)
                db.SessionFeedback.Add(all = new SessionFeedback { SessionId = session });
            all.Add(answer);
            db.FeedbackGiven.Add(new FeedbackGiven { SessionId = session, PersonId = person });
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Somebody else answered at this moment, or the same person on a second phone.
            }
        }
    }

    private static bool HasEnded(TrainingDay day, int endMinute, DateTime now) =>
        day.Stage == DayStage.Closed || (UkTime.TryToUtc(day.Date.ToDateTime(TimeOnly.MinValue.AddMinutes(endMinute)), out var end) && end <= now);
}

/// <summary>A session that somebody is asked after.</summary>
public sealed record AskedSession(Guid Id, string Title, string PresenterNames, int StartMinute, bool IsAnswered)
{
    public TimeOnly Starts => TimeOnly.MinValue.AddMinutes(StartMinute);
}
