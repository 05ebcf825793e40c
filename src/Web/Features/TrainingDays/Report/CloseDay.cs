using System.Text;
using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>
/// What follows when a day is closed: those who were there are asked how it was, and what people missed is remembered. All of it is one
/// transaction: begun again after a crash, it asks nobody twice.
/// </summary>
public sealed class CloseDay(AppDb db, SessionsAttended attended, Remembered remembered, Outbox outbox, PublicAddress address, TimeProvider clock) : DurableJob
{
    public const string Kind = "closing";

    public override async Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation)
    {
        var day = await db.TrainingDays.AsNoTracking().SingleAsync(row => row.Id == run.SubjectId, cancellation);
        var form = await db.FeedbackForms.SingleAsync(row => row.DayId == day.Id, cancellation);
        if (form.AskedAt is not null)
            return "The day is closed.";
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        progress.Report(20, "Asking people how it was");
        var asked = await AskAsync(day, form, cancellation);
        progress.Report(60, "Remembering who missed what");
        if (day.AdoptedRunId is not null)
            await remembered.KeepAsync(day, cancellation);
        form.AskedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
        await deed.CommitAsync(cancellation);
        return $"The day is closed. {Count.Of(asked, "email is", "emails are")} on the way.";
    }

    private async Task<int> AskAsync(TrainingDay day, FeedbackForm form, CancellationToken cancellation)
    {
        var rows = await attended.ReadAsync(db.Invitees.Where(invitee => invitee.DayId == day.Id), cancellation);
        var given = (await db.FeedbackGiven.Where(row => row.Session!.Workshop!.DayId == day.Id)
            .Select(row => new { row.SessionId, row.PersonId }).ToListAsync(cancellation)).Select(row => (row.SessionId, row.PersonId)).ToHashSet();
        var titles = await db.Sessions.Where(session => session.Workshop!.DayId == day.Id)
            .Select(session => new { session.Id, session.Slot!.StartMinute, session.Workshop!.Title }).ToDictionaryAsync(session => session.Id, cancellation);
        var open = rows.Where(row => row.WasThere && !given.Contains((row.SessionId, row.PersonId))).ToLookup(row => row.InviteeId);
        var people = await db.Invitees.Where(invitee => invitee.DayId == day.Id && invitee.Person!.Email != null)
            .OrderBy(invitee => invitee.Person!.FamilyName).ThenBy(invitee => invitee.Id)
            .Select(invitee => new { invitee.Id, invitee.Person!.GivenName, invitee.Person.FamilyName, invitee.Person.Email }).ToListAsync(cancellation);
        var asked = 0;
        foreach (var person in people.Where(person => open.Contains(person.Id)))
        {
            var sessions = open[person.Id].Select(row => titles[row.SessionId]).OrderBy(session => session.StartMinute).Select(session => session.Title);
            outbox.Put(person.Email!, $"{person.GivenName} {person.FamilyName}", $"How was it? {day.Name}", Text(day, form, person.GivenName, sessions));
            asked++;
        }
        return asked;
    }

    private string Text(TrainingDay day, FeedbackForm form, string name, IEnumerable<string> sessions)
    {
        var text = new StringBuilder();
        text.Append(UkTime.English, $"Dear {name},\n\nthank you for coming to {day.Name} on {day.Date.Words()}. Say what it was like, in less than a minute for each session:\n\n");
        text.AppendJoin('\n', sessions.Select(title => $"- {title}")).Append("\n\n");
        text.Append(UkTime.English, $"{address.Of($"/training-days/my-day/{day.Id}")}\n\n");
        text.Append(UkTime.English, $"Nobody learns who answered what. You can answer until {form.Until!.Value.Words()}. Your certificate is on the same page.\n");
        return text.ToString();
    }
}
