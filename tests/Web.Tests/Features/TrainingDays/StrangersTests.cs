using System.Net;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays;

/// <summary>Another trust's PD lead, and somebody who is only invited, find nothing at any of the organiser's addresses.</summary>
public sealed class StrangersTests
{
    [Theory, BothEngines]
    public async Task Every_page_of_a_day_is_not_found_by_strangers(App app)
    {
        var trust = await app.World.Trust();
        var teacher = await app.World.Person(await app.World.School(trust: trust));
        var day = await app.World.Day(trust, DayStage.Published, workshops: 1, invitees: [teacher]);
        var invitee = await app.Db(db => db.Invitees.SingleAsync(row => row.DayId == day.Id));
        var theirs = await app.World.Holder(Role.PdLead, await app.World.Trust());
        foreach (var browser in new[] { await app.SignInAs(theirs), await app.SignInAs(teacher) })
        {
            foreach (var path in Paths(day, invitee))
                (await browser.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
        var own = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        foreach (var path in Paths(day, invitee))
            (await own.Get(path)).Status.ShouldBe(HttpStatusCode.OK, path);
    }

    [Theory, BothEngines]
    public async Task Parts_of_another_day_are_not_found_under_ones_own(App app)
    {
        var trust = await app.World.Trust();
        var mine = await app.World.Day(trust, workshops: 1);
        var person = await app.World.Person();
        var theirs = await app.World.Day(workshops: 1, invitees: [person]);
        var invitee = await app.Db(db => db.Invitees.SingleAsync(row => row.DayId == theirs.Id));
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        foreach (var path in Parts(theirs, invitee).Select(part => part.Replace("{day}", mine.Id.ToString(), StringComparison.Ordinal)))
            (await browser.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
    }

    private static IEnumerable<string> Paths(TrainingDay day, Invitee invitee) =>
        Parts(day, invitee).Concat(
        [
            "/training-days/day/{day}", "/training-days/edit/{day}", "/training-days/open-choosing/{day}", "/training-days/step/{day}/close-choosing",
            "/training-days/step/{day}/back-to-draft", "/training-days/calls/{day}", "/training-days/calls/edit/{day}", "/training-days/calls/topic/{day}",
            "/training-days/calls/criterion/{day}", "/training-days/reviews/{day}", "/training-days/reviews/reviewers/{day}", "/training-days/reviews/send/{day}", "/training-days/calls/open/{day}", "/training-days/calls/preview/{day}", "/training-days/slots/{day}", "/training-days/slots/edit/{day}", "/training-days/rooms/{day}",
            "/training-days/rooms/edit/{day}", "/training-days/workshops/{day}", "/training-days/workshops/edit/{day}", "/training-days/programme/board/{day}",
            "/training-days/programme/suggest/{day}", "/training-days/programme/versions/{day}", "/training-days/programme/interest/{day}",
            "/training-days/import/{day}", "/training-days/import-choices/{day}", "/training-days/invite/{day}", "/training-days/invite/schools/{day}",
            "/training-days/invite/person/{day}", "/training-days/who-has-not-chosen/{day}", "/training-days/remind/{day}", "/training-days/lists/{day}",
            "/training-days/lists/by-session/{day}", "/training-days/lists/by-school/{day}", "/training-days/lists/register/{day}", "/training-days/feedback/{day}", "/training-days/feedback/edit/{day}",
            "/training-days/certificates/{day}", "/training-days/report/{day}", "/training-days/report/note/{day}", "/training-days/report/carried/{day}",
            "/training-days/attendance/{day}", "/training-days/attendance/people/{day}", "/training-days/attendance/paper/{day}",
        ]).Select(path => path.Replace("{day}", day.Id.ToString(), StringComparison.Ordinal));

    private static IEnumerable<string> Parts(TrainingDay day, Invitee invitee) =>
    [
        $"/training-days/slots/edit/{{day}}/{day.Slots[0].Id}", $"/training-days/slots/remove/{{day}}/{day.Slots[0].Id}",
        $"/training-days/rooms/edit/{{day}}/{day.Rooms[0].Id}", $"/training-days/rooms/remove/{{day}}/{day.Rooms[0].Id}",
        $"/training-days/workshops/edit/{{day}}/{day.Workshops[0].Id}", $"/training-days/workshops/remove/{{day}}/{day.Workshops[0].Id}",
        $"/training-days/workshops/presenters/{{day}}/{day.Workshops[0].Id}",
        $"/training-days/invite/edit/{{day}}/{invitee.Id}", $"/training-days/invite/remove/{{day}}/{invitee.Id}",
    ];
}
