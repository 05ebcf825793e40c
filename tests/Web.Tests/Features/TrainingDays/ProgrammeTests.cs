using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays;

/// <summary>Slots, rooms, workshops and their sessions, changed one by one.</summary>
public sealed class ProgrammeTests
{
    [Theory, BothEngines]
    public async Task A_slot_that_overlaps_another_is_refused_in_words(App app)
    {
        var (browser, day) = await Begin(app, slots: 1);
        var page = await browser.Get($"/training-days/slots/edit/{day.Id}");
        page = await page.Press("Save", ("Input.Name", "Late"), ("Input.Starts", "09:30"), ("Input.Ends", "10:30"));
        page.Errors.ShouldHaveSingleItem().ShouldContain($"These times overlap {day.Slots[0].Name}, 09:00 to 10:00");
        page = await page.Press("Save", ("Input.Starts", "10:00"), ("Input.Ends", "10:30"));
        page.Table().Select(row => row[0]).ShouldBe([day.Slots[0].Name, "Late"]);
    }

    [Theory, BothEngines]
    public async Task A_room_takes_a_name_once(App app)
    {
        var (browser, day) = await Begin(app);
        var page = await browser.Get($"/training-days/rooms/edit/{day.Id}");
        page = await page.Press("Save and add another", ("Input.Name", "Hall"), ("Input.Seats", 80));
        page.Heading.ShouldBe("Add a room");
        page = await page.Press("Save", ("Input.Name", "hall "), ("Input.Seats", 20));
        page.Errors.ShouldBe(["Name: there is a room called hall already"]);
    }

    [Theory, BothEngines]
    public async Task A_room_that_is_taken_in_the_slot_is_refused_in_words(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        var page = await browser.Get($"/training-days/workshops/edit/{day.Id}");
        page.Document.QuerySelector("[name='Input.Code']")!.GetAttribute("value").ShouldBe("W02");
        (string, object?)[] asked = [("Input.Title", "Phonics for all"), ("Input.Sessions[0].Room", day.Rooms[0].Id.ToString()), ("Input.Sessions[0].Seats", 10)];
        page = await page.Press("Save", asked);
        page.Errors.ShouldHaveSingleItem().ShouldContain("is taken by W01");
        page = await page.Press("Save", ("Input.Sessions[0].Room", "open"));
        page.Flash.ShouldContain("Phonics for all");
        var session = await app.Db(db => db.Sessions.SingleAsync(session => session.Workshop!.Title == "Phonics for all" && session.Workshop.DayId == day.Id));
        session.RoomId.ShouldBeNull();
        session.Seats.ShouldBe(10);
    }

    [Theory, BothEngines]
    public async Task More_seats_than_the_room_has_are_refused(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        var page = await browser.Get($"/training-days/workshops/edit/{day.Id}/{day.Workshops[0].Id}");
        page = await page.Press("Save", ("Input.Sessions[1].Seats", 21), ("Input.Sessions[0].Minimum", 30));
        page.Errors.Count.ShouldBe(2);
        page = await page.Press("Save", ("Input.Sessions[1].Seats", 12), ("Input.Sessions[0].Minimum", 3));
        page.Status.ShouldBe(HttpStatusCode.OK);
        var seats = await app.Db(db => db.Sessions.Where(session => session.WorkshopId == day.Workshops[0].Id).OrderBy(session => session.Slot!.StartMinute).Select(session => session.Seats).ToListAsync());
        seats.ShouldBe([20, 12]);
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_who_change_a_session_is_told(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        var path = $"/training-days/workshops/edit/{day.Id}/{day.Workshops[0].Id}";
        var first = await browser.Get(path);
        var second = await browser.Get(path);
        (await first.Press("Save", ("Input.Sessions[0].Seats", 11))).Status.ShouldBe(HttpStatusCode.OK);
        (await second.Press("Save", ("Input.Sessions[1].Seats", 12))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, BothEngines]
    public async Task Removing_a_workshop_says_whose_choices_are_lost_and_moves_the_others_up(App app)
    {
        var (browser, day) = await Begin(app, workshops: 2);
        var both = await app.World.Invite(day, await app.World.Person());
        var only = await app.World.Invite(day, await app.World.Person());
        await app.World.Choose(both, day.Workshops[0], day.Workshops[1]);
        await app.World.Choose(only, day.Workshops[0]);
        var page = await browser.Get($"/training-days/workshops/remove/{day.Id}/{day.Workshops[0].Id}");
        page.Text("main").ShouldContain("2 people have it among their choices");
        page.Text("main").ShouldContain("For 1 person it is the only choice");
        await page.Press("Remove the workshop");
        var left = await app.Db(db => db.Invitees.AsNoTracking().Include(row => row.Choices).Where(row => row.DayId == day.Id).ToListAsync());
        left.Single(row => row.Id == both.Id).Choices.ShouldHaveSingleItem().Rank.ShouldBe(1);
        left.Single(row => row.Id == both.Id).ChosenAt.ShouldNotBeNull();
        left.Single(row => row.Id == only.Id).ChosenAt.ShouldBeNull();
    }

    [Theory, BothEngines]
    public async Task A_workshop_with_places_in_a_run_stays(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        var person = await app.World.Person();
        var invitee = await app.World.Invite(day, person);
        await app.World.AdoptedRun(day, person, (invitee, day.Workshops[0].Sessions[0], 1));
        var page = await browser.Get($"/training-days/workshops/remove/{day.Id}/{day.Workshops[0].Id}");
        page.Path.ShouldBe($"/training-days/workshops/{day.Id}");
        page.Flash.ShouldContain("stays");
        (await browser.Get($"/training-days/slots/remove/{day.Id}/{day.Slots[0].Id}")).Flash.ShouldContain("stays");
    }

    [Theory, BothEngines]
    public async Task A_slot_is_removed_with_its_sessions(App app)
    {
        var (browser, day) = await Begin(app, workshops: 2);
        var page = await browser.Get($"/training-days/slots/remove/{day.Id}/{day.Slots[0].Id}");
        page.Text("main").ShouldContain("2 sessions that run in it are removed with it");
        await page.Press("Remove the slot");
        (await app.Db(db => db.Sessions.CountAsync(session => session.Workshop!.DayId == day.Id))).ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task A_presenter_is_found_by_name_and_invited(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var day = await app.World.Day(trust, workshops: 1);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var presenter = await app.World.Person(school, RoleGroup.Catering);
        var stranger = await app.World.Person();
        var path = $"/training-days/workshops/presenters/{day.Id}/{day.Workshops[0].Id}";
        (await browser.Get($"{path}?find={stranger.FamilyName}")).Text("main").ShouldNotContain(stranger.FullName);
        var page = await browser.Get($"{path}?find={presenter.FamilyName.ToUpperInvariant()}");
        page = await page.Press($"Add {presenter.FullName}");
        page.Flash.ShouldContain("is now invited to the day");
        (await app.Db(db => db.Invitees.SingleAsync(row => row.DayId == day.Id))).RoleGroup.ShouldBe(RoleGroup.Catering);
        page = await page.Press($"Remove {presenter.FullName}");
        (await app.Db(db => db.Presenters.AnyAsync(row => row.PersonId == presenter.Id))).ShouldBeFalse();
    }

    [Theory, BothEngines]
    public async Task The_lists_take_as_many_queries_for_three_rows_as_for_one(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        string[] paths = [$"/training-days/rooms/{day.Id}", $"/training-days/workshops/{day.Id}", $"/training-days/programme/board/{day.Id}", $"/training-days/slots/{day.Id}", $"/training-days/day/{day.Id}"];
        await browser.Get(paths[0]);
        var one = new List<int>();
        foreach (var path in paths)
            one.Add((await app.QueriesOf(() => browser.Get(path))).Count);
        for (var more = 0; more < 2; more++)
            await app.World.Session(await app.World.Workshop(day), await app.World.Slot(day, 700 + (more * 100), 760 + (more * 100)), await app.World.Room(day));
        foreach (var (index, path) in paths.Index())
            (await app.QueriesOf(() => browser.Get(path))).Count.ShouldBe(one[index], path);
    }

    private static async Task<(Visitor Browser, TrainingDay Day)> Begin(App app, int slots = 2, int workshops = 0)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, slots: slots, workshops: workshops);
        return (await app.SignInAs(await app.World.Holder(Role.PdLead, trust)), day);
    }
}
