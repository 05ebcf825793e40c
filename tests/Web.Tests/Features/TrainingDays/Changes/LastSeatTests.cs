using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Changes;

/// <summary>A seat is never sold twice, however many want it at the same moment.</summary>
public sealed class LastSeatTests
{
    private const int People = 200;

    [Theory, BothEngines]
    public async Task Of_200_people_racing_for_the_last_seat_one_gets_it(App app)
    {
        var school = await app.World.School();
        var day = await app.World.Day(stage: DayStage.Published, slots: 1, workshops: 1, seats: 2);
        var session = day.Workshops[0].Sessions[0];
        var first = await app.World.Invite(day, await app.World.Person(school));
        await app.World.AdoptedRun(day, await app.World.Person(school), (first, session, 1));
        await app.World.GoLive(day);
        var people = await app.Db(async db =>
        {
            var all = Enumerable.Range(0, People).Select(number => new Person { GivenName = "Sam", FamilyName = $"Racer-{number}-{World.Code()}" }).ToList();
            db.AddRange(all);
            db.AddRange(all.Select(person => new Invitee { DayId = day.Id, PersonId = person.Id, OrganisationId = school.Id, RoleGroup = RoleGroup.Teacher }));
            await db.SaveChangesAsync();
            return all;
        });
        var pages = new List<Page>();
        foreach (var person in people)
            pages.Add(await (await app.SignInAs(person)).Get($"/training-days/changes/take/{day.Id}/{session.Id}"));

        var answers = await Task.WhenAll(pages.Select(page => page.Press("Take the place")));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        answers.Count(answer => answer.Flash == $"You have a place in “{day.Workshops[0].Title}”.").ShouldBe(1);
        answers.Count(answer => answer.Flash == "All seats are taken.").ShouldBe(People - 1);
        var (taken, places) = await app.Db(async db => (
            await db.Sessions.Where(row => row.Id == session.Id).Select(row => row.Taken).SingleAsync(),
            await db.Places.CountAsync(place => place.SessionId == session.Id && place.RunId == db.TrainingDays.Single(row => row.Id == day.Id).LiveRunId)));
        (taken, places).ShouldBe((2, 2));
    }
}
