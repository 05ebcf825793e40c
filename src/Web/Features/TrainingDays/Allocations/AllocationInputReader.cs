using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Reads a day's rows as the planner's input.</summary>
public sealed class AllocationInputReader(AppDb db)
{
    public async Task<AllocationInput> ReadAsync(Guid dayId, CancellationToken cancellation)
    {
        var cap = await db.TrainingDays.Where(day => day.Id == dayId).Select(day => day.SchoolCap).SingleAsync(cancellation);
        var slots = await db.Slots.Where(slot => slot.DayId == dayId).OrderBy(slot => slot.StartMinute).ThenBy(slot => slot.Id)
            .Select(slot => new InputSlot(slot.Id, slot.StartMinute)).ToListAsync(cancellation);
        var sessions = await db.Sessions.Where(session => session.Workshop!.DayId == dayId)
            .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Code)
            .Select(session => new InputSession(
                session.Id, session.WorkshopId, session.SlotId, session.Seats, session.Minimum, session.Workshop!.Audience))
            .ToListAsync(cancellation);
        var fixedPlaces = await db.FixedPlaces.Where(place => place.Invitee!.DayId == dayId)
            .OrderBy(place => place.FixedAt).ThenBy(place => place.Id)
            .Select(place => new InputFixedPlace(place.InviteeId, place.SessionId, place.Reason)).ToListAsync(cancellation);
        return new AllocationInput(cap, slots, sessions, await PeopleAsync(dayId, cancellation), fixedPlaces);
    }

    private async Task<List<InputPerson>> PeopleAsync(Guid dayId, CancellationToken cancellation)
    {
        var presents = (await db.Presenters
            .Join(db.Workshops.Where(workshop => workshop.DayId == dayId), presenter => presenter.WorkshopId, workshop => workshop.Id,
                (presenter, workshop) => new { presenter.PersonId, presenter.WorkshopId })
            .ToListAsync(cancellation)).ToLookup(row => row.PersonId, row => row.WorkshopId);
        var wishes = (await db.Choices.Where(choice => choice.Workshop!.DayId == dayId)
            .OrderBy(choice => choice.Rank)
            .Select(choice => new { choice.InviteeId, choice.WorkshopId }).ToListAsync(cancellation))
            .ToLookup(row => row.InviteeId, row => row.WorkshopId);
        var invitees = await db.Invitees.Where(invitee => invitee.DayId == dayId).OrderBy(invitee => invitee.Id)
            .Select(invitee => new
            {
                invitee.Id,
                invitee.PersonId,
                invitee.OrganisationId,
                invitee.RoleGroup,
                invitee.AwaySlots,
                invitee.Carry,
                HasChosen = invitee.ChosenAt != null,
            })
            .AsNoTracking().ToListAsync(cancellation);
        return [.. invitees.Select(invitee => new InputPerson(
            invitee.Id, invitee.OrganisationId, invitee.RoleGroup, invitee.AwaySlots, [.. presents[invitee.PersonId]], [.. wishes[invitee.Id]],
            invitee.Carry, invitee.HasChosen))];
    }
}
