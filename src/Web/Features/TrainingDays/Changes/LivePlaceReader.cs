using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Reads people and sessions of a published day as the rules see them.</summary>
public sealed class LivePlaceReader(AppDb db)
{
    public async Task<Attendee?> AttendeeAsync(TrainingDay day, Guid invitee, CancellationToken cancellation) =>
        (await AttendeesAsync(day, db.Invitees.Where(row => row.Id == invitee && row.DayId == day.Id), cancellation)).SingleOrDefault();

    /// <summary>Some people of a day; the number of queries is the same however many they are.</summary>
    public async Task<IReadOnlyList<Attendee>> AttendeesAsync(TrainingDay day, IQueryable<Invitee> invitees, CancellationToken cancellation)
    {
        var people = await invitees.AsNoTracking()
            .Select(row => new { row.Id, row.PersonId, row.OrganisationId, row.RoleGroup, row.AwaySlots, row.Person!.GivenName, row.Person.FamilyName, row.Person.Email })
            .ToListAsync(cancellation);
        var ids = people.ConvertAll(row => row.Id);
        var personIds = people.ConvertAll(row => row.PersonId);
        var places = (await db.Places
            .Where(place => place.RunId == day.LiveRunId && place.SessionId != null && ids.Contains(place.InviteeId))
            .Select(place => new { place.InviteeId, place.SlotId, SessionId = place.SessionId!.Value, place.Session!.WorkshopId, place.Session.Workshop!.Title, place.IsFixed })
            .ToListAsync(cancellation)).ToLookup(row => row.InviteeId, row => new HeldPlace(row.SlotId, row.SessionId, row.WorkshopId, row.Title) { IsFixed = row.IsFixed });
        var presented = (await db.Sessions.Where(session => session.Workshop!.DayId == day.Id)
            .Join(db.Presenters, session => session.WorkshopId, presenter => presenter.WorkshopId, (session, presenter) => new { presenter.PersonId, session.WorkshopId, session.SlotId })
            .Where(row => personIds.Contains(row.PersonId))
            .ToListAsync(cancellation)).ToLookup(row => row.PersonId);
        return people.ConvertAll(row => new Attendee
        {
            InviteeId = row.Id,
            PersonId = row.PersonId,
            OrganisationId = row.OrganisationId,
            RoleGroup = row.RoleGroup,
            GivenName = row.GivenName,
            Name = $"{row.GivenName} {row.FamilyName}",
            Email = row.Email,
            AwaySlots = row.AwaySlots,
            Presents = [.. presented[row.PersonId].Select(one => one.WorkshopId).Distinct()],
            PresentsIn = [.. presented[row.PersonId].Select(one => one.SlotId).Distinct()],
            Places = [.. places[row.Id]],
        });
    }

    public async Task<SeatedSession?> SessionAsync(TrainingDay day, Guid session, Attendee who, CancellationToken cancellation) =>
        (await SessionsAsync(day, db.Sessions.Where(row => row.Id == session), who, cancellation)).SingleOrDefault();

    /// <summary>Some sessions of a day in its order, as somebody finds them.</summary>
    public async Task<IReadOnlyList<SeatedSession>> SessionsAsync(TrainingDay day, IQueryable<Session> sessions, Attendee who, CancellationToken cancellation) =>
        await sessions.Where(session => session.Workshop!.DayId == day.Id).AsNoTracking()
            .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Title).ThenBy(session => session.Id)
            .Select(session => new SeatedSession
            {
                Id = session.Id,
                WorkshopId = session.WorkshopId,
                Title = session.Workshop!.Title,
                SlotId = session.SlotId,
                StartMinute = session.Slot!.StartMinute,
                Room = session.Room == null ? "" : session.Room.Name,
                PresenterNames = session.Workshop.PresenterNames,
                Audience = session.Workshop.Audience,
                Seats = session.Seats,
                Minimum = session.Minimum,
                Taken = session.Taken,
                FromSchool = db.Places.Count(place =>
                    place.RunId == day.LiveRunId && place.SessionId == session.Id && place.Invitee!.OrganisationId == who.OrganisationId),
            })
            .ToListAsync(cancellation);
}
