using System.Net;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Attending;

public sealed class RegisterTests
{
    [Theory, BothEngines]
    public async Task A_presenter_records_each_state_with_a_press(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var ann = await scene.NameAsync(scene.Ann);
        app.Clock.Set(scene.At(9, 5));
        var page = await (await app.SignInAs(scene.Pat)).Get(scene.RegisterPath);
        page.Texts(".keep-who strong").ShouldBe([ann]);
        foreach (var state in Enum.GetValues<AttendanceState>())
        {
            page = await page.Press($"{state}: {ann}");
            page.Texts(".mark button[aria-pressed=true]").ShouldBe([$"{state}: {ann}"]);
            (await scene.RecordedAsync(scene.Here, scene.Ann))!.State.ShouldBe(state);
        }
        var row = (await scene.RecordedAsync(scene.Here, scene.Ann))!;
        (row.Origin, row.RecordedById).ShouldBe((AttendanceOrigin.Register, scene.Pat.Id));
        (await app.Db(db => db.AuditEntries.Where(entry => entry.ConcernsPersonId == scene.Ann.PersonId).OrderBy(entry => entry.Id).Select(entry => entry.Deed).LastAsync()))
            .ShouldBe($"recorded {ann} in {scene.Day.Workshops[0].Title}: apologies, not absent");
    }

    [Theory, BothEngines]
    public async Task All_present_changes_nothing_that_is_recorded(App app)
    {
        var scene = await DayScene.MakeAsync(app, seats: 5);
        var page = await AddAsync(app, scene, scene.Cy);
        app.Clock.Set(scene.At(9, 6));
        var browser = await app.SignInAs(scene.Pat);
        page = await (await browser.Get(scene.RegisterPath)).Press($"Absent: {await scene.NameAsync(scene.Cy)}");
        page = await page.Press("The other 1 are present");
        page.Flash.ShouldBe("1 person recorded as present.");
        (await scene.RecordedAsync(scene.Here, scene.Ann))!.State.ShouldBe(AttendanceState.Present);
        (await scene.RecordedAsync(scene.Here, scene.Cy))!.State.ShouldBe(AttendanceState.Absent);
    }

    [Theory, BothEngines]
    public async Task What_somebody_else_recorded_meanwhile_is_not_lost(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var ann = await scene.NameAsync(scene.Ann);
        app.Clock.Set(scene.At(9, 5));
        var (pat, lead) = (await app.SignInAs(scene.Pat), await app.SignInAs(scene.Lead));
        var (old, older) = (await pat.Get(scene.RegisterPath), await pat.Get(scene.RegisterPath));
        await (await lead.Get(scene.RegisterPath)).Press($"Apologies: {ann}");

        var page = await old.Press($"Absent: {ann}");
        page.Flash.ShouldBe($"{ann} was recorded as apologies since you opened the page, so nothing was changed. Look again, then press.");
        (await scene.RecordedAsync(scene.Here, scene.Ann))!.State.ShouldBe(AttendanceState.Apologies);
        // Who wanted the same has nothing to be told.
        (await older.Press($"Apologies: {ann}")).Flash.ShouldBe($"{ann}: apologies.");
        (await page.Press($"Present: {ann}")).Flash.ShouldBe($"{ann}: present.");
        (await page.Press($"Absent: {ann}")).Flash.ShouldContain("was recorded as present since");
    }

    [Theory, BothEngines]
    public async Task A_walk_in_is_found_by_name_and_added_while_seats_are_free(App app)
    {
        var scene = await DayScene.MakeAsync(app, seats: 1);
        var (ann, ben, cy) = (await scene.NameAsync(scene.Ann), await scene.NameAsync(scene.Ben), await scene.NameAsync(scene.Cy));
        app.Clock.Set(scene.At(9, 5));
        var pat = await app.SignInAs(scene.Pat);
        var page = await (await pat.Get(scene.RegisterPath)).Submit("form.keep-find", ("find", cy.Split(' ')[1]));
        page.Text("#add").ShouldContain("No place in this slot");
        page = await page.Press($"Add {cy}");
        page.Flash.ShouldBe($"{cy} was not let in: all seats are taken. Mark who has not come as absent; that frees a seat.");

        page = await page.Press($"Absent: {ann}");
        page = await (await page.Submit("form.keep-find", ("find", cy.Split(' ')[1]))).Press($"Add {cy}");
        page.Flash.ShouldBe($"{cy} is in the register as a walk-in.");
        (await scene.RecordedAsync(scene.Here, scene.Cy))!.Origin.ShouldBe(AttendanceOrigin.WalkIn);
        (await scene.TakenAsync(scene.Here)).ShouldBe(1);
        // Ann comes after all, and finds her seat taken.
        (await page.Press($"Present: {ann}")).Flash.ShouldContain("all seats are taken");
        (await scene.RecordedAsync(scene.Here, scene.Ann))!.State.ShouldBe(AttendanceState.Absent);

        page = await (await pat.Get(scene.RegisterPath)).Submit("form.keep-find", ("find", ben.Split(' ')[1]));
        page.Text("#add").ShouldContain($"Has a place in “{scene.Day.Workshops[1].Title}”");
    }

    [Theory, BothEngines]
    public async Task Apologies_sent_beforehand_stand_in_the_register_and_are_no_absence(App app)
    {
        var scene = await DayScene.MakeAsync(app, stage: DayStage.Published);
        var browser = await scene.As(scene.Ann);
        await (await browser.Get($"/training-days/changes/cannot-come/{scene.Day.Id}")).Press("Give these places back", ("Input.Slots", new[] { scene.First.Id.ToString() }), ("Input.Reason", ""));
        app.Clock.Set(scene.At(9, 5));
        var lead = await app.SignInAs(scene.Lead);
        var page = await lead.Get(scene.RegisterPath);
        page.Texts(".mark button[aria-pressed=true]").ShouldBe([$"Apologies: {await scene.NameAsync(scene.Ann)}"]);
        var overview = await lead.Get($"/training-days/attendance/{scene.Day.Id}");
        overview.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["0", "1", "0", "1", "1"]);

        // She comes all the same.
        page = await page.Press($"Present: {await scene.NameAsync(scene.Ann)}");
        page.Texts(".mark button[aria-pressed=true]").ShouldBe([$"Present: {await scene.NameAsync(scene.Ann)}"]);
        (await app.Db(db => db.Apologies.CountAsync(apology => apology.InviteeId == scene.Ann.Id))).ShouldBe(0);
        (await scene.TakenAsync(scene.Here)).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Only_its_presenters_and_the_organisers_have_a_register(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        app.Clock.Set(scene.At(9, 5));
        var schoolLead = await app.World.Holder(Role.PdLead, scene.School);
        foreach (var path in new[] { scene.RegisterPath, $"/training-days/attendance/code/{scene.Here.Id}" })
        {
            foreach (var (who, status) in new[] { (scene.Pat, HttpStatusCode.OK), (scene.Lead, HttpStatusCode.OK), (schoolLead, HttpStatusCode.NotFound), (await scene.PersonAsync(scene.Ann), HttpStatusCode.NotFound) })
                (await (await app.SignInAs(who)).Get(path)).Status.ShouldBe(status, path);
        }
        // Pat presents the first workshop only.
        (await (await app.SignInAs(scene.Pat)).Get($"/training-days/attendance/register/{scene.There.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Registers_open_on_the_day_and_end_with_it_but_for_organisers(App app)
    {
        var scene = await DayScene.MakeAsync(app, stage: DayStage.Published);
        var (pat, lead) = (await app.SignInAs(scene.Pat), await app.SignInAs(scene.Lead));
        (await pat.Get(scene.RegisterPath)).Text("main").ShouldContain("The register opens on the day");
        app.Clock.Set(scene.At(9, 5).AddDays(3));
        (pat, lead) = (await app.SignInAs(scene.Pat), await app.SignInAs(scene.Lead));
        var open = await pat.Get(scene.RegisterPath);
        await app.Db(db => db.TrainingDays.Where(day => day.Id == scene.Day.Id).ExecuteUpdateAsync(change => change.SetProperty(day => day.Stage, DayStage.Closed)));
        (await open.Press($"Present: {await scene.NameAsync(scene.Ann)}")).Text("main").ShouldContain("The day is closed");
        (await scene.RecordedAsync(scene.Here, scene.Ann)).ShouldBeNull();
        await (await lead.Get(scene.RegisterPath)).Press($"Present: {await scene.NameAsync(scene.Ann)}");
        (await scene.RecordedAsync(scene.Here, scene.Ann))!.Origin.ShouldBe(AttendanceOrigin.LateEntry);
    }

    [Theory, BothEngines]
    public async Task After_the_day_is_closed_an_organiser_still_enters_who_came_without_a_place(App app)
    {
        var scene = await DayScene.MakeAsync(app, seats: 1);
        var (ann, ben, cy) = (await scene.NameAsync(scene.Ann), await scene.NameAsync(scene.Ben), await scene.NameAsync(scene.Cy));
        app.Clock.Set(scene.At(9, 5));
        var (pat, lead) = (await app.SignInAs(scene.Pat), await app.SignInAs(scene.Lead));
        await (await lead.Get(scene.RegisterPath)).Press($"Absent: {ann}");
        var old = await pat.Get($"{scene.RegisterPath}?find={Uri.EscapeDataString(cy)}");
        app.Clock.Set(scene.At(9, 5).AddDays(2));
        await app.Db(db => db.TrainingDays.Where(day => day.Id == scene.Day.Id).ExecuteUpdateAsync(change => change.SetProperty(day => day.Stage, DayStage.Closed)));
        (pat, lead) = (await app.SignInAs(scene.Pat), await app.SignInAs(scene.Lead));
        var certificate = $"/training-days/certificates/mine/{scene.Day.Id}";
        (await (await scene.As(scene.Cy)).Get(certificate)).Text("main").ShouldContain("No certificate");

        // Not the presenter, though the page was opened before.
        await old.Press($"Add {cy}");
        (await scene.RecordedAsync(scene.Here, scene.Cy)).ShouldBeNull();
        (await pat.Get($"{scene.RegisterPath}?find={Uri.EscapeDataString(cy)}")).Document.QuerySelector("#add").ShouldBeNull();

        var page = await (await lead.Get($"{scene.RegisterPath}?find={Uri.EscapeDataString(cy)}")).Press($"Add {cy}");
        page.Flash.ShouldBe($"{cy} is in the register.");
        var row = (await scene.RecordedAsync(scene.Here, scene.Cy))!;
        (row.State, row.Origin, row.RecordedById).ShouldBe((AttendanceState.Present, AttendanceOrigin.LateEntry, scene.Lead.Id));
        (await (await scene.As(scene.Cy)).Get(certificate)).Text("main").ShouldContain(scene.Day.Workshops[0].Title);
        (await app.Db(db => db.AuditEntries.Where(entry => entry.ConcernsPersonId == scene.Cy.PersonId).Select(entry => entry.Deed).ToListAsync()))
            .ShouldContain($"entered afterwards that {cy} came into {scene.Day.Workshops[0].Title}");
        // All seats had been given out. Nobody loses theirs to somebody who is entered afterwards, not even who did not come.
        (await scene.TakenAsync(scene.Here)).ShouldBe(1);
        (await PlaceAsync(app, scene, scene.Ann)).ShouldBe(scene.Here.Id);

        // Who had a place elsewhere gives that up, so that no other register still waits for them.
        page = await (await lead.Get($"{scene.RegisterPath}?find={Uri.EscapeDataString(ben)}")).Press($"Add {ben}");
        page.Texts(".keep-who strong").Order(StringComparer.Ordinal).ShouldBe(new[] { ann, ben, cy }.Order(StringComparer.Ordinal));
        (await lead.Get($"/training-days/attendance/register/{scene.There.Id}")).Texts(".keep-who strong").ShouldBeEmpty();
        (await (await scene.As(scene.Ben)).Get($"/training-days/my-day/{scene.Day.Id}")).Text("main").ShouldContain("You were here: the register says so.");
        page = await page.Press($"Apologies: {ben}");
        (await scene.RecordedAsync(scene.Here, scene.Ben))!.State.ShouldBe(AttendanceState.Apologies);
    }

    [Theory, BothEngines]
    public async Task Once_a_day_is_long_past_its_registers_stay_as_they_are(App app)
    {
        var scene = await DayScene.MakeAsync(app, stage: DayStage.Closed);
        app.Clock.Set(scene.At(9, 5).AddDays(90));
        var open = await (await app.SignInAs(scene.Lead)).Get(scene.RegisterPath);
        app.Clock.Set(scene.At(9, 5).AddDays(91));
        var lead = await app.SignInAs(scene.Lead);
        (await lead.Get(scene.RegisterPath)).Text("main").ShouldContain("The day was more than 90 days ago, so the register stays as it is.");
        await open.Press($"Present: {await scene.NameAsync(scene.Ann)}");
        (await scene.RecordedAsync(scene.Here, scene.Ann)).ShouldBeNull();
    }

    private static Task<Guid?> PlaceAsync(App app, DayScene scene, Invitee invitee) => app.Db(db => db.Places
        .Where(place => place.InviteeId == invitee.Id && place.SlotId == scene.First.Id && place.RunId == db.TrainingDays.Single(day => day.Id == scene.Day.Id).LiveRunId)
        .Select(place => place.SessionId).SingleAsync());

    private static async Task<Page> AddAsync(App app, DayScene scene, Invitee who)
    {
        app.Clock.Set(scene.At(9, 5));
        var browser = await app.SignInAs(scene.Pat);
        var name = await scene.NameAsync(who);
        return await (await browser.Get($"{scene.RegisterPath}?find={Uri.EscapeDataString(name)}")).Press($"Add {name}");
    }
}
