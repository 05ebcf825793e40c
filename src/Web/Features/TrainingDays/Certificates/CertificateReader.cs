using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Certificates;

/// <summary>Reads what people took part in: what they attended, and what they presented.</summary>
public sealed class CertificateReader(AppDb db, SessionsAttended attended)
{
    /// <summary>For more people than these, a whole day's rows are read: sooner than to look for each of them.</summary>
    private const int Many = 500;

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
        var parts = await PartsAsync(day, people.Count > Many ? null : asked, cancellation);
        return people.ConvertAll(person => new Certificate
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
                .. parts.Of(person.PersonId).Select(part => new CertificateLine(part.Session.StartMinute, part.Session.EndMinute, part.Session.Title, part.Presented))
                    .OrderBy(line => line.StartMinute).ThenBy(line => line.Title, StringComparer.Ordinal),
            ],
        });
    }

    /// <summary>How many people of each school have hours, and how many minutes together, by the school's name.</summary>
    public async Task<IReadOnlyList<SchoolHours>> BySchoolAsync(TrainingDay day, CancellationToken cancellation)
    {
        var all = db.Invitees.Where(invitee => invitee.DayId == day.Id);
        var schools = await all.GroupBy(invitee => new { invitee.OrganisationId, invitee.Organisation!.Name }).Select(group => group.Key)
            .OrderBy(school => school.Name).ThenBy(school => school.OrganisationId).ToListAsync(cancellation);
        var people = await all.Select(invitee => new { invitee.PersonId, invitee.OrganisationId }).ToListAsync(cancellation);
        var parts = await PartsAsync(day, asked: null, cancellation);
        var minutes = people.Select(person => (person.OrganisationId, Minutes: parts.Of(person.PersonId).Sum(part => part.Session.EndMinute - part.Session.StartMinute)))
            .Where(person => person.Minutes > 0).ToLookup(person => person.OrganisationId, person => person.Minutes);
        return [.. schools.Where(school => minutes.Contains(school.OrganisationId))
            .Select(school => new SchoolHours(school.OrganisationId, school.Name, minutes[school.OrganisationId].Count(), minutes[school.OrganisationId].Sum()))];
    }

    private async Task<Parts> PartsAsync(TrainingDay day, IQueryable<Invitee>? asked, CancellationToken cancellation)
    {
        var sessions = await db.Sessions.Where(session => session.Workshop!.DayId == day.Id)
            .Select(session => new RunSession(
                session.Id, session.WorkshopId, session.Workshop!.Title, session.SlotId, session.Slot!.StartMinute, session.Slot.EndMinute,
                // A session with a minimum that nobody attends is one that was dropped.
                session.Minimum == 0 || session.Taken > 0))
            .ToListAsync(cancellation);
        var presenters = db.Presenters.Where(presenter => db.Workshops.Any(workshop => workshop.Id == presenter.WorkshopId && workshop.DayId == day.Id));
        if (asked is not null)
            presenters = presenters.Where(presenter => asked.Any(invitee => invitee.PersonId == presenter.PersonId));
        var presented = await presenters.Select(presenter => new { presenter.PersonId, presenter.WorkshopId }).ToListAsync(cancellation);
        var run = await db.TrainingDays.Where(row => row.Id == day.Id).Select(row => row.LiveRunId ?? row.AdoptedRunId).SingleAsync(cancellation);
        var there = await attended.ThereAsync(day.Id, run, asked, cancellation);
        return new Parts(sessions, there, presented.ToLookup(row => row.PersonId, row => row.WorkshopId), await HeldAsync(run, sessions, there, cancellation));
    }

    /// <summary>Whoever two registers have as present at the same time: where they had a place is where they count as having been.</summary>
    private async Task<HashSet<(Guid Person, Guid Session)>> HeldAsync(
        Guid? run, IReadOnlyList<RunSession> sessions, ILookup<Guid, Guid> there, CancellationToken cancellation)
    {
        var slots = sessions.ToDictionary(session => session.Id, session => session.SlotId);
        var doubled = there.Where(person => person.Count() > person.Select(session => slots[session]).Distinct().Count()).Select(person => person.Key).ToList();
        if (doubled.Count == 0)
            return [];
        return [.. (await db.Places.Where(place => place.RunId == run && place.SessionId != null && doubled.Contains(place.Invitee!.PersonId))
            .Select(place => new { place.Invitee!.PersonId, place.SessionId }).ToListAsync(cancellation)).Select(place => (place.PersonId, place.SessionId!.Value))];
    }

    private sealed record RunSession(Guid Id, Guid WorkshopId, string Title, Guid SlotId, int StartMinute, int EndMinute, bool TookPlace);

    /// <summary>What people of one day took part in, one session for each slot.</summary>
    private sealed class Parts(IReadOnlyList<RunSession> sessions, ILookup<Guid, Guid> there, ILookup<Guid, Guid> presented, HashSet<(Guid, Guid)> held)
    {
        private readonly Dictionary<Guid, RunSession> _sessions = sessions.ToDictionary(session => session.Id);
        private readonly ILookup<Guid, RunSession> _byWorkshop = sessions.Where(session => session.TookPlace).ToLookup(session => session.WorkshopId);

        public IEnumerable<(RunSession Session, bool Presented)> Of(Guid person)
        {
            var sat = there[person].OrderByDescending(session => held.Contains((person, session))).Select(session => _sessions[session]).DistinctBy(session => session.SlotId).ToList();
            var spoke = presented[person].SelectMany(workshop => _byWorkshop[workshop]).Where(session => !sat.Exists(other => other.SlotId == session.SlotId))
                .DistinctBy(session => session.SlotId);
            return sat.Select(session => (session, false)).Concat(spoke.Select(session => (session, true)));
        }
    }
}

/// <summary>What the people of a school took part in together.</summary>
/// <param name="Id">The school.</param>
/// <param name="School">Its name.</param>
/// <param name="People">How many of its people have hours.</param>
/// <param name="Minutes">Their minutes together.</param>
public sealed record SchoolHours(Guid Id, string School, int People, int Minutes);
