using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>Sees what came back on a session: those who present it, and the day's organisers; once the day is on.</summary>
public sealed class SeeSessionFeedback() : Permission<Session>("session")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, Session thing, AppDb db, CancellationToken cancellation)
    {
        var day = await db.TrainingDays.Where(day => day.Workshops.Any(workshop => workshop.Id == thing.WorkshopId))
            .Select(day => new { day.OrganisationId, day.Stage }).SingleAsync(cancellation);
        return day.Stage >= DayStage.OnTheDay
            && (viewer.Can(Right.OrganiseDays, day.OrganisationId)
                || await db.Presenters.AnyAsync(presenter => presenter.WorkshopId == thing.WorkshopId && presenter.PersonId == viewer.PersonId, cancellation));
    }
}
