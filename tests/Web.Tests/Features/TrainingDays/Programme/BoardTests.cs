using System.Net;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Programme;

/// <summary>The board, as an organiser works with it without a script.</summary>
public sealed class BoardTests
{
    [Theory, BothEngines]
    public async Task A_session_is_moved_by_its_button(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        var hall = await app.World.Room(day, seats: 40);
        var session = day.Workshops[0].Sessions[0];
        var page = await browser.Get($"/training-days/programme/board/{day.Id}?move={session.Id}");
        page.Text("main").ShouldContain($"Moving W01 {day.Workshops[0].Title}");
        page = await page.Press($"Put it here: {hall.Name}, {day.Slots[0].Name} (09:00)");
        var moved = await app.Db(db => db.Sessions.SingleAsync(row => row.Id == session.Id));
        moved.RoomId.ShouldBe(hall.Id);
        moved.SlotId.ShouldBe(day.Slots[0].Id);
        moved.Seats.ShouldBe(40, "it had as many seats as its room");
        (await app.Db(db => db.AuditEntries.AnyAsync(entry => entry.SubjectId == day.Id && entry.Deed.Contains($"moved W01 to {day.Slots[0].Name}, {hall.Name}")))).ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task Two_sessions_change_places_and_a_room_keeps_one_session_at_a_time(App app)
    {
        var (browser, day) = await Begin(app, workshops: 2);
        var (first, second) = (day.Workshops[0].Sessions[0], day.Workshops[1].Sessions[0]);
        var page = await browser.Get($"/training-days/programme/board/{day.Id}?move={first.Id}");
        await page.Press($"Change places: {day.Rooms[1].Name}, {day.Slots[0].Name} (09:00)");
        var rooms = await app.Db(db => db.Sessions.Where(row => row.SlotId == day.Slots[0].Id).ToDictionaryAsync(row => row.Id, row => row.RoomId));
        rooms[first.Id].ShouldBe(day.Rooms[1].Id);
        rooms[second.Id].ShouldBe(day.Rooms[0].Id);
    }

    [Theory, BothEngines]
    public async Task What_would_be_wrong_is_said_at_each_place_before_it_is_taken(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        var presenter = await app.World.Person(await app.World.School());
        await app.World.Add(new Presenter { WorkshopId = day.Workshops[0].Id, PersonId = presenter.Id });
        var workshop = await app.World.Workshop(day, presenter: presenter);
        var hall = await app.World.Room(day);
        var page = await browser.Get($"/training-days/programme/board/{day.Id}?move={workshop.Id}");
        var clash = $"{presenter.FullName} presents W01 {day.Workshops[0].Title} and {workshop.Code} {workshop.Title} at the same time";
        page.Text("main").ShouldContain(clash);
        page = await page.Press($"Put it here: {hall.Name}, {day.Slots[0].Name} (09:00)");
        page.Text(".conflicts").ShouldContain("at the same time");
        page.Text(".conflicts").ShouldContain(presenter.FullName);
    }

    [Theory, BothEngines]
    public async Task A_presenter_needs_a_free_slot_between_two_sites(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        var presenter = await app.World.Person(await app.World.School());
        await app.World.Add(new Presenter { WorkshopId = day.Workshops[0].Id, PersonId = presenter.Id });
        await app.Db(db => db.Rooms.Where(room => room.Id == day.Rooms[0].Id).ExecuteUpdateAsync(change => change.SetProperty(room => room.Site, "North")));
        (await browser.Get($"/training-days/programme/board/{day.Id}")).Document.QuerySelector(".conflicts").ShouldBeNull();
        var far = await app.World.Add(new Room { DayId = day.Id, Name = "Far hall", Seats = 20, Site = "South" });
        await app.Db(db => db.Sessions.Where(row => row.Id == day.Workshops[0].Sessions[1].Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.RoomId, far.Id)));
        (await browser.Get($"/training-days/programme/board/{day.Id}")).Text(".conflicts").ShouldContain("on another site");
    }

    [Theory, BothEngines]
    public async Task Once_places_are_given_a_session_changes_its_room_and_not_its_time(App app)
    {
        var (browser, day) = await Begin(app, DayStage.Allocating, workshops: 1);
        var lead = await app.World.Person(await app.World.School());
        await app.World.AdoptedRun(day, lead);
        var hall = await app.World.Room(day);
        await app.Db(db => db.Sessions.Where(row => row.Id == day.Workshops[0].Sessions[1].Id).ExecuteDeleteAsync());
        var session = day.Workshops[0].Sessions[0];
        var page = await browser.Get($"/training-days/programme/board/{day.Id}?move={session.Id}");
        page = await page.Press($"Put it here: {hall.Name}, {day.Slots[1].Name} (10:15)");
        page.Flash.ShouldStartWith("It stays where it is. Places have been given for the times as they are");
        page = await (await browser.Get($"/training-days/programme/board/{day.Id}?move={session.Id}")).Press($"Put it here: {hall.Name}, {day.Slots[0].Name} (09:00)");
        (await app.Db(db => db.Sessions.SingleAsync(row => row.Id == session.Id))).RoomId.ShouldBe(hall.Id);
    }

    [Theory, BothEngines]
    public async Task A_second_move_from_an_old_page_is_not_done_unseen(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        var (hall, gym) = (await app.World.Room(day), await app.World.Room(day));
        var session = day.Workshops[0].Sessions[0];
        var old = await browser.Get($"/training-days/programme/board/{day.Id}?move={session.Id}");
        await old.Press($"Put it here: {hall.Name}, {day.Slots[0].Name} (09:00)");
        (await old.Press($"Put it here: {gym.Name}, {day.Slots[0].Name} (09:00)")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.Db(db => db.Sessions.SingleAsync(row => row.Id == session.Id))).RoomId.ShouldBe(hall.Id);
    }

    [Theory, BothEngines]
    public async Task A_pin_is_set_and_taken_back(App app)
    {
        var (browser, day) = await Begin(app, workshops: 1);
        var page = await (await browser.Get($"/training-days/programme/board/{day.Id}")).Press($"Pin W01, {day.Slots[0].Name}");
        (await app.Db(db => db.Sessions.CountAsync(row => row.Workshop!.DayId == day.Id && row.IsPinned))).ShouldBe(1);
        await page.Press($"Pinned W01, {day.Slots[0].Name}");
        (await app.Db(db => db.Sessions.CountAsync(row => row.Workshop!.DayId == day.Id && row.IsPinned))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task The_meter_says_what_the_board_would_bring(App app)
    {
        var (browser, day) = await Begin(app, workshops: 2);
        (await browser.Get($"/training-days/programme/board/{day.Id}")).Text("main").ShouldContain("Nobody has chosen or given a star yet");
        var school = await app.World.School();
        foreach (var workshop in day.Workshops)
        {
            var invitee = await app.World.Invite(day, await app.World.Person(school));
            await app.World.Add(new Star { InviteeId = invitee.Id, WorkshopId = workshop.Id });
        }
        var page = await browser.Get($"/training-days/programme/board/{day.Id}");
        page.Text(".figures").ShouldContain("2 of 2 people (100%)");
        // Every seat of the second workshop goes.
        await app.Db(db => db.Sessions.Where(row => row.WorkshopId == day.Workshops[1].Id).ExecuteDeleteAsync());
        page = await browser.Get($"/training-days/programme/board/{day.Id}");
        page.Text(".figures").ShouldNotContain("100%");
    }

    private static async Task<(Visitor Browser, TrainingDay Day)> Begin(App app, DayStage stage = DayStage.Programme, int workshops = 0)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, stage, workshops: workshops);
        return (await app.SignInAs(await app.World.Holder(Role.PdLead, trust)), day);
    }
}
