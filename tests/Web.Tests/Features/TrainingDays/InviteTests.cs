using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays;

public sealed class InviteTests
{
    [Theory, BothEngines]
    public async Task Schools_are_invited_by_role_group_and_people_with_several_posts_come_once(App app)
    {
        var trust = await app.World.Trust();
        var (elm, oak) = (await app.World.School("Elm", trust), await app.World.School("Oak", trust));
        var day = await app.World.Day(trust);
        var twice = await app.World.Person(elm, RoleGroup.TeachingAssistant);
        await app.World.Add(new Post { PersonId = twice.Id, OrganisationId = oak.Id, RoleGroup = RoleGroup.Catering, FtePercent = 20 });
        await app.World.Person(oak, RoleGroup.Catering);
        await app.World.Person(oak, RoleGroup.Governor);
        var gone = await app.World.Person(oak);
        await app.Db(async db =>
        {
            (await db.Posts.SingleAsync(post => post.PersonId == gone.Id)).EndedOn = DateOnly.FromDateTime(app.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var lead = await app.World.Holder(Role.PdLead, trust);

        var page = await (await app.SignInAs(lead)).Get($"/training-days/invite/schools/{day.Id}");
        page = await page.Press("Count the people");
        // The lead, who is a senior leader of the trust, the person of two posts, and the cook.
        page.Text("#count").ShouldBe("3 people to invite");
        page = await page.Press("Invite 3 people");
        page.Table().Count.ShouldBe(3);
        var invitees = await app.Db(db => db.Invitees.Where(row => row.DayId == day.Id).ToListAsync());
        var main = invitees.Single(row => row.PersonId == twice.Id);
        (main.OrganisationId, main.RoleGroup).ShouldBe((elm.Id, RoleGroup.TeachingAssistant));

        page = await (await page.Follow("Invite schools")).Press("Count the people");
        page.Text("#count").ShouldBe("Nobody new");
    }

    [Theory, BothEngines]
    public async Task A_hub_invites_its_members_and_their_schools(App app)
    {
        var trust = await app.World.Trust();
        var inTrust = await app.World.School("In the trust", trust);
        var alone = await app.World.School("Alone");
        var stranger = await app.World.School("Stranger");
        var hub = await app.World.Hub(trust, alone);
        var day = await app.World.Day(hub);
        var page = await (await app.SignInAs(await app.World.Holder(Role.PdLead, hub))).Get($"/training-days/invite/schools/{day.Id}");
        var offered = page.Texts("[name=O] + label");
        offered.ShouldBe([alone.Name, hub.Name, inTrust.Name, trust.Name], ignoreOrder: true);
        offered.ShouldNotContain(stranger.Name);
    }

    [Theory, BothEngines]
    public async Task Organisations_outside_the_circle_are_not_invited_whoever_asks(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust);
        var stranger = await app.World.Person();
        var school = await app.Db(db => db.Posts.Where(post => post.PersonId == stranger.Id).Select(post => post.OrganisationId).SingleAsync());
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        (await browser.Get($"/training-days/invite/schools/{day.Id}?count=true&O={school}&G=Teacher")).Text("#count").ShouldBe("Nobody new");
        (await browser.Get($"/training-days/invite/person/{day.Id}?find={stranger.FamilyName}")).Text("main").ShouldNotContain(stranger.FullName);
    }

    [Theory, BothEngines]
    public async Task Slots_away_and_what_is_carried_over_are_kept(App app)
    {
        var trust = await app.World.Trust();
        var person = await app.World.Person(await app.World.School(trust: trust));
        var day = await app.World.Day(trust, invitees: [person]);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var page = await (await browser.Get($"/training-days/invite/{day.Id}")).Follow(person.FullName);
        page = await page.Press("Save", ("AwaySlots", new[] { day.Slots[1].Id.ToString() }), ("Carry", 12));
        page.Errors.ShouldHaveSingleItem().ShouldContain("from 0 to 9");
        page = await page.Press("Save", ("Carry", 3));
        page.Table().ShouldHaveSingleItem().ShouldContain(day.Slots[1].Name);
        var saved = await app.Db(db => db.Invitees.SingleAsync(row => row.DayId == day.Id));
        saved.AwaySlots.ShouldBe([day.Slots[1].Id]);
        saved.Carry.ShouldBe(3);
    }

    [Theory, BothEngines]
    public async Task Taking_somebody_off_the_list_says_what_is_lost(App app)
    {
        var trust = await app.World.Trust();
        var person = await app.World.Person(await app.World.School(trust: trust));
        var day = await app.World.Day(trust, workshops: 2);
        var invitee = await app.World.Choose(await app.World.Invite(day, person), day.Workshops[0], day.Workshops[1]);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var page = await browser.Get($"/training-days/invite/remove/{day.Id}/{invitee.Id}");
        page.Text("main").ShouldContain("Their 2 choices are lost");
        await page.Press("Take off the list");
        (await app.Db(db => db.Invitees.AnyAsync(row => row.DayId == day.Id))).ShouldBeFalse();
        (await browser.Get($"/training-days/invite/edit/{day.Id}/{invitee.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task The_list_is_searched_filtered_and_counted_in_as_many_queries(App app)
    {
        var trust = await app.World.Trust();
        var (elm, oak) = (await app.World.School("Elm", trust), await app.World.School("Oak", trust));
        var first = await app.World.Person(elm);
        var day = await app.World.Day(trust, workshops: 1, invitees: [first]);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var path = $"/training-days/invite/{day.Id}";
        await browser.Get(path);
        var one = await app.QueriesOf(() => browser.Get(path));
        var cook = await app.World.Person(oak, RoleGroup.Catering);
        var chose = await app.World.Person(oak);
        await app.World.Invite(day, cook);
        await app.World.Choose(await app.World.Invite(day, chose), day.Workshops[0]);
        (await app.QueriesOf(() => browser.Get(path))).Count.ShouldBe(one.Count);
        (await browser.Get($"{path}?find={first.FamilyName.ToLowerInvariant()}")).Table().ShouldHaveSingleItem()[0].ShouldBe(first.FullName);
        (await browser.Get($"{path}?school={oak.Id}&role=Catering")).Table().ShouldHaveSingleItem()[0].ShouldBe(cook.FullName);
        (await browser.Get($"{path}?chosen=yes")).Table().ShouldHaveSingleItem()[0].ShouldBe(chose.FullName);
        (await browser.Get($"{path}?chosen=no")).Table().Count.ShouldBe(2);
    }
}
