using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Types a code or follows one: everybody who is signed in. What is behind it shows itself only to those who are invited.</summary>
public sealed class CheckIn : GeneralPermission
{
    protected override bool Allows(Viewer viewer) => true;
}

/// <summary>Keeps the register of a session and shows its code: who presents it, and who organises the day, from publication on.</summary>
public sealed class KeepRegister() : Permission<Session>("session")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, Session thing, AppDb db, CancellationToken cancellation)
    {
        var about = await db.Workshops.Where(workshop => workshop.Id == thing.WorkshopId)
            .Select(workshop => new { workshop.Day!.OrganisationId, workshop.Day.LiveRunId, Presents = workshop.Presenters.Any(presenter => presenter.PersonId == viewer.PersonId) })
            .SingleAsync(cancellation);
        return about.LiveRunId is not null && (about.Presents || viewer.Can(Right.OrganiseDays, about.OrganisationId));
    }
}

/// <summary>Enters after the day who was there: its organisers, and the PD leads of schools for their own people.</summary>
public sealed class EnterLate() : Permission<TrainingDay>("day")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, TrainingDay thing, AppDb db, CancellationToken cancellation)
    {
        if (thing.LiveRunId is null)
            return false;
        if (viewer.Can(Right.OrganiseDays, thing.OrganisationId))
            return true;
        var schools = viewer.Where(Right.OrganiseDays);
        return await db.Invitees.AnyAsync(invitee => invitee.DayId == thing.Id && schools.Contains(invitee.OrganisationId), cancellation);
    }
}
