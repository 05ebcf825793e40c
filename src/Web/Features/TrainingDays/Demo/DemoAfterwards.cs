using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Lifecycle;
using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>What people said of the demo's day, and what it left behind.</summary>
public sealed class DemoAfterwards(AppDb db, DayLifecycle lifecycle, DayClosing closing, Remembered remembered, SessionsAttended attended)
{
    private const int Seed = 23;

    private static readonly string[] Useful =
    [
        "", "", "", "The two examples from real classes.", "Time to plan with somebody from another school.", "That it said what did not work.",
        "The sheet that we took home.", "Trying it out in pairs.", "Hearing how the secondary does it.", "Short, clear and nothing I have to buy.",
    ];

    private static readonly string[] Better =
    [
        "", "", "", "", "More time.", "The room was too warm.", "A version for those of us who do not teach.", "Slides beforehand, please.",
        "Fewer slides, more trying out.",
    ];

    /// <summary>Begins the day as the clock does, so that what is asked afterwards is settled.</summary>
    internal Task BeginDayAsync(TrainingDay day) => lifecycle.TakeAsync(day, DayStep.BeginDay, deed: null, CancellationToken.None);

    /// <summary>Closes the day on the day after it. No mails: they would ask for feedback that is over.</summary>
    internal async Task CloseAsync(TrainingDay day)
    {
        var form = await closing.SettleAsync(day, CancellationToken.None);
        var closedOn = day.Date.AddDays(1);
        (form.Until, form.AskedAt) = (FeedbackForm.UntilFor(closedOn), UkTime.BeginUtc(closedOn).AddHours(16));
        day.Stage = DayStage.Closed;
        await AnswerAsync(day, form);
        await remembered.KeepAsync(day, CancellationToken.None);
        db.ReportNotes.Add(new ReportNote
        {
            DayId = day.Id,
            Text = "Shorten the queue at lunch: two hatches were not enough.\nOffer the workshop on generative AI three times.",
        });
        await db.SaveChangesAsync();
    }

    private async Task AnswerAsync(TrainingDay day, FeedbackForm form)
    {
        var chance = new Random(Seed);
        var rows = await attended.ReadAsync(db.Invitees.Where(invitee => invitee.DayId == day.Id), CancellationToken.None);
        var sessions = await db.Sessions.Where(session => session.Workshop!.DayId == day.Id)
            .OrderBy(session => session.Workshop!.Code).ThenBy(session => session.Slot!.StartMinute).Select(session => session.Id).ToListAsync();
        var there = rows.Where(row => row.WasThere).ToLookup(row => row.SessionId);
        foreach (var session in sessions.Where(there.Contains))
        {
            // Sessions differ more than those who were in one.
            var liked = chance.Next(25, 95);
            var feedback = new SessionFeedback { SessionId = session };
            foreach (var row in there[session].Where(_ => chance.Next(100) < 62))
            {
                feedback.Add(new FeedbackAnswer(
                    [.. form.Statements.Select(_ => Points(liked + chance.Next(-35, 45)))],
                    Useful[chance.Next(Useful.Length)], Better[chance.Next(Better.Length)]));
                db.FeedbackGiven.Add(new FeedbackGiven { SessionId = session, PersonId = row.PersonId });
            }
            db.SessionFeedback.Add(feedback);
        }
    }

    private static int Points(int liked) => liked switch { < -15 => 1, < 10 => 2, < 35 => 3, < 75 => 4, _ => 5 };
}
