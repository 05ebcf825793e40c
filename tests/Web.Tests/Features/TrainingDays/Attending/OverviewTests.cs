using System.Net;
using System.Text;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Attending;

public sealed class OverviewTests
{
    [Theory, BothEngines]
    public async Task Organisers_see_how_many_are_in_and_who_is_missing(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        await RecordAsync(app, scene, scene.Here, scene.Ann, AttendanceState.Present);
        await RecordAsync(app, scene, scene.There, scene.Ben, AttendanceState.Absent);
        app.Clock.Set(scene.At(9, 30));
        var lead = await app.SignInAs(scene.Lead);
        var page = await lead.Get($"/training-days/attendance/{scene.Day.Id}");
        var slots = page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent)));
        slots.ShouldBe(["1 2 1 0 0", "0 2 0 2 0"]);

        var people = await lead.Get($"/training-days/attendance/people/{scene.Day.Id}?slot={scene.First.Id}");
        people.Table().ShouldHaveSingleItem().ShouldBe(
            [await scene.NameAsync(scene.Ben), await SchoolAsync(app, scene.Ben), scene.First.Name, $"W02 {scene.Day.Workshops[1].Title}", "Absent"]);
        // The second session has not begun, so nobody is missing from it yet.
        (await lead.Get($"/training-days/attendance/people/{scene.Day.Id}")).Table().Count.ShouldBe(1);
        (await lead.Get($"/training-days/attendance/people/{scene.Day.Id}?show=Present")).Table().ShouldHaveSingleItem()[0].ShouldBe(await scene.NameAsync(scene.Ann));
        (await lead.Get($"/training-days/attendance/people/{scene.Day.Id}?show=Everybody")).Table().Count.ShouldBe(4);

        var file = Encoding.UTF8.GetString((await lead.Get($"/training-days/attendance/people/{scene.Day.Id}?handler=file&kind=csv&show=Everybody")).Bytes);
        file.ShouldContain($"{scene.First.Name},09:00,W02,{scene.Day.Workshops[1].Title},Absent,Register,2027-01-11 09:00");
        file.ShouldContain("Not recorded");
        (await lead.Get($"/training-days/attendance/people/{scene.Day.Id}?handler=file&kind=xlsx")).Bytes[..2].ShouldBe("PK"u8.ToArray());
    }

    [Theory, BothEngines]
    public async Task On_the_day_the_slot_that_runs_comes_first(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var slots = scene.Day.Slots.OrderBy(slot => slot.StartMinute).ToList();
        foreach (var (at, first, now) in new[] { (scene.At(8, 0), slots[0], false), (scene.At(9, 30), slots[0], true), (scene.Day.Date.ToDateTime(slots[1].Starts.AddMinutes(5), DateTimeKind.Utc), slots[1], true), (scene.At(9, 30).AddDays(1), slots[0], false) })
        {
            app.Clock.Set(at);
            var page = await (await app.SignInAs(scene.Lead)).Get($"/training-days/attendance/{scene.Day.Id}");
            var tables = page.Document.QuerySelectorAll("table");
            var sessions = tables[1].QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[0].TextContent).ToList();
            sessions[0].ShouldBe(first.Name, at.ToString("s"));
            tables[0].QuerySelectorAll("tbody th").Where(cell => cell.TextContent.Contains("Now", StringComparison.Ordinal)).Select(cell => cell.TextContent)
                .ShouldBe(now ? [$"{first.Name}, {first.Starts:HH:mm} Now"] : [], at.ToString("s"));
            sessions.Count.ShouldBe(4);
        }
    }

    [Theory, BothEngines]
    public async Task A_schools_lead_sees_their_own_people_only(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        app.Clock.Set(scene.At(9, 30));
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, scene.School));
        var page = await browser.Get($"/training-days/attendance/people/{scene.Day.Id}?show=Everybody");
        page.Table().Select(row => row[0]).Distinct().ShouldBe([await scene.NameAsync(scene.Ann)]);
        page = await browser.Get($"/training-days/attendance/{scene.Day.Id}");
        page.Html.ShouldNotContain(scene.Day.Workshops[1].Title);
        page.Html.ShouldNotContain("/register/");
    }

    [Theory, BothEngines]
    public async Task The_lists_take_as_many_queries_for_many_people_as_for_few(App app)
    {
        var scene = await DayScene.MakeAsync(app, seats: 10);
        app.Clock.Set(scene.At(9, 30));
        var lead = await app.SignInAs(scene.Lead);
        foreach (var path in new[] { $"/training-days/attendance/{scene.Day.Id}", $"/training-days/attendance/people/{scene.Day.Id}?show=Everybody", scene.RegisterPath })
        {
            var few = await app.QueriesOf(() => lead.Get(path));
            for (var number = 0; number < 3; number++)
            {
                var invitee = await app.World.Invite(scene.Day, await app.World.Person());
                await RecordAsync(app, scene, scene.Here, invitee, AttendanceState.Present);
            }
            (await app.QueriesOf(() => lead.Get(path))).Count.ShouldBe(few.Count, path);
        }
    }

    [Theory, BothEngines]
    public async Task A_lead_enters_late_for_their_own_people_until_the_day_is_closed(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var lead = await app.World.Holder(Role.PdLead, scene.School);
        var path = $"/training-days/attendance/late/{scene.Day.Id}/{scene.Ann.Id}";
        app.Clock.Set(scene.At(18, 0));
        (await (await app.SignInAs(lead)).Get(path)).Text("main").ShouldContain("Late entries can be made from the day after.");

        app.Clock.Set(scene.At(8, 0).AddDays(1));
        var (browser, organiser) = (await app.SignInAs(lead), await app.SignInAs(scene.Lead));
        var page = await (await browser.Get($"/training-days/attendance/people/{scene.Day.Id}?slot={scene.First.Id}")).Follow(await scene.NameAsync(scene.Ann));
        page.Path.ShouldBe(path);
        var old = page = await page.Press(FirstPresent(page));
        var row = (await app.Db(db => db.Attendance.AsNoTracking().SingleAsync(one => one.DayId == scene.Day.Id)))!;
        (row.State, row.Origin, row.RecordedById).ShouldBe((AttendanceState.Present, AttendanceOrigin.LateEntry, lead.Id));
        // Ben is of another school.
        (await browser.Get($"/training-days/attendance/late/{scene.Day.Id}/{scene.Ben.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await app.Db(db => db.TrainingDays.Where(day => day.Id == scene.Day.Id).ExecuteUpdateAsync(change => change.SetProperty(day => day.Stage, DayStage.Closed)));
        (await old.Press(FirstPresent(old).Replace("Present", "Absent", StringComparison.Ordinal))).Text("main").ShouldContain("The day is closed.");
        (await app.Db(db => db.Attendance.AsNoTracking().SingleAsync(one => one.DayId == scene.Day.Id))).State.ShouldBe(AttendanceState.Present);
        page = await organiser.Get(path);
        await page.Press(FirstPresent(page).Replace("Present", "Absent", StringComparison.Ordinal));
        (await app.Db(db => db.Attendance.AsNoTracking().SingleAsync(one => one.DayId == scene.Day.Id))).State.ShouldBe(AttendanceState.Absent);
        (await app.Db(db => db.AuditEntries.Where(entry => entry.ConcernsPersonId == scene.Ann.PersonId).OrderBy(entry => entry.Id).Select(entry => entry.Deed).LastAsync()))
            .ShouldEndWith("absent, not present");
    }

    private static string FirstPresent(Page page) => page.Texts(".mark button:first-child")[0];

    private static Task<string> SchoolAsync(App app, Invitee invitee) =>
        app.Db(db => db.Organisations.Where(school => school.Id == invitee.OrganisationId).Select(school => school.Name).SingleAsync());

    private static Task<Attendance> RecordAsync(App app, DayScene scene, Session session, Invitee who, AttendanceState state) => app.World.Add(new Attendance
    {
        DayId = scene.Day.Id,
        SessionId = session.Id,
        PersonId = who.PersonId,
        State = state,
        Origin = AttendanceOrigin.Register,
        RecordedAt = app.Clock.Now,
    });
}
