using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>Reads a day's board, and what people would like, from its rows.</summary>
public sealed class ProgrammeInputReader(AppDb db)
{
    /// <summary>All that a programme is made from.</summary>
    public async Task<ProgrammeInput> ReadAsync(Guid day, CancellationToken cancellation)
    {
        var board = await BoardAsync(day, cancellation);
        var people = await InterestAsync(day, cancellation);
        var names = await db.Invitees.Where(invitee => invitee.DayId == day)
            .Select(invitee => new { invitee.PersonId, invitee.Person!.GivenName, invitee.Person.FamilyName })
            .ToDictionaryAsync(row => row.PersonId, row => $"{row.GivenName} {row.FamilyName}", cancellation);
        return board with { People = [.. people.Select(person => person with { Name = names[person.Person] })] };
    }

    /// <summary>The board, which is a small part of a day: of its people only those who present, and nothing of what they would like.</summary>
    public async Task<ProgrammeInput> BoardAsync(Guid day, CancellationToken cancellation)
    {
        var slots = await db.Slots.Where(slot => slot.DayId == day).OrderBy(slot => slot.StartMinute).ThenBy(slot => slot.Id)
            .Select(slot => new ProgrammeSlot(slot.Id, slot.Name, slot.StartMinute)).ToListAsync(cancellation);
        var rooms = await db.Rooms.Where(room => room.DayId == day).OrderBy(room => room.Site).ThenBy(room => room.Name).ThenBy(room => room.Id)
            .Select(room => new InputRoom(room.Id, room.Name, room.Seats, room.Site)).ToListAsync(cancellation);
        var runs = await db.Sessions.Where(session => session.Workshop!.DayId == day)
            .OrderBy(session => session.Workshop!.Code).ThenBy(session => session.Slot!.StartMinute)
            .Select(session => new BoardRun(
                session.Id, session.WorkshopId, session.SlotId, session.RoomId, session.Seats, session.Minimum, session.IsPinned, session.Taken, session.Version))
            .ToListAsync(cancellation);
        var presenters = await db.Presenters.Where(presenter => db.Workshops.Any(workshop => workshop.Id == presenter.WorkshopId && workshop.DayId == day))
            .Select(presenter => new { presenter.WorkshopId, presenter.PersonId, presenter.Person!.GivenName, presenter.Person.FamilyName })
            .ToListAsync(cancellation);
        var workshops = await WorkshopsAsync(day, rooms, runs, presenters.ToLookup(row => row.WorkshopId, row => row.PersonId), cancellation);
        var people = await PresentingAsync(day, cancellation);
        var known = people.Select(person => person.Person).ToHashSet();
        var others = presenters.Where(row => known.Add(row.PersonId)).Select(row => new InputSpeaker(row.PersonId, $"{row.GivenName} {row.FamilyName}")).ToList();
        return new ProgrammeInput(
            slots, rooms, workshops, [.. runs.Where(run => run.Room is not null)], [.. runs.Where(run => run.Room is null)], people, others);
    }

    private async Task<List<InputWorkshop>> WorkshopsAsync(
        Guid day, List<InputRoom> rooms, List<BoardRun> runs, ILookup<Guid, Guid> presenters, CancellationToken cancellation)
    {
        var seats = rooms.ToDictionary(room => room.Id, room => room.Seats);
        var own = runs.Where(run => run.Room is not null).ToLookup(run => run.Workshop);
        var rows = await db.Workshops.Where(workshop => workshop.DayId == day).OrderBy(workshop => workshop.Code)
            .Select(workshop => new
            {
                workshop.Id,
                workshop.Code,
                workshop.Title,
                workshop.Smallest,
                workshop.Largest,
                workshop.MostRuns,
                workshop.AwaySlots,
                workshop.SuitableRooms,
                workshop.Audience,
            })
            .AsNoTracking().ToListAsync(cancellation);
        return [.. rows.Select(row => new InputWorkshop(
            row.Id, row.Code, row.Title,
            row.Smallest ?? own[row.Id].Select(run => run.Minimum).DefaultIfEmpty().Min(),
            row.Largest ?? Chosen(own[row.Id].ToList()),
            row.MostRuns, row.AwaySlots, row.SuitableRooms, row.Audience, [.. presenters[row.Id]]))];

        // Organisers who gave every session of a workshop fewer seats than its room has meant it so.
        int? Chosen(List<BoardRun> sessions) =>
            sessions.Count > 0 && sessions.TrueForAll(run => run.Seats > 0 && run.Seats < seats[run.Room!.Value]) ? sessions.Max(run => run.Seats) : null;
    }

    private async Task<List<InterestedPerson>> PresentingAsync(Guid day, CancellationToken cancellation)
    {
        var rows = await (
            from presenter in db.Presenters
            join workshop in db.Workshops on presenter.WorkshopId equals workshop.Id
            join invitee in db.Invitees on presenter.PersonId equals invitee.PersonId
            where workshop.DayId == day && invitee.DayId == day
            select new { invitee.PersonId, invitee.Person!.GivenName, invitee.Person.FamilyName, invitee.RoleGroup, invitee.AwaySlots, invitee.Carry })
            .AsNoTracking().ToListAsync(cancellation);
        return [.. rows.DistinctBy(row => row.PersonId).OrderBy(row => row.PersonId).Select(row => new InterestedPerson(
            row.PersonId, $"{row.GivenName} {row.FamilyName}", row.RoleGroup, row.AwaySlots, Wishes: [], WishesAreStars: true, row.Carry))];
    }

    /// <summary>
    /// What everybody who is invited would like, without their names, in the order of their keys. It is read whenever the board is shown, so
    /// the database gives the rows as it finds them, and they are put in order here.
    /// </summary>
    public async Task<IReadOnlyList<InterestedPerson>> InterestAsync(Guid day, CancellationToken cancellation)
    {
        var choices = (await db.Choices.Where(choice => choice.Workshop!.DayId == day)
            .Select(choice => new { choice.InviteeId, choice.WorkshopId, choice.Rank }).ToListAsync(cancellation)).ToLookup(row => row.InviteeId);
        var stars = (await db.Stars.Where(star => db.Workshops.Any(workshop => workshop.Id == star.WorkshopId && workshop.DayId == day))
            .Select(star => new { star.InviteeId, star.WorkshopId }).ToListAsync(cancellation)).ToLookup(row => row.InviteeId, row => row.WorkshopId);
        var rows = await db.Invitees.Where(invitee => invitee.DayId == day)
            .Select(invitee => new { invitee.Id, invitee.PersonId, invitee.RoleGroup, invitee.AwaySlots, invitee.Carry })
            .AsNoTracking().ToListAsync(cancellation);
        return [.. rows.OrderBy(row => row.PersonId).Select(row => new InterestedPerson(
            row.PersonId, Name: "", row.RoleGroup, row.AwaySlots,
            choices.Contains(row.Id) ? [.. choices[row.Id].OrderBy(choice => choice.Rank).Select(choice => choice.WorkshopId)] : [.. stars[row.Id].Order()],
            WishesAreStars: !choices.Contains(row.Id), row.Carry))];
    }
}
