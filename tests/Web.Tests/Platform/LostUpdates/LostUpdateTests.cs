using System.Net;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Platform.LostUpdates;

/// <summary>Two people have the same page open, and both save.</summary>
public sealed class LostUpdateTests
{
    private const string SaveMine = "Save mine instead";

    [Theory, BothEngines]
    public async Task The_second_reads_both_and_may_put_theirs_in_its_place(App app)
    {
        var (room, first, second) = await TwoOpenARoomAsync(app);
        var gym = $"Gym {World.Code()}";
        (await first.Press("Save", ("Input.Name", gym), ("Input.Seats", 120))).Status.ShouldBe(HttpStatusCode.OK);
        var told = await second.Press("Save", ("Input.Name", room.Name), ("Input.Seats", 30));

        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Heading.ShouldBe("Somebody else changed this while you had it open");
        told.Table().ShouldBe([["Name", gym, room.Name], ["Seats", "120", "30"]]);
        (await RowAsync(app, room)).ShouldBe((gym, 120));

        var saved = await told.Press(SaveMine);
        saved.Status.ShouldBe(HttpStatusCode.OK);
        saved.Flash.ShouldBe($"Saved: {room.Name}, 30 seats.");
        (await RowAsync(app, room)).ShouldBe((room.Name, 30));
        // What the first one did is still written down.
        var deeds = await app.Db(db => db.AuditEntries.Where(entry => entry.SubjectId == room.DayId).OrderBy(entry => entry.Id).Select(entry => entry.Deed).ToListAsync());
        deeds.ShouldBe([$"changed the room {room.Name} (20 seats) to {gym} (120 seats)", $"changed the room {gym} (120 seats) to {room.Name} (30 seats)"]);
    }

    [Theory, BothEngines]
    public async Task The_second_may_leave_it_as_the_first_saved_it(App app)
    {
        var (room, first, second) = await TwoOpenARoomAsync(app);
        await first.Press("Save", ("Input.Seats", 120));
        var told = await second.Press("Save", ("Input.Seats", 30));
        var anew = await told.Follow("Leave theirs and open the page anew");
        anew.Status.ShouldBe(HttpStatusCode.OK);
        anew.Document.QuerySelector("[name='Input.Seats']")!.GetAttribute("value").ShouldBe("120");
        (await anew.Press("Save", ("Input.Seats", 31))).Status.ShouldBe(HttpStatusCode.OK);
        (await RowAsync(app, room)).Seats.ShouldBe(31);
    }

    [Theory, BothEngines]
    public async Task A_third_who_saves_in_between_is_not_overwritten_either(App app)
    {
        var (room, first, second) = await TwoOpenARoomAsync(app);
        await first.Press("Save", ("Input.Seats", 120));
        var told = await second.Press("Save", ("Input.Seats", 30));
        await (await told.Follow("Leave theirs and open the page anew")).Press("Save", ("Input.Seats", 50));
        var again = await told.Press(SaveMine);
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Table().ShouldContain(row => row[0] == "Seats" && row[1] == "50" && row[2] == "30");
        (await RowAsync(app, room)).Seats.ShouldBe(50);
    }

    [Theory, BothEngines]
    public async Task A_school_s_fields_are_called_as_on_its_page_and_what_was_emptied_is_named(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, trust));
        var path = $"/directory/edit-organisation/{school.Id}";
        var first = await browser.Get(path);
        var second = await browser.Get(path);
        await first.Press("Save", ("Input.LocalAuthority", "Cumbria"), ("Input.Town", "Kendal"), ("Input.ClosedOn", new DateOnly(2027, 8, 31)));
        var told = await second.Press("Save", ("Input.Pupils", 210), ("Input.Street", "1 “Beck” <Lane>"));
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Table().ShouldBe(
        [
            ["Name", school.Name, school.Name], ["Phase", "Primary", "Primary"], ["Pupils", "", "210"], ["Street", "", "1 “Beck” <Lane>"],
            ["Town", "Kendal", "Nothing"], ["Local authority", "Cumbria", "Nothing"], ["Closed on", "Tuesday 31 August 2027", "Nothing"],
        ]);
        (await told.Press(SaveMine)).Flash.ShouldBe("Saved.");
        var row = await app.Db(db => db.Organisations.AsNoTracking().SingleAsync(row => row.Id == school.Id));
        (row.Pupils, row.Street, row.Town, row.ClosedOn).ShouldBe((210, "1 “Beck” <Lane>", "", null));
    }

    [Theory, BothEngines]
    public async Task A_form_about_several_rows_is_opened_beside(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Draft, slots: 2, workshops: 1);
        var path = $"/training-days/workshops/edit/{day.Id}/{day.Workshops[0].Id}";
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var first = await browser.Get(path);
        var second = await browser.Get(path);
        (await first.Press("Save", ("Input.Title", "Phonics"))).Status.ShouldBe(HttpStatusCode.OK);
        var told = await second.Press("Save", ("Input.Summary", "Two\nlines"), ("Input.Sessions[1].Seats", 7));
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Table().ShouldContain(row => row[0] == "Summary" && row[1] == "" && row[2] == "Two lines");
        told.Table().ShouldContain(row => row[0] == "Title" && row[1] == "Phonics" && row[2] == day.Workshops[0].Title);
        told.Table().ShouldContain(row => row[0] == "Seats" && row[2] == "7");
        told.Texts("main button").ShouldBeEmpty();
        told.Document.QuerySelector("main a[target=_blank]")!.GetAttribute("href").ShouldBe(path);
        (await told.Follow("open the page in a new tab")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothEngines]
    public async Task Two_who_remove_the_same_thing_at_once_both_end_well(Engine engine)
    {
        var saving = new BeforeSaving();
        await using var app = await App.StartAsync(engine, saving.IsUsedBy);
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Draft);
        var room = await app.World.Room(day);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var page = await browser.Get($"/training-days/rooms/remove/{day.Id}/{room.Id}");
        saving.Deed = () => app.Db(db => db.Rooms.Where(row => row.Id == room.Id).ExecuteDeleteAsync());
        var told = await page.Press("Remove the room");
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Heading.ShouldBe("Somebody else removed this while you had it open");
        (await told.Follow("Go to the start page")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothEngines]
    public async Task A_passphrase_is_never_shown(Engine engine)
    {
        const string another = "five slow badgers under ivy";
        var saving = new BeforeSaving();
        await using var app = await App.StartAsync(engine, saving.IsUsedBy);
        var person = await app.World.Person();
        var page = await (await app.SignInAs(person)).Get("/account/passphrase");
        saving.Deed = () => app.Db(db => db.Users.Where(account => account.PersonId == person.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(account => account.ConcurrencyStamp, "another")));
        var told = await page.Press("Save the passphrase", ("Input.Current", World.Passphrase), ("Input.New", another));
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Html.ShouldNotContain(another);
        told.Html.ShouldNotContain(World.Passphrase);
        told.Texts("main button").ShouldBeEmpty();
    }

    private static async Task<(Room Room, Page First, Page Second)> TwoOpenARoomAsync(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Draft);
        var room = await app.World.Room(day);
        var path = $"/training-days/rooms/edit/{day.Id}/{room.Id}";
        return (room,
            await (await app.SignInAs(await app.World.Holder(Role.PdLead, trust))).Get(path),
            await (await app.SignInAs(await app.World.Holder(Role.PdLead, trust))).Get(path));
    }

    private static async Task<(string Name, int Seats)> RowAsync(App app, Room room)
    {
        var row = await app.Db(db => db.Rooms.AsNoTracking().SingleAsync(row => row.Id == room.Id));
        return (row.Name, row.Seats);
    }
}
