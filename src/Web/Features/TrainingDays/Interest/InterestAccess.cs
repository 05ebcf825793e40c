using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Interest;

/// <summary>Gives stars to workshops: whoever is invited, once they have been asked.</summary>
public sealed class GiveStars() : Permission<TrainingDay>("day")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, TrainingDay thing, AppDb db, CancellationToken cancellation) =>
        thing.InterestUntil is not null
        && await db.Invitees.AnyAsync(invitee => invitee.DayId == thing.Id && invitee.PersonId == viewer.PersonId, cancellation);
}
