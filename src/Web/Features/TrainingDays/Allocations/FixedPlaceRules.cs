using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Which places can be fixed for somebody. The planner would refuse the others; here it is said at once, and in words.</summary>
public sealed class FixedPlaceRules(AppDb db)
{
    /// <summary>Why a place cannot be fixed; null when it can.</summary>
    public async Task<string?> WhyNotAsync(Invitee invitee, Guid sessionId, CancellationToken cancellation)
    {
        var session = await db.Sessions.Include(row => row.Workshop).ThenInclude(workshop => workshop!.Presenters).AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == sessionId && row.Workshop!.DayId == invitee.DayId, cancellation);
        if (session is null)
            return "Choose a session of this day.";
        if (invitee.AwaySlots.Contains(session.SlotId))
            return "They are away at that time.";
        if (session.Workshop!.Presenters.Any(presenter => presenter.PersonId == invitee.PersonId))
            return "They present this workshop.";
        if (!session.Workshop.IsFor(invitee.RoleGroup))
            return "The workshop is for other role groups.";
        var busy = await db.Sessions.AnyAsync(
            row => row.SlotId == session.SlotId && row.Workshop!.Presenters.Any(presenter => presenter.PersonId == invitee.PersonId), cancellation);
        if (busy)
            return "They present another workshop at that time.";
        var others = await db.FixedPlaces.Where(place => place.InviteeId == invitee.Id)
            .Select(place => new { place.Session!.SlotId, place.Session.WorkshopId }).ToListAsync(cancellation);
        if (others.Exists(place => place.SlotId == session.SlotId))
            return "They have another fixed place at that time.";
        if (others.Exists(place => place.WorkshopId == session.WorkshopId))
            return "They have a fixed place in this workshop already.";
        var taken = await db.FixedPlaces.CountAsync(place => place.SessionId == sessionId, cancellation);
        return taken >= session.Seats ? $"All {session.Seats} seats are fixed for others." : null;
    }

    /// <summary>The day's sessions, to choose from.</summary>
    public async Task<IReadOnlyList<SelectListItem>> SessionsAsync(Guid day, CancellationToken cancellation)
    {
        var rows = await db.Sessions.Where(session => session.Workshop!.DayId == day)
            .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Title)
            .Select(session => new { session.Id, session.Workshop!.Title, session.Slot!.StartMinute, session.Seats }).ToListAsync(cancellation);
        return [.. rows.Select(row => new SelectListItem(
            $"{TimeOnly.MinValue.AddMinutes(row.StartMinute).Words()} {row.Title} ({row.Seats} seats)", row.Id.ToString()))];
    }
}
