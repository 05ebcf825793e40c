using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;

namespace Guildhall.Web.Tests.Features;

/// <summary>"My PD".</summary>
public sealed class HomeTests
{
    [Theory, BothEngines]
    public async Task Nothing_is_said_in_words(App app)
    {
        var page = await (await app.SignInAs(await app.World.Person())).Get("/");
        page.Heading.ShouldBe("My PD");
        page.Text("main").ShouldContain("Nothing waits for you");
    }

    [Theory, BothEngines]
    public async Task What_waits_comes_first(App app)
    {
        var person = await app.World.Person();
        var open = await app.World.Day(workshops: 2, invitees: [person]);
        var (out_, closed) = (await app.World.Day(stage: DayStage.Published, invitees: [person]), await app.World.Day(stage: DayStage.Allocating, invitees: [person]));
        var draft = await app.World.Day(stage: DayStage.Draft, invitees: [person]);
        var page = await (await app.SignInAs(person)).Get("/");
        page.Texts(".card-title").ShouldBe([$"Choose your workshops for {open.Name}", $"Your day is out: {out_.Name}"]);
        page.Text("main").ShouldContain("Until Monday 25 January at 09:00, closes in 14 days. You have not chosen yet.");
        page.Texts(".lines a").ShouldBe([closed.Name]);
        page.Html.ShouldNotContain(draft.Name);
        page = await page.Follow($"Choose: {open.Name}");
        page.Heading.ShouldBe("Choose your workshops");
    }

    [Theory, BothEngines]
    public async Task A_past_day_is_kept(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(stage: DayStage.Published, invitees: [person]);
        app.Clock.Set(day.Date.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var page = await (await app.SignInAs(person)).Get("/");
        page.Texts(".card-title").ShouldBeEmpty();
        page.Texts("h2").ShouldBe(["Past days"]);
    }

    [Theory, BothEngines]
    public async Task A_lead_sees_what_they_look_after_and_nobody_elses(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, invitees: [await app.World.Person(), await app.World.Person()]);
        var others = await app.World.Day();
        var page = await (await app.SignInAs(await app.World.Holder(Role.PdLead, trust))).Get("/");
        page.Texts(".lines li").ShouldHaveSingleItem().ShouldContain("0 of 2 have chosen.");
        page.Html.ShouldContain(day.Name);
        page.Html.ShouldNotContain(others.Name);
    }

    [Theory, BothEngines]
    public async Task A_head_finds_the_way_to_their_schools_people(App app)
    {
        var trust = await app.World.Trust();
        var (own, other) = (await app.World.School("Own", trust), await app.World.School("Other", trust));
        var open = await app.World.Day(trust, workshops: 1, invitees: [await app.World.Person(own), await app.World.Person(other)]);
        var out_ = await app.World.Day(trust, DayStage.Published, workshops: 1, invitees: [await app.World.Person(own)]);
        var draft = await app.World.Day(trust, DayStage.Draft, invitees: [await app.World.Person(own)]);
        var elsewhere = await app.World.Day(trust, invitees: [await app.World.Person(other)]);
        var browser = await app.SignInAs(await app.World.Holder(Role.Leader, own));
        var page = await browser.Get("/");
        page.Html.ShouldNotContain(draft.Name);
        page.Html.ShouldNotContain(elsewhere.Name);
        page.Texts(".lines li").ShouldContain(line => line.Contains("0 of your 1 have chosen."));
        (await page.Follow($"{open.Name}: who has not chosen")).Heading.ShouldBe("Who has not chosen");
        (await page.Follow($"{out_.Name}: where your people go")).Heading.ShouldBe("Lists and registers");
    }

    [Theory, BothEngines]
    public async Task A_head_finds_the_report_of_a_day_that_is_over(App app)
    {
        var trust = await app.World.Trust();
        var (own, other) = (await app.World.School("Own", trust), await app.World.School("Other", trust));
        var day = await app.World.Day(trust, DayStage.Published, workshops: 1, invitees: [await app.World.Person(own)]);
        await app.World.Day(trust, DayStage.Published, workshops: 1, invitees: [await app.World.Person(other)]);
        await app.World.Day(trust, workshops: 1, invitees: [await app.World.Person(own)]);
        app.Clock.Set(day.Date.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var page = await (await app.SignInAs(await app.World.Holder(Role.Leader, own))).Get("/");
        page.Texts(".lines li").ShouldHaveSingleItem().ShouldContain("1 of your people was invited.");
        (await page.Follow($"{day.Name}: report on your people")).Heading.ShouldBe($"Report: {day.Name}");
    }

    [Theory, BothEngines]
    public async Task A_lead_finds_a_day_that_is_over_until_it_is_closed(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.OnTheDay);
        await app.World.Day(trust, DayStage.Closed);
        app.Clock.Set(day.Date.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var page = await (await app.SignInAs(await app.World.Holder(Role.PdLead, trust))).Get("/");
        page.Texts(".lines li").ShouldHaveSingleItem().ShouldContain("It is over, and waits to be closed.");
    }

    [Theory, BothEngines]
    public async Task On_the_day_it_says_so(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(stage: DayStage.Published, invitees: [person]);
        app.Clock.Set(day.Date.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc));
        (await (await app.SignInAs(person)).Get("/")).Texts(".card-title").ShouldBe([$"Today: {day.Name}"]);
    }

    [Theory, BothEngines]
    public async Task It_takes_six_queries_more_than_knowing_who_asks(App app)
    {
        var trust = await app.World.Trust();
        var lead = await app.World.Holder(Role.PdLead, trust);
        for (var count = 0; count < 3; count++)
            await app.World.Day(trust, invitees: [lead]);
        var browser = await app.SignInAs(lead);
        (await app.QueriesOf(() => browser.Get("/"))).Count.ShouldBeLessThanOrEqualTo(8);
    }
}
