using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Prepares and runs a day: its programme, its people, its allocation.</summary>
public sealed class OrganiseDay() : Permission<TrainingDay>("day")
{
    protected override bool Allows(Viewer viewer, TrainingDay thing) => viewer.Can(Right.OrganiseDays, thing.OrganisationId);
}

/// <summary>Begins a day, or lists those of one's organisations.</summary>
public sealed class OrganiseDays : GeneralPermission
{
    protected override bool Allows(Viewer viewer) => viewer.CanSomewhere(Right.OrganiseDays);
}

/// <summary>Chooses, and sees one's own day: whoever is invited, once the day is more than a draft.</summary>
public sealed class TakePartInDay() : Permission<TrainingDay>("day")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, TrainingDay thing, AppDb db, CancellationToken cancellation) =>
        thing.IsOut
        && await db.Invitees.AnyAsync(invitee => invitee.DayId == thing.Id && invitee.PersonId == viewer.PersonId, cancellation);
}

/// <summary>Sees who of one's own school has chosen and where they go.</summary>
public sealed class FollowOwnSchool() : Permission<TrainingDay>("day")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, TrainingDay thing, AppDb db, CancellationToken cancellation)
    {
        var schools = viewer.Where(Right.SeePeople);
        return thing.IsOut
            && await db.Invitees.AnyAsync(invitee => invitee.DayId == thing.Id && schools.Contains(invitee.OrganisationId), cancellation);
    }
}

/// <summary>Sees an allocation of a day that one organises.</summary>
public sealed class SeeAllocationRun() : Permission<AllocationRun>("run")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, AllocationRun thing, AppDb db, CancellationToken cancellation)
    {
        // A day's live places are no run of the planner.
        if (thing.IsLive)
            return false;
        var organisation = await db.TrainingDays.Where(day => day.Id == thing.DayId).Select(day => day.OrganisationId).SingleAsync(cancellation);
        return viewer.Can(Right.OrganiseDays, organisation);
    }
}

/// <summary>Sees who has chosen and where people go: of everybody who organises the day, of their own schools who may see people there.</summary>
public sealed class FollowDay() : Permission<TrainingDay>("day")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, TrainingDay thing, AppDb db, CancellationToken cancellation)
    {
        if (viewer.Can(Right.OrganiseDays, thing.OrganisationId))
            return true;
        var schools = viewer.Where(Right.SeePeople);
        return thing.IsOut
            && await db.Invitees.AnyAsync(invitee => invitee.DayId == thing.Id && schools.Contains(invitee.OrganisationId), cancellation);
    }
}
