using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Changes;

/// <summary>Once a day is published, no session is made smaller than the people who have a place in it.</summary>
public sealed class SeatsGuardTests
{
    [Theory, BothEngines]
    public async Task By_form(App app)
    {
        var (browser, day) = await DayAsync(app);
        var path = $"/training-days/workshops/edit/{day.Id}/{day.Workshops[0].Id}";
        var page = await (await browser.Get(path)).Press("Save", ("Input.Sessions[0].Seats", 1));
        page.Errors.ShouldHaveSingleItem().ShouldContain("2 people have a place in this session, so it needs at least 2 seats.");
        (await SeatsAsync(app, day)).ShouldBe(5);
        (await (await browser.Get(path)).Press("Save", ("Input.Sessions[0].Seats", 2))).Flash.ShouldContain("Saved");
        (await SeatsAsync(app, day)).ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task By_file(App app)
    {
        var (browser, day) = await DayAsync(app);
        var slot = day.Slots[0].Name;
        var page = await UploadAsync(browser, day, $"workshop,title,slot,seats\nW01,{day.Workshops[0].Title},{slot},1");
        page.Texts("mark").ShouldBe(["1"]);
        page.Text("main").ShouldContain("2 people have a place in this session");
        page = await UploadAsync(browser, day, $"workshop,title,slot,seats\nW01,{day.Workshops[0].Title},{slot},3");
        (await page.Press("Import 1 row")).Flash.ShouldContain("1 row is imported");
        (await SeatsAsync(app, day)).ShouldBe(3);
    }

    private static async Task<(Visitor Browser, TrainingDay Day)> DayAsync(App app)
    {
        var trust = await app.World.Trust();
        var (ann, ben) = (await app.World.Person(), await app.World.Person());
        var day = await app.World.Day(trust, DayStage.Published, slots: 1, workshops: 1, seats: 5);
        var session = day.Workshops[0].Sessions[0];
        await app.World.AdoptedRun(day, ann, (await app.World.Invite(day, ann), session, 1), (await app.World.Invite(day, ben), session, 1));
        await app.World.GoLive(day);
        return (await app.SignInAs(await app.World.Holder(Role.PdLead, trust)), day);
    }

    private static Task<int> SeatsAsync(App app, TrainingDay day) => app.Db(db => db.Sessions.Where(row => row.Workshop!.DayId == day.Id).Select(row => row.Seats).SingleAsync());

    private static async Task<Page> UploadAsync(Visitor browser, TrainingDay day, string text) =>
        await (await browser.Get($"/training-days/import/{day.Id}")).Press("Look at the file", ("Upload", new UploadedFile("programme.csv", text)));
}
