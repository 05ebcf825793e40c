using System.Net;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays;

public sealed class DayTests
{
    [Theory, BothEngines]
    public async Task A_day_is_made_and_says_what_it_needs(App app)
    {
        var trust = await app.World.Trust();
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var page = await browser.Get("/training-days/new");
        var name = $"Autumn {World.Code()}";
        page = await page.Press("Make the day", ("Input.Name", name), ("Input.Date", "2027-06-25"), ("Input.Venue", "Elm Park"));

        page.Heading.ShouldBe(name);
        page.Document.QuerySelectorAll("table")[0].TextContent.ShouldContain("Missing");
        page.Texts("a").ShouldNotContain("Open choosing");
        var day = await app.Db(db => db.TrainingDays.SingleAsync(day => day.Name == name));
        day.OrganisationId.ShouldBe(trust.Id);
        (await app.Db(db => db.AuditEntries.AnyAsync(entry => entry.SubjectId == day.Id && entry.OrganisationId == trust.Id))).ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task A_school_that_is_not_ones_own_cannot_hold_the_day(App app)
    {
        var trust = await app.World.Trust();
        await app.World.School(trust: trust);
        var strangers = await app.World.School();
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var page = await browser.Get("/training-days/new");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        page = await browser.Post("/training-days/new", ("__RequestVerificationToken", token), ("OrganisationId", strangers.Id.ToString()), ("Input.Name", "Theirs"), ("Input.Date", "2027-06-25"), ("Input.WishesAllowed", "6"));
        page.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task A_day_goes_from_draft_to_choosing_to_giving_places_and_back(App app)
    {
        var trust = await app.World.Trust();
        var lead = await app.World.Holder(Role.PdLead, trust);
        var day = await app.World.Day(trust, DayStage.Draft, workshops: 2, invitees: [lead]);
        var browser = await app.SignInAs(lead);

        var page = await (await browser.Get($"/training-days/day/{day.Id}")).Follow("Open choosing");
        page = await page.Press("Open choosing", ("ChooseUntil", "2027-01-10T17:00"));
        page.Errors.ShouldBe(["The deadline is in the past. Choose a later time"]);
        page = await page.Press("Open choosing", ("ChooseUntil", "2027-01-20T17:00"));
        page.Heading.ShouldBe(day.Name);
        var open = await Stored(app, day);
        open.Stage.ShouldBe(DayStage.Choosing);
        open.ChooseUntil.ShouldBe(new DateTime(2027, 1, 20, 17, 0, 0, DateTimeKind.Utc));

        page = await (await page.Follow("Close choosing")).Press("Close choosing");
        (await Stored(app, day)).Stage.ShouldBe(DayStage.Allocating);
        page = await (await page.Follow("Open choosing again")).Press("Open choosing again");
        (await Stored(app, day)).Stage.ShouldBe(DayStage.Choosing);
        await (await page.Follow("Back to draft")).Press("Back to draft");
        (await Stored(app, day)).Stage.ShouldBe(DayStage.Draft);
        (await app.Db(db => db.AuditEntries.CountAsync(entry => entry.SubjectId == day.Id))).ShouldBe(4);
    }

    [Theory, BothEngines]
    public async Task A_published_day_cannot_be_opened_again(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Published, workshops: 1);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        (await browser.Get($"/training-days/open-choosing/{day.Id}")).Path.ShouldBe($"/training-days/day/{day.Id}");
        (await browser.Get($"/training-days/step/{day.Id}/back-to-draft")).Path.ShouldBe($"/training-days/day/{day.Id}");
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_who_edit_a_day_is_told(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Draft);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var first = await browser.Get($"/training-days/edit/{day.Id}");
        var second = await browser.Get($"/training-days/edit/{day.Id}");
        (await first.Press("Save", ("Input.Venue", "The hall"))).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await second.Press("Save", ("Input.Venue", "The barn"));
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("main").ShouldContain("The barn");
        (await Stored(app, day)).Venue.ShouldBe("The hall");
    }

    [Theory, BothEngines]
    public async Task The_list_takes_as_many_queries_for_three_days_as_for_one(App app)
    {
        var trust = await app.World.Trust();
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var past = await app.World.Add(new TrainingDay { OrganisationId = trust.Id, Name = "Past", Date = new DateOnly(2026, 1, 1) });
        await browser.Get("/training-days");
        var one = await app.QueriesOf(() => browser.Get("/training-days"));
        var next = await app.World.Day(trust);
        var later = await app.World.Add(new TrainingDay { OrganisationId = trust.Id, Name = "Later", Date = new DateOnly(2028, 1, 1) });
        (await app.QueriesOf(() => browser.Get("/training-days"))).Count.ShouldBe(one.Count);
        (await browser.Get("/training-days")).Table().Select(row => row[0]).ShouldBe([next.Name, later.Name, past.Name]);
    }

    private static Task<TrainingDay> Stored(App app, TrainingDay day) => app.Db(db => db.TrainingDays.AsNoTracking().SingleAsync(row => row.Id == day.Id));
}
