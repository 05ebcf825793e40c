using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.MyDay;
using Guildhall.Web.Features.TrainingDays.Publish;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Tests.Platform.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Features.TrainingDays.MyDay;

public sealed class MyDayTests
{
    [Theory, BothEngines]
    public async Task Before_publication_it_says_when_the_day_comes(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 1, invitees: [person]);
        var browser = await app.SignInAs(person);
        var page = await browser.Get($"/training-days/my-day/{day.Id}");
        page.Heading.ShouldBe("My day");
        page.Text("main").ShouldContain("Choosing closes on Monday 25 January at 09:00.");
        app.Clock.Set(day.ChooseUntil!.Value.AddHours(1));
        browser = await app.SignInAs(person);
        (await browser.Get($"/training-days/my-day/{day.Id}")).Text("main").ShouldContain("places are being given out");
        (await browser.Get($"/training-days/my-day/{day.Id}?handler=file")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task A_run_that_is_adopted_but_not_published_stays_unseen(App app)
    {
        var (person, day, _) = await Published(app, DayStage.Allocating);
        var page = await (await app.SignInAs(person)).Get($"/training-days/my-day/{day.Id}");
        page.Texts(".timetable-part").ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task It_shows_each_slot_the_wishes_and_why(App app)
    {
        var (person, day, own) = await Published(app);
        var page = await (await app.SignInAs(person)).Get($"/training-days/my-day/{day.Id}");
        page.Heading.ShouldBe($"My day: {day.Name}");
        page.Texts(".timetable-part h2").ShouldBe([day.Workshops[1].Title, own.Title, "You are away", "No place yet"]);
        var parts = page.Texts(".timetable-part");
        parts[0].ShouldStartWith("09:00 to 10:00");
        parts[0].ShouldContain("Your 2nd wish");
        parts[0].ShouldContain(day.Rooms[1].Name);
        parts[1].ShouldContain("You present. 1 person has a place.");
        page.Texts(".more li").ShouldBe(["First wish: all seats are taken.", "Second wish: you have it."]);
        page.Text("main").ShouldNotContain("all you could wish for");
    }

    [Theory, BothEngines]
    public async Task On_the_day_the_session_that_runs_comes_first_and_afterwards_what_is_left_to_do(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.PastDay(await app.World.Trust(), DayStage.OnTheDay, [person], slots: 2);
        var slots = day.Slots.OrderBy(slot => slot.StartMinute).ToList();
        string[] titles = [.. day.Workshops.Select(workshop => workshop.Title)];
        await app.World.Register(day, World.SessionOf(day), person, AttendanceState.Present);
        var path = $"/training-days/my-day/{day.Id}";
        DateTime At(TimeOnly time) => day.Date.ToDateTime(time, DateTimeKind.Utc);

        app.Clock.Set(At(slots[0].Starts.AddMinutes(10)));
        (await (await app.SignInAs(person)).Get(path)).Texts("main h2").ShouldBe(titles);
        app.Clock.Set(At(slots[1].Starts.AddMinutes(10)));
        var page = await (await app.SignInAs(person)).Get(path);
        page.Texts("main h2").ShouldBe([titles[1], "How was it?", "Earlier today", titles[0]]);
        page.Texts("main a.btn-primary")[0].ShouldStartWith("Check in");

        app.Clock.Set(At(slots[1].Starts).AddDays(1));
        page = await (await app.SignInAs(person)).Get(path);
        page.Texts("main h2").ShouldBe(["How was it?", .. titles]);
        page.Texts("main .actions a").ShouldBe(["My certificate"]);
    }

    [Theory, BothEngines]
    public async Task Its_calendar_holds_what_is_attended_and_presented(App app)
    {
        var (person, day, own) = await Published(app);
        var file = await (await app.SignInAs(person)).Get($"/training-days/my-day/{day.Id}?handler=file");
        file.ContentHeaders.ContentType!.MediaType.ShouldBe("text/calendar");
        file.ContentHeaders.ContentDisposition!.FileName.ShouldBe("training-day-2027-02-08.ics");
        var events = StrictCalendar.Read(file.Bytes).Events;
        events.Select(happening => happening["SUMMARY"]).ShouldBe([day.Workshops[1].Title, $"You present: {own.Title}"]);
        events[0]["DTSTART;TZID=Europe/London"].ShouldBe("20270208T090000");
        events[0]["LOCATION"].ShouldBe(day.Rooms[1].Name);
        events[0]["URL"].ShouldEndWith($"/training-days/my-day/{day.Id}");
        events.Select(happening => happening["UID"]).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task Days_of_many_people_take_no_more_queries_than_one(App app)
    {
        var (_, day, _) = await Published(app);
        var more = new List<Guid>();
        for (var number = 0; number < 3; number++)
            more.Add((await app.World.Invite(day, await app.World.Person())).Id);
        await using var scope = app.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<MyDayReader>();
        var invitees = scope.ServiceProvider.GetRequiredService<AppDb>().Invitees;
        IReadOnlyList<PersonDay> read = [];
        var one = await app.QueriesOf(async () => read = await reader.ReadByAdoptedRunAsync(invitees.Where(invitee => invitee.Id == more[0]), CancellationToken.None));
        read.ShouldHaveSingleItem().Parts.Count.ShouldBe(4);
        var three = await app.QueriesOf(async () => read = await reader.ReadByAdoptedRunAsync(invitees.Where(invitee => more.Contains(invitee.Id)), CancellationToken.None));
        read.Count.ShouldBe(3);
        three.Count.ShouldBe(one.Count);
    }

    [Theory, BothEngines]
    public async Task The_mail_and_the_schools_list_tell_the_whole_day(App app)
    {
        var (person, day, own) = await Published(app);
        await using var scope = app.Services.CreateAsyncScope();
        var mail = (await scope.ServiceProvider.GetRequiredService<DayMails>().WriteAsync(day, int.MaxValue, CancellationToken.None))
            .Single(mail => mail.To == person.Email);
        mail.Text.ShouldContain($"you present {own.Title}");
        mail.Text.ShouldContain("you are away");
        mail.Text.ShouldContain("no place yet, ask the organiser");

        var lead = await app.World.Holder(Role.PdLead, at: await app.Db(db => db.Organisations.SingleAsync(row => row.Id == day.OrganisationId)));
        var list = await (await app.SignInAs(lead)).Get($"/training-days/lists/by-school/{day.Id}");
        var row = list.Table().Single(row => row[0] == person.FullName);
        row.Skip(2).ShouldContain(cell => cell.StartsWith($"Presents {own.Code} {own.Title}", StringComparison.Ordinal));
        row.Skip(2).ShouldContain("Away");
    }

    /// <summary>Four slots: a place, a workshop to present, an absence, nothing.</summary>
    internal static async Task<(Person Person, TrainingDay Day, Workshop Own)> Published(App app, DayStage stage = DayStage.Published)
    {
        var (person, other) = (await app.World.Person(), await app.World.Person());
        var day = await app.World.Day(stage: stage, slots: 4, workshops: 2);
        var slots = day.Slots.OrderBy(slot => slot.StartMinute).ToList();
        var own = await app.World.Workshop(day, presenter: person);
        var session = await app.World.Session(own, slots[1], minimum: 1);
        var invitee = await app.World.Invite(day, person);
        var guest = await app.World.Invite(day, other);
        await app.Db(async db =>
        {
            db.Attach(invitee).Entity.AwaySlots = [slots[2].Id];
            return await db.SaveChangesAsync();
        });
        await app.World.Choose(invitee, day.Workshops[0], day.Workshops[1]);
        var place = day.Workshops[1].Sessions.Single(run => run.SlotId == slots[0].Id);
        // An earlier run that does not count any more.
        await app.World.AdoptedRun(day, other, (invitee, day.Workshops[0].Sessions.Single(run => run.SlotId == slots[0].Id), 1));
        var run = await app.World.AdoptedRun(day, other, (invitee, place, 2), (guest, session, null));
        await app.Db(db => db.Letters.Where(letter => letter.RunId == run.Id && letter.InviteeId == invitee.Id).ExecuteDeleteAsync());
        await app.World.Add(new Letter
        {
            RunId = run.Id,
            InviteeId = invitee.Id,
            Regret = 1,
            Sentences = ["First wish: all seats are taken.", "Second wish: you have it."],
        });
        return (person, day, own);
    }
}
