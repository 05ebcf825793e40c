using System.Globalization;
using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Tests.Platform.Documents;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Changes;

public sealed class ChangeTests
{
    [Theory, BothEngines]
    public async Task A_place_is_changed_for_another_and_the_run_stays_as_it_was(App app)
    {
        var scene = await Scene.MakeAsync(app, seats: 1);
        var browser = await app.SignInAs(scene.Ann);
        var sequence = await SequenceAsync(browser, scene.Day);
        var page = await (await browser.Get($"/training-days/my-day/{scene.Day.Id}")).Follow($"Change: {scene.First.Name}");
        page.Texts("tbody th").ShouldBe([scene.Day.Workshops[2].Title, scene.Day.Workshops[1].Title]);
        page = await page.Follow($"Change to this: {scene.Day.Workshops[2].Title}");
        page.Text("main").ShouldContain($"You give back your place in “{scene.Day.Workshops[0].Title}”.");
        page = await page.Press("Change my place");

        page.Flash.ShouldBe($"You have a place in “{scene.Day.Workshops[2].Title}”.");
        page.Texts(".timetable-part h2")[0].ShouldBe(scene.Day.Workshops[2].Title);
        page.Text("main").ShouldContain("You took this place yourself");
        (await scene.TakenAsync()).ShouldBe([0, 1, 1]);
        (await SequenceAsync(browser, scene.Day)).ShouldBeGreaterThan(sequence);
        (await app.Db(db => db.Places.SingleAsync(place => place.RunId == scene.Run && place.InviteeId == scene.AnnsId))).SessionId.ShouldBe(scene.Sessions[0].Id);
        (await app.Db(db => db.AuditEntries.SingleAsync(entry => entry.SubjectId == scene.Day.Id))).ConcernsPersonId.ShouldBe(scene.Ann.Id);
    }

    [Theory, BothEngines]
    public async Task What_was_decided_on_an_old_page_is_not_done(App app)
    {
        var scene = await Scene.MakeAsync(app, seats: 1);
        var browser = await app.SignInAs(scene.Ann);
        var old = await browser.Get($"/training-days/changes/drop/{scene.Day.Id}/{scene.First.Id}");
        await (await browser.Get($"/training-days/changes/take/{scene.Day.Id}/{scene.Sessions[2].Id}")).Press("Change my place");
        (await old.Press("Give it back")).Flash.ShouldContain("Your places have changed since");
        (await scene.TakenAsync()).ShouldBe([0, 1, 1]);
    }

    [Theory, BothEngines]
    public async Task Who_waits_moves_up_when_a_place_is_given_back(App app)
    {
        var scene = await Scene.MakeAsync(app, seats: 1);
        var (ann, ben) = (await app.SignInAs(scene.Ann), await app.SignInAs(scene.Ben));
        var page = await (await ben.Get(scene.SlotPage)).Press($"Wait for a seat: {scene.Day.Workshops[0].Title}");
        page.Flash.ShouldContain($"You are on the waiting list of “{scene.Day.Workshops[0].Title}”.");
        page.Text("main").ShouldContain("You are 1st of 1");
        (await ben.Get($"/training-days/my-day/{scene.Day.Id}")).Text("main").ShouldContain($"You are waiting for “{scene.Day.Workshops[0].Title}”: 1st of 1 on the list.");

        page = await (await ann.Get($"/training-days/changes/drop/{scene.Day.Id}/{scene.First.Id}")).Press("Give it back");
        page.Flash.ShouldBe($"You gave back your place in “{scene.Day.Workshops[0].Title}”.");
        page.Text("main").ShouldContain("You have no place in this slot.");

        page = await ben.Get($"/training-days/my-day/{scene.Day.Id}");
        page.Texts(".timetable-part h2")[0].ShouldBe(scene.Day.Workshops[0].Title);
        page.Text("main").ShouldContain("You got this place from the waiting list");
        (await scene.TakenAsync()).ShouldBe([1, 0, 0]);
        var mail = await app.Db(db => db.OutgoingMails.SingleAsync(mail => mail.To == scene.Ben.Email));
        mail.Subject.ShouldBe($"You have a place in {scene.Day.Workshops[0].Title}");
        mail.Text.ShouldContain($"Your place in {scene.Day.Workshops[1].Title} goes to somebody else.");
        (await app.Db(db => db.AuditEntries.CountAsync(entry => entry.ConcernsPersonId == scene.Ben.Id && entry.Deed.Contains("moved up")))).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Nobody_moves_up_once_the_slot_has_begun(App app)
    {
        var scene = await Scene.MakeAsync(app, seats: 1, slots: 2);
        await (await (await app.SignInAs(scene.Ben)).Get(scene.SlotPage)).Press($"Wait for a seat: {scene.Day.Workshops[0].Title}");
        app.Clock.Set(scene.Day.Date.ToDateTime(new TimeOnly(9, 5), DateTimeKind.Utc));
        var ann = await app.SignInAs(scene.Ann);
        (await ann.Get(scene.SlotPage)).Text("main").ShouldContain("This slot has begun");
        (await (await ann.Get($"/training-days/changes/drop/{scene.Day.Id}/{scene.First.Id}")).Press("Give it back")).Flash.ShouldBe("It has begun.");
        (await scene.TakenAsync()).ShouldBe([1, 1, 0]);
    }

    [Theory, BothEngines]
    public async Task Who_cannot_come_gives_places_back_and_can_come_after_all(App app)
    {
        var scene = await Scene.MakeAsync(app, seats: 1);
        var browser = await app.SignInAs(scene.Ann);
        var page = await browser.Get($"/training-days/changes/cannot-come/{scene.Day.Id}");
        (await page.Press("Give these places back")).Errors.ShouldBe(["Choose at least one slot"]);
        page = await page.Press("Give these places back", ("Input.Slots", new[] { scene.First.Id.ToString() }), ("Input.Reason", "A hospital appointment"));
        page.Flash.ShouldContain($"you cannot come in {scene.First.Name}");
        page.Texts(".timetable-part h2").ShouldBe(["You are away"]);
        (await scene.TakenAsync()).ShouldBe([0, 1, 0]);

        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, at: scene.Trust));
        (await lead.Get($"/training-days/changes/apologies/{scene.Day.Id}")).Table().ShouldHaveSingleItem()[3].ShouldBe("A hospital appointment");

        page = await (await browser.Get($"/training-days/changes/cannot-come/{scene.Day.Id}")).Press($"I can come after all: {scene.First.Name}");
        page.Flash.ShouldContain($"have your place in “{scene.Day.Workshops[0].Title}” again");
        (await scene.TakenAsync()).ShouldBe([1, 1, 0]);
        (await app.Db(db => db.Apologies.CountAsync(row => row.InviteeId == scene.AnnsId))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task An_organiser_moves_somebody_with_a_reason_but_into_no_full_session(App app)
    {
        var scene = await Scene.MakeAsync(app, seats: 1);
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, at: scene.Trust));
        var page = await (await lead.Get($"/training-days/lists/by-school/{scene.Day.Id}")).Follow(scene.Ann.FullName);
        var old = page;
        page = await page.Press("Move Sam", ("Input.Session", scene.Sessions[2].Id.ToString()), ("Input.Reason", "The room is on the ground floor"));
        page.Flash.ShouldBe($"{scene.Ann.FullName} is moved from “{scene.Day.Workshops[0].Title}” to “{scene.Day.Workshops[2].Title}”.");
        (await scene.TakenAsync()).ShouldBe([0, 1, 1]);
        (await app.Db(db => db.OutgoingMails.SingleAsync(mail => mail.To == scene.Ann.Email))).Text.ShouldContain("The room is on the ground floor");

        // On the organiser's old page the seat looks free still.
        await (await (await app.SignInAs(scene.Ben)).Get($"/training-days/changes/take/{scene.Day.Id}/{scene.Sessions[0].Id}")).Press("Change my place");
        page = await old.Press("Move Sam", ("Input.Session", scene.Sessions[2].Id.ToString()), ("Input.Reason", "Again"));
        page.Errors.ShouldHaveSingleItem().ShouldContain("cannot be moved there");
        var overview = await lead.Get($"/training-days/changes/{scene.Day.Id}");
        overview.Table().ShouldContain(row => row[0].EndsWith(scene.Day.Workshops[1].Title, StringComparison.Ordinal) && row[2] == "1" && row[3] == "1" && row[4] == "0");
    }

    [Theory, BothEngines]
    public async Task Nobody_takes_what_the_rules_keep_from_them(App app)
    {
        var scene = await Scene.MakeAsync(app, seats: 3);
        var ours = await app.World.Workshop(scene.Day, presenter: scene.Ann);
        var others = await app.World.Workshop(scene.Day, audience: [RoleGroup.SiteAndPremises]);
        var (late, later) = (await app.World.Slot(scene.Day, 900, 960), await app.World.Slot(scene.Day, 970, 1000));
        var refused = new[]
        {
            (await app.World.Session(ours, late), "You present it."),
            (await app.World.Session(scene.Day.Workshops[1], late), "You present another workshop at that time."),
            (await app.World.Session(others, later), "It is for other role groups."),
            (await app.World.Session(scene.Day.Workshops[0], later), "You attend it already."),
            (await app.World.Session(scene.Day.Workshops[2], later, minimum: 1), "It does not run"),
        };
        var browser = await app.SignInAs(scene.Ann);
        foreach (var (session, why) in refused)
        {
            var page = await browser.Get($"/training-days/changes/take/{scene.Day.Id}/{session.Id}");
            page.Text("main").ShouldContain(why);
            page.Texts("main form").ShouldBeEmpty();
        }
        var elsewhere = await Scene.MakeAsync(app, seats: 3);
        (await browser.Get($"/training-days/changes/take/{scene.Day.Id}/{elsewhere.Sessions[0].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<int> SequenceAsync(Visitor browser, TrainingDay day) =>
        int.Parse(StrictCalendar.Read((await browser.Get($"/training-days/my-day/{day.Id}?handler=file")).Bytes).Events[0]["SEQUENCE"], CultureInfo.InvariantCulture);

    /// <summary>One slot and three workshops: Ann is in the first, Ben in the second, nobody in the third.</summary>
    private sealed record Scene(App App, Organisation Trust, TrainingDay Day, Person Ann, Person Ben, Guid AnnsId, Guid Run)
    {
        public Slot First => Day.Slots.OrderBy(slot => slot.StartMinute).First();

        public IReadOnlyList<Session> Sessions => [.. Day.Workshops.Select(workshop => workshop.Sessions.Single(session => session.SlotId == First.Id))];

        public string SlotPage => $"/training-days/changes/slot/{Day.Id}/{First.Id}";

        public static async Task<Scene> MakeAsync(App app, int seats, int slots = 1)
        {
            var trust = await app.World.Trust();
            var (ann, ben) = (await app.World.Person(), await app.World.Person());
            var day = await app.World.Day(trust, DayStage.Published, slots, workshops: 3, seats: seats);
            var (anns, bens) = (await app.World.Invite(day, ann), await app.World.Invite(day, ben));
            var first = day.Slots.OrderBy(slot => slot.StartMinute).First();
            var sessions = day.Workshops.Select(workshop => workshop.Sessions.Single(session => session.SlotId == first.Id)).ToList();
            var run = await app.World.AdoptedRun(day, ann, (anns, sessions[0], 1), (bens, sessions[1], 1));
            await app.World.GoLive(day);
            return new Scene(app, trust, day, ann, ben, anns.Id, run.Id);
        }

        public async Task<IReadOnlyList<int>> TakenAsync()
        {
            var rows = await App.Db(db => db.Sessions.AsNoTracking().Where(row => row.Workshop!.DayId == Day.Id).ToDictionaryAsync(row => row.Id, row => row.Taken));
            return [.. Sessions.Select(session => rows[session.Id])];
        }
    }
}
