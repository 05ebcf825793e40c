using System.Net;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Calls;

public sealed class CallTests
{
    [Theory, BothEngines]
    public async Task An_organiser_writes_the_brief_adds_a_topic_and_opens_the_call(App app)
    {
        var (browser, day) = await Draft(app);
        var page = await browser.Get($"/training-days/calls/{day.Id}");
        page = await page.Follow("Write the brief");
        page = await page.Press("Save", ("Input.Brief", ""));
        page.Errors.ShouldHaveSingleItem().ShouldContain("Brief");
        page = await page.Press("Save", ("Input.Brief", "We look for workshops that help on Monday."), ("Input.ReviewsEach", 3));
        page.Flash.ShouldBe("The call is saved.");
        page.Table("table:has(caption:contains(\"Criteria\"))").Select(row => row[0]).ShouldContain("Useful soon");

        page = await (await page.Follow("Add a topic")).Press("Save", ("Input.Name", "Behaviour in corridors"), ("Input.Why", "Named in the staff survey."));
        page.Flash.ShouldBe("Saved: Behaviour in corridors.");
        (await page.Follow("As presenters see it")).Text("main").ShouldContain("Behaviour in corridors");

        page = await (await page.Follow("Open the call")).Press("Open the call", ("OfferUntil", "2027-01-10T17:00"));
        page.Errors.ShouldBe(["The deadline is in the past. Choose a later time"]);
        page = await page.Press("Open the call", ("OfferUntil", "2027-01-20T17:00"));
        page.Text("main").ShouldContain("Workshops can be offered until Wednesday 20 January at 17:00. 0 offers have come in.");
        var open = await app.Db(db => db.TrainingDays.AsNoTracking().SingleAsync(row => row.Id == day.Id));
        (open.Stage, open.OfferUntil).ShouldBe((DayStage.Call, new DateTime(2027, 1, 20, 17, 0, 0, DateTimeKind.Utc)));

        page = await (await page.Follow("Back to draft")).Press("Back to draft");
        (await app.Db(db => db.TrainingDays.AsNoTracking().SingleAsync(row => row.Id == day.Id))).HasCall.ShouldBeFalse();
        (await app.Db(db => db.AuditEntries.Where(entry => entry.SubjectId == day.Id).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Select(entry => entry.Deed).ToListAsync()))
            .ShouldBe(["wrote the brief of the call for workshops", "added the topic Behaviour in corridors of the call", "opened the call for workshops until Wednesday 20 January at 17:00", "took the day back to draft"]);
    }

    [Theory, BothEngines]
    public async Task A_call_without_a_brief_cannot_open(App app)
    {
        var (browser, day) = await Draft(app);
        (await browser.Get($"/training-days/calls/open/{day.Id}")).Path.ShouldBe($"/training-days/calls/edit/{day.Id}");
        (await browser.Get($"/training-days/day/{day.Id}")).Text("main").ShouldNotContain("Open the call");
    }

    [Theory, BothEngines]
    public async Task Topics_and_criteria_are_changed_and_removed(App app)
    {
        var (browser, day) = await Draft(app);
        var page = await (await browser.Get($"/training-days/calls/edit/{day.Id}")).Press("Save", ("Input.Brief", "Come."));
        page = await (await page.Follow("Useful soon")).Press("Save", ("Input.Name", "Useful at once"), ("Input.Weight", 5));
        page.Table("table:has(caption:contains(\"Criteria\"))").ShouldContain(row => row[0] == "Useful at once" && row[2] == "5");
        page = await (await page.Follow("Remove Useful at once")).Press("Remove the criterion");
        page.Flash.ShouldBe("Useful at once is removed.");
        page.Table("table:has(caption:contains(\"Criteria\"))").ShouldNotContain(row => row[0] == "Useful at once");
        var other = await app.World.Day(stage: DayStage.Draft);
        var topic = await app.Db(db => db.Criteria.Where(row => db.Calls.Any(call => call.Id == row.CallId && call.DayId == day.Id)).Select(row => row.Id).FirstAsync());
        (await browser.Get($"/training-days/calls/criterion/{other.Id}/{topic}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(Visitor Browser, TrainingDay Day)> Draft(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Draft);
        return (await app.SignInAs(await app.World.Holder(Role.PdLead, trust)), day);
    }
}
