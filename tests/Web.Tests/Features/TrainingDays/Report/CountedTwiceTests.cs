using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Features.TrainingDays.Report;

/// <summary>What is counted in the database for a whole day is what is said of each of its people, whatever registers and apologies say.</summary>
public sealed class CountedTwiceTests
{
    [Theory, BothEngines]
    public async Task Places_and_hours_are_counted_as_the_registers_have_them_of_each(App app)
    {
        var seen = new HashSet<AttendanceState?>();
        for (var seed = 1; seed <= 4; seed++)
        {
            var day = await DayAsync(app, new Random(seed));
            await using var scope = app.Services.CreateAsyncScope();
            var (db, none) = (scope.ServiceProvider.GetRequiredService<AppDb>(), CancellationToken.None);
            var asked = db.Invitees.Where(row => row.DayId == day.Id);
            var each = await scope.ServiceProvider.GetRequiredService<SessionsAttended>().ReadAsync(asked, none);
            var people = await asked.ToDictionaryAsync(row => row.Id, row => (row.OrganisationId, row.RoleGroup, row.PersonId));

            var seated = each.Select(row => (row.InviteeId, row.SlotId)).ToHashSet();
            var states = each.Where(row => !row.WasElsewhere).Select(row => (row.InviteeId, row.State))
                .Concat((await db.Apologies.Where(row => row.Invitee!.DayId == day.Id && row.SessionId != null).ToListAsync())
                    .Where(row => !seated.Contains((row.InviteeId, row.SlotId))).Select(row => (row.InviteeId, (AttendanceState?)AttendanceState.Apologies)))
                .CountBy(row => (people[row.InviteeId].OrganisationId, people[row.InviteeId].RoleGroup, row.Item2)).ToDictionary();
            seen.UnionWith(states.Keys.Select(key => key.Item3));
            var counted = await scope.ServiceProvider.GetRequiredService<AttendanceReader>().ReadAsync(day, asked, none);
            counted.GroupBy(row => (row.SchoolId, row.RoleGroup, row.State)).ToDictionary(group => group.Key, group => group.Sum(row => row.Places))
                .ShouldBe(states, ignoreOrder: true, $"seed {seed}");

            var reader = scope.ServiceProvider.GetRequiredService<CertificateReader>();
            var certificates = await reader.ReadAsync(day, asked, none);
            foreach (var certificate in certificates)
            {
                var slots = each.Where(row => row.WasThere && row.InviteeId == certificate.InviteeId).Select(row => row.SlotId).Distinct().Count();
                certificate.Lines.Count(line => !line.Presented).ShouldBe(slots, $"seed {seed}");
                var person = people[certificate.InviteeId].PersonId;
                (await reader.ReadAsync(day, asked.Where(row => row.PersonId == person), none)).Single().Lines.ShouldBe(certificate.Lines, $"seed {seed}");
            }
            (await reader.BySchoolAsync(day, none)).Select(school => (school.Id, school.School, school.People, school.Minutes))
                .ShouldBe(certificates.Where(one => one.Minutes > 0).GroupBy(one => (one.SchoolId, one.School))
                    .Select(school => (school.Key.SchoolId, school.Key.School, school.Count(), school.Sum(one => one.Minutes))), $"seed {seed}");
        }
        seen.Count.ShouldBe(4, "present, absent, apologies and nothing were all there");
    }

    /// <summary>Two rooms in three slots, twelve people of two schools with places in one of them or none, and whatever chance does to them.</summary>
    private static async Task<TrainingDay> DayAsync(App app, Random chance)
    {
        var trust = await app.World.Trust();
        var schools = new[] { await app.World.School(trust: trust), await app.World.School(trust: trust) };
        var people = new List<Web.Features.Directory.Person>();
        for (var number = 0; number < 12; number++)
            people.Add(await app.World.Person(schools[number % 2]));
        var day = await app.World.Day(trust, DayStage.Closed, slots: 3, workshops: 2, invitees: people);
        var invitees = await app.Db(db => db.Invitees.Where(row => row.DayId == day.Id).OrderBy(row => row.Id).ToListAsync());
        await app.World.Add(new Presenter { WorkshopId = day.Workshops[1].Id, PersonId = people[0].Id });
        var places = invitees.SelectMany(invitee => Enumerable.Range(0, 3).Where(_ => chance.Next(4) > 0)
            .Select(slot => (invitee, day.Workshops[chance.Next(2)].Sessions[slot], (int?)null))).ToArray();
        await app.World.AdoptedRun(day, people[0], places);
        day = await app.World.GoLive(day);
        var sessions = await app.Db(db => db.Sessions.Where(row => row.Workshop!.DayId == day.Id).OrderBy(row => row.Id).ToListAsync());
        // One session in three has no register.
        foreach (var session in sessions.Where(_ => chance.Next(3) > 0))
        {
            foreach (var invitee in invitees.Where(_ => chance.Next(3) > 0))
            {
                var isTheirs = places.Any(place => place.invitee.Id == invitee.Id && place.Item2.Id == session.Id);
                if (isTheirs || chance.Next(6) == 0)
                    await app.World.Register(day, session, people.Single(person => person.Id == invitee.PersonId), (AttendanceState)chance.Next(3));
            }
        }
        foreach (var invitee in invitees.Where(_ => chance.Next(2) == 0))
        {
            var session = sessions[chance.Next(sessions.Count)];
            await app.World.Add(new Apology { InviteeId = invitee.Id, SlotId = session.SlotId, SessionId = chance.Next(3) == 0 ? null : session.Id, At = app.Clock.Now });
        }
        return day;
    }
}
