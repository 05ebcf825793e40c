using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>Suggests workshops of a day to people of one's own schools: their PD leads, once their people can see the day.</summary>
public sealed class SuggestToOwnSchools() : Permission<TrainingDay>("day")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, TrainingDay thing, AppDb db, CancellationToken cancellation)
    {
        var schools = viewer.Where(Right.OrganiseDays);
        return thing.IsOut
            && await db.Invitees.AnyAsync(invitee => invitee.DayId == thing.Id && schools.Contains(invitee.OrganisationId), cancellation);
    }
}
