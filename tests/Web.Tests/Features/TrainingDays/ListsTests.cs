using System.IO.Compression;
using System.Net;
using System.Text;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays;

public sealed class ListsTests
{
    [Theory, BothEngines]
    public async Task Organisers_see_places_as_soon_as_a_run_is_adopted(App app)
    {
        var world = await Placed(app, DayStage.Allocating);
        var browser = await app.SignInAs(world.Lead);
        (await browser.Get($"/training-days/lists/by-school/{world.Day.Id}")).Table().Select(row => row[0]).ShouldBe([world.Mine.FullName, world.Theirs.FullName], ignoreOrder: true);
        (await browser.Get($"/training-days/lists/by-session/{world.Day.Id}")).Table().Select(row => row[3]).ShouldBe(["2", "1"]);
        var page = await browser.Get($"/training-days/lists/session/{world.Day.Id}/{world.Day.Workshops[0].Sessions[0].Id}");
        page.Table().Select(row => row[3]).ShouldBe(["Choice 1", "Not among the choices"], ignoreOrder: true);
        var register = await browser.Get($"/training-days/lists/register/{world.Day.Id}");
        register.Document.QuerySelectorAll("section.register").Length.ShouldBe(2);
        register.Document.QuerySelectorAll(".register-box").Length.ShouldBe(3);
        register.Texts("h1").ShouldBe(["Registers"]);
        register.Texts("thead .register-head").ShouldAllBe(head => head.Contains(world.Day.Name)); // a browser repeats it on each page
    }

    [Theory, BothEngines]
    public async Task A_schools_lead_sees_their_own_people_once_the_day_is_published(App app)
    {
        var hidden = await Placed(app, DayStage.Allocating);
        var early = await app.SignInAs(hidden.SchoolLead);
        (await early.Get($"/training-days/lists/by-school/{hidden.Day.Id}")).Path.ShouldBe($"/training-days/lists/{hidden.Day.Id}");

        var world = await Placed(app, DayStage.Published);
        var browser = await app.SignInAs(world.SchoolLead);
        foreach (var list in new[] { "by-school", "by-session", "register" })
            (await browser.Get($"/training-days/lists/{list}/{world.Day.Id}")).Text("main").ShouldNotContain(world.Theirs.FullName);
        (await browser.Get($"/training-days/lists/by-school/{world.Day.Id}")).Table().ShouldHaveSingleItem()[0].ShouldBe(world.Mine.FullName);
        (await browser.Get($"/training-days/lists/by-session/{world.Day.Id}")).Table()[0][3].ShouldBe("1");
        foreach (var list in new[] { "by-school", "by-session" })
        {
            var file = await browser.Get($"/training-days/lists/{list}/{world.Day.Id}?handler=file&kind=csv");
            Encoding.UTF8.GetString(file.Bytes).ShouldContain(world.Mine.FamilyName);
            Encoding.UTF8.GetString(file.Bytes).ShouldNotContain(world.Theirs.FamilyName);
        }
    }

    [Theory, BothEngines]
    public async Task Files_hold_every_row(App app)
    {
        var world = await Placed(app, DayStage.Published);
        var browser = await app.SignInAs(world.Lead);
        var bySession = await browser.Get($"/training-days/lists/by-session/{world.Day.Id}?handler=file&kind=csv");
        bySession.ContentHeaders.ContentDisposition!.FileName.ShouldBe("places-by-session.csv");
        Encoding.UTF8.GetString(bySession.Bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
        var bySchool = await browser.Get($"/training-days/lists/by-school/{world.Day.Id}?handler=file&kind=xlsx");
        await using var workbook = new ZipArchive(new MemoryStream(bySchool.Bytes));
        workbook.GetEntry("xl/workbook.xml").ShouldNotBeNull();
    }

    [Theory, BothEngines]
    public async Task Lists_take_as_many_queries_for_three_people_as_for_one(App app)
    {
        var world = await Placed(app, DayStage.Published);
        var browser = await app.SignInAs(world.Lead);
        string[] paths = [$"/training-days/lists/by-school/{world.Day.Id}", $"/training-days/lists/by-session/{world.Day.Id}", $"/training-days/lists/register/{world.Day.Id}"];
        await browser.Get(paths[0]);
        var before = new List<int>();
        foreach (var path in paths)
            before.Add((await app.QueriesOf(() => browser.Get(path))).Count);
        var run = await app.Db(db => db.TrainingDays.Where(day => day.Id == world.Day.Id).Select(day => day.AdoptedRunId!.Value).SingleAsync());
        foreach (var session in world.Day.Workshops[0].Sessions)
        {
            var more = await app.World.Invite(world.Day, await app.World.Person());
            await app.World.Add(new Place { RunId = run, InviteeId = more.Id, SlotId = session.SlotId, SessionId = session.Id });
        }
        foreach (var (index, path) in paths.Index())
            (await app.QueriesOf(() => browser.Get(path))).Count.ShouldBe(before[index], path);
    }

    [Theory, BothEngines]
    public async Task Without_places_the_page_says_what_to_do(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, workshops: 1);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var page = await browser.Get($"/training-days/lists/register/{day.Id}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("main").ShouldContain("No places yet");
    }

    private static async Task<(TrainingDay Day, Person Lead, Person SchoolLead, Person Mine, Person Theirs)> Placed(App app, DayStage stage)
    {
        var trust = await app.World.Trust();
        var (own, other) = (await app.World.School("Own", trust), await app.World.School("Other", trust));
        var (mine, theirs) = (await app.World.Person(own), await app.World.Person(other));
        var day = await app.World.Day(trust, stage, workshops: 1);
        var (first, second) = (await app.World.Invite(day, mine), await app.World.Invite(day, theirs));
        var lead = await app.World.Holder(Role.PdLead, trust);
        var (morning, later) = (day.Workshops[0].Sessions[0], day.Workshops[0].Sessions[1]);
        await app.World.AdoptedRun(day, lead, (first, morning, 1), (second, morning, null), (second, later, 2));
        return (day, lead, await app.World.Holder(Role.PdLead, own), mine, theirs);
    }
}
