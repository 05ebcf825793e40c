using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Sessions that cannot be removed: what would go with them is another's decision, or part of a run that is kept.</summary>
public static class SessionsInUse
{
    public const string InRuns =
        "A run has given people places in it, and a run is kept as it was. Give its sessions 0 seats instead: then nobody is placed there.";

    /// <summary>Why the sessions stay, in words; null when they can go.</summary>
    public static async Task<string?> RefusalAsync(AppDb db, IQueryable<Session> sessions, CancellationToken cancellation)
    {
        var ids = sessions.Select(session => session.Id);
        var isFixed = await db.FixedPlaces.CountAsync(place => ids.Contains(place.SessionId), cancellation);
        if (isFixed > 0)
            return $"{Count.People(isFixed)} {(isFixed == 1 ? "has" : "have")} a fixed place in it: take {(isFixed == 1 ? "this place" : "these places")} back first.";
        return await db.Places.AnyAsync(place => place.SessionId != null && ids.Contains(place.SessionId.Value), cancellation) ? InRuns : null;
    }
}
