using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Certificates;

/// <summary>Reads what people took part in: what they attended, and what they presented.</summary>
public sealed class CertificateReader(AppDb db, SessionsAttended attended)
{
    /// <summary>Certificates of some people of one day, by school and name, those without an hour too.</summary>
    public async Task<IReadOnlyList<Certificate>> ReadAsync(TrainingDay day, IQueryable<Invitee> asked, CancellationToken cancellation)
    {
        var people = await asked
            .OrderBy(invitee => invitee.Organisation!.Name).ThenBy(invitee => invitee.OrganisationId)
            .ThenBy(invitee => invitee.Person!.FamilyName).ThenBy(invitee => invitee.Person!.GivenName).ThenBy(invitee => invitee.Id)
            .Select(invitee => new
            {
                invitee.Id,
                invitee.PersonId,
                invitee.Person!.GivenName,
                invitee.Person.FamilyName,
                invitee.OrganisationId,
                School = invitee.Organisation!.Name,
            })
            .ToListAsync(cancellation);
        var organisation = await db.Organisations.Where(row => row.Id == day.OrganisationId).Select(row => row.Name).SingleAsync(cancellation);
        var sessions = await db.Sessions.Where(session => session.Workshop!.DayId == day.Id)
            .Select(session => new { session.Id, session.WorkshopId, session.Workshop!.Title, session.SlotId, session.Slot!.StartMinute, session.Slot.EndMinute, session.Minimum, session.Taken })
            .ToDictionaryAsync(session => session.Id, cancellation);
        var seats = (await attended.ReadAsync(asked, cancellation)).Where(row => row.WasThere).ToLookup(row => row.InviteeId);
        var presented = (await db.Presenters
            .Where(presenter => asked.Any(invitee => invitee.PersonId == presenter.PersonId) && db.Workshops.Any(workshop => workshop.Id == presenter.WorkshopId && workshop.DayId == day.Id))
            .Select(presenter => new { presenter.PersonId, presenter.WorkshopId }).ToListAsync(cancellation)).ToLookup(row => row.PersonId, row => row.WorkshopId);
        return people.ConvertAll(person =>
        {
            var sat = seats[person.Id].Select(row => sessions[row.SessionId]).DistinctBy(session => session.SlotId).ToList();
            // A session with a minimum that nobody attends is one that was dropped.
            var spoke = sessions.Values.Where(session => presented[person.PersonId].Contains(session.WorkshopId) && (session.Minimum == 0 || session.Taken > 0)
                && !sat.Exists(other => other.SlotId == session.SlotId)).DistinctBy(session => session.SlotId);
            return new Certificate
            {
                InviteeId = person.Id,
                PersonName = $"{person.GivenName} {person.FamilyName}",
                SchoolId = person.OrganisationId,
                School = person.School,
                Day = day.Name,
                Date = day.Date,
                Venue = day.Venue,
                Organisation = organisation,
                Lines =
                [
                    .. sat.Select(session => new CertificateLine(session.StartMinute, session.EndMinute, session.Title, Presented: false))
                        .Concat(spoke.Select(session => new CertificateLine(session.StartMinute, session.EndMinute, session.Title, Presented: true)))
                        .OrderBy(line => line.StartMinute).ThenBy(line => line.Title, StringComparer.Ordinal),
                ],
            };
        });
    }
}
