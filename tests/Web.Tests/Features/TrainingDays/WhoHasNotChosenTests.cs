using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays;

public sealed class WhoHasNotChosenTests
{
    [Theory, BothEngines]
    public async Task A_person_is_reminded_once_in_24_hours(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var (missing, chose, silent) = (await app.World.Person(school), await app.World.Person(school), await app.World.Person(school));
        var day = await app.World.Day(trust, workshops: 1, invitees: [missing, silent]);
        await app.World.Choose(await app.World.Invite(day, chose), day.Workshops[0]);
        await app.Db(async db =>
        {
            (await db.People.SingleAsync(person => person.Id == silent.Id)).Email = null;
            return await db.SaveChangesAsync();
        });
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var path = $"/training-days/who-has-not-chosen/{day.Id}";

        var page = await (await browser.Get(path)).Follow("Remind them");
        page.Heading.ShouldBe("Remind 1 person?");
        page.Text("main").ShouldContain("1 person has no email address");
        page = await page.Press("Remind 1 person");
        page.Flash.ShouldBe("1 person is reminded by email.");
        (await browser.Get($"/training-days/remind/{day.Id}")).Flash.ShouldContain("nobody to remind now");
        var mails = await app.Db(db => db.OutgoingMails.Where(mail => mail.Subject.Contains(day.Name)).ToListAsync());
        var mail = mails.ShouldHaveSingleItem();
        mail.To.ShouldBe(missing.Email);
        mail.Text.ShouldContain($"/training-days/choose/{day.Id}");

        app.Clock.Advance(TimeSpan.FromHours(24.1));
        (await browser.Get($"/training-days/remind/{day.Id}")).Heading.ShouldBe("Remind 1 person?");
    }

    [Theory, BothEngines]
    public async Task A_reminder_does_not_disturb_a_choice_that_is_being_made(App app)
    {
        var trust = await app.World.Trust();
        var person = await app.World.Person(await app.World.School(trust: trust));
        var day = await app.World.Day(trust, workshops: 1, invitees: [person]);
        var before = await app.Db(db => db.Invitees.AsNoTracking().SingleAsync(row => row.DayId == day.Id));
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        await (await browser.Get($"/training-days/remind/{day.Id}")).Press("Remind 1 person");
        var after = await app.Db(db => db.Invitees.AsNoTracking().SingleAsync(row => row.DayId == day.Id));
        after.RemindedAt.ShouldNotBeNull();
        after.Version.ShouldBe(before.Version);
    }

    [Theory, BothEngines]
    public async Task A_schools_lead_sees_and_reminds_their_own_school_only(App app)
    {
        var trust = await app.World.Trust();
        var (own, other) = (await app.World.School("Own", trust), await app.World.School("Other", trust));
        var (mine, theirs) = (await app.World.Person(own), await app.World.Person(other));
        var day = await app.World.Day(trust, workshops: 1, invitees: [mine, theirs]);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, own));
        var page = await browser.Get($"/training-days/who-has-not-chosen/{day.Id}");
        page.Text("main").ShouldContain(mine.FullName);
        page.Text("main").ShouldNotContain(theirs.FullName);
        page.Text("main").ShouldNotContain(other.Name);
        await (await page.Follow("Remind them")).Press("Remind 1 person");
        (await app.Db(db => db.OutgoingMails.Where(mail => mail.Subject.Contains(day.Name)).ToListAsync())).ShouldHaveSingleItem().To.ShouldBe(mine.Email);
        (await browser.Get($"/training-days/day/{day.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task A_schools_lead_sees_nothing_of_a_draft(App app)
    {
        var trust = await app.World.Trust();
        var own = await app.World.School("Own", trust);
        var day = await app.World.Day(trust, DayStage.Draft, invitees: [await app.World.Person(own)]);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, own));
        (await browser.Get($"/training-days/who-has-not-chosen/{day.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task It_counts_by_school_and_role_group_in_as_many_queries(App app)
    {
        var trust = await app.World.Trust();
        var (elm, oak) = (await app.World.School("Elm", trust), await app.World.School("Oak", trust));
        var day = await app.World.Day(trust, workshops: 1, invitees: [await app.World.Person(elm)]);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var path = $"/training-days/who-has-not-chosen/{day.Id}";
        await browser.Get(path);
        var one = await app.QueriesOf(() => browser.Get(path));
        await app.World.Invite(day, await app.World.Person(oak, RoleGroup.Catering));
        await app.World.Choose(await app.World.Invite(day, await app.World.Person(oak, RoleGroup.Catering)), day.Workshops[0]);
        (await app.QueriesOf(() => browser.Get(path))).Count.ShouldBe(one.Count);
        var page = await browser.Get(path);
        var tables = page.Document.QuerySelectorAll("table");
        tables[0].QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))
            .ShouldBe([$"{elm.Name}|1|1|Teachers 1", $"{oak.Name}|2|1|Catering staff 1"]);
        tables[2].QuerySelectorAll("tbody tr").Length.ShouldBe(2);
    }
}
