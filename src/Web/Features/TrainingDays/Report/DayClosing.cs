using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>What a day's last steps settle: at its beginning what is asked, at its end until when.</summary>
public sealed class DayClosing(AppDb db, JobDesk jobs, TimeProvider clock)
{
    /// <summary>Settles what is asked, since people answer from now on. To be saved by the caller.</summary>
    public async Task<FeedbackForm> SettleAsync(TrainingDay day, CancellationToken cancellation)
    {
        var form = await db.FeedbackForms.SingleOrDefaultAsync(row => row.DayId == day.Id, cancellation);
        if (form is null)
            db.FeedbackForms.Add(form = FeedbackForm.Usual(day.Id));
        return form;
    }

    /// <summary>Saves all that is about to be saved, and has the rest done.</summary>
    public async Task CloseAsync(TrainingDay day, CancellationToken cancellation)
    {
        (await SettleAsync(day, cancellation)).Until = FeedbackForm.UntilFor(UkTime.Today(clock));
        await jobs.StartAsync(CloseDay.Kind, day.Id, $"Closing {day.Name}", DayPage.Address("day", day.Id), cancellation);
    }
}
