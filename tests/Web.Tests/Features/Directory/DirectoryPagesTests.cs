using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.Directory;

public sealed class DirectoryPagesTests
{
    [Theory, BothEngines]
    public async Task Organisations_are_found_by_name_kind_and_trust(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var other = await app.World.School();
        var browser = await app.SignInAs(await app.World.Holder(Role.Governor, school));

        (await browser.Get($"/directory?find={school.Name.ToUpperInvariant()}")).Table().Select(row => row[0]).ShouldBe([school.Name]);
        (await browser.Get($"/directory?trust={trust.Id}")).Table().Select(row => row[0]).ShouldBe([school.Name, trust.Name]);
        (await browser.Get($"/directory?kind=Trust&find={school.Name}")).Text("main").ShouldContain("Nothing found");
        (await browser.Get($"/directory/organisation/{other.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothEngines]
    public async Task Somebody_without_a_role_sees_their_own_school_and_themselves_and_nobody_else(App app)
    {
        var person = await app.World.Person();
        var school = await app.Db(db => db.Posts.Where(post => post.PersonId == person.Id).Select(post => post.OrganisationId).SingleAsync());
        var colleague = await app.World.Person(await app.Db(db => db.Organisations.SingleAsync(row => row.Id == school)));
        var browser = await app.SignInAs(person);

        (await browser.Get("/directory")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get($"/directory/organisation/{school}")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Get($"/directory/people/{school}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get($"/directory/person/{colleague.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get($"/directory/person/{person.Id}")).Text("main").ShouldContain("This is what is stored about you");
        (await browser.Get($"/directory/edit-person/{person.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task A_person_of_another_trust_is_not_there(App app)
    {
        var stranger = await app.World.Person(await app.World.School(trust: await app.World.Trust()));
        var post = await app.Db(db => db.Posts.SingleAsync(post => post.PersonId == stranger.Id));
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, await app.World.Trust()));

        foreach (var path in new[] { $"person/{stranger.Id}", $"edit-person/{stranger.Id}", $"leave/{stranger.Id}", $"add-post/{stranger.Id}", $"invite/{stranger.Id}",
            $"edit-post/{post.Id}", $"people/{post.OrganisationId}", $"import/{post.OrganisationId}", $"roles/{post.OrganisationId}", $"audit/{post.OrganisationId}",
            $"edit-organisation/{post.OrganisationId}", $"add-person/{post.OrganisationId}" })
            (await browser.Get($"/directory/{path}")).Status.ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Theory, BothEngines]
    public async Task A_person_is_edited_once_and_the_second_editor_is_told(App app)
    {
        var school = await app.World.School();
        var person = await app.World.Person(school);
        var browser = await app.SignInAs(await app.World.Holder(Role.StaffManager, school));
        var first = await browser.Get($"/directory/edit-person/{person.Id}");
        var second = await browser.Get($"/directory/edit-person/{person.Id}");

        (await first.Press("Save", ("Input.GivenName", "Anne"))).Flash.ShouldBe("Saved.");
        var refused = await second.Press("Save", ("Input.GivenName", "Annie"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("main").ShouldContain("Annie");
        (await app.Db(db => db.People.SingleAsync(row => row.Id == person.Id))).GivenName.ShouldBe("Anne");
        var mine = await (await app.SignInAs(person)).Get("/audit/mine");
        mine.Text("main").ShouldContain("changed given name from “Sam” to “Anne”");
    }

    [Theory, BothEngines]
    public async Task The_address_of_somebody_who_works_elsewhere_too_is_not_mine_to_change(App app)
    {
        var school = await app.World.School();
        var person = await app.World.Person(school);
        await app.World.Post(person, await app.World.School());
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, school));

        (await browser.Get($"/directory/person/{person.Id}")).Texts("main .posts, main h3").Count.ShouldBe(1, "the other employer's post is not shown");
        (await browser.Get($"/directory/edit-person/{person.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Somebody_is_added_by_hand_leaves_and_comes_back(App app)
    {
        var school = await app.World.School();
        var lead = await app.World.Holder(Role.Administrator, school);
        var browser = await app.SignInAs(lead);
        var code = World.Code();

        var page = await (await browser.Get($"/directory/add-person/{school.Id}")).Press(
            "Add the person", ("Who.GivenName", "Ann"), ("Who.FamilyName", code), ("Input.RoleGroup", nameof(RoleGroup.Catering)),
            ("Input.JobTitle", "Cook"), ("Input.LineManager", lead.FamilyName));
        page.Flash.ShouldBe($"Ann {code} is added.");
        page.Text("main").ShouldContain(lead.FullName);
        var person = await app.Db(db => db.People.SingleAsync(row => row.FamilyName == code));

        page = await (await browser.Get($"/directory/leave/{person.Id}")).Press("Mark as leaver");
        page.Flash.ShouldBe($"Ann {code} is a leaver. The record stays.");
        app.Clock.Advance(TimeSpan.FromDays(2));
        (await browser.Get($"/directory/people/{school.Id}")).Text("main").ShouldNotContain(code);
        (await browser.Get($"/directory/people/{school.Id}?leavers=true")).Text("main").ShouldContain(code);

        page = await (await browser.Get($"/directory/add-post/{person.Id}")).Press(
            "Add the post", ("Organisation", school.Id.ToString()), ("Input.RoleGroup", nameof(RoleGroup.Office)), ("Input.JobTitle", "Clerk"));
        page.Text("main").ShouldContain("Clerk");
        (await app.Db(db => db.People.SingleAsync(row => row.Id == person.Id))).LeftOn.ShouldBeNull();
    }

    [Theory, BothEngines]
    public async Task The_last_administrator_keeps_the_role_until_there_is_another(App app)
    {
        var school = await app.World.School();
        var lead = await app.World.Holder(Role.Administrator, school);
        var colleague = await app.World.Person(school);
        var browser = await app.SignInAs(lead);

        var page = await (await browser.Get($"/directory/roles/{school.Id}")).Submit("form[action*=Take]");
        page.Flash.ShouldContain("is the only administrator");
        page = await page.Press("Give the role", ("Input.Person", colleague.FamilyName), ("Input.Role", nameof(Role.Administrator)));
        page.Flash.ShouldBe($"{colleague.FullName} has the role Administrator.");
        var own = await app.Db(db => db.RoleGrants.SingleAsync(grant => grant.PersonId == lead.Id && grant.OrganisationId == school.Id));
        page = await page.Press($"Take away the role Administrator from {lead.FullName}");
        page.Path.ShouldBe("/");
        (await app.Db(db => db.RoleGrants.AnyAsync(grant => grant.Id == own.Id))).ShouldBeFalse();
        (await browser.Get($"/directory/audit/{school.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignInAs(colleague)).Get($"/directory/audit/{school.Id}")).Text("main").ShouldContain($"gave the role Administrator");
    }

    [Theory, BothEngines]
    public async Task A_hub_takes_members_in_and_out(App app)
    {
        var lead = await app.World.Holder(Role.Administrator, await app.World.Trust());
        var school = await app.World.School();
        var browser = await app.SignInAs(lead);
        var code = World.Code();

        var page = await (await browser.Get("/directory/add")).Press("Add it", ("Input.Kind", nameof(OrganisationKind.Hub)), ("Input.Name", $"Hub {code}"));
        page.Heading.ShouldBe($"Hub {code}");
        var hub = await app.Db(db => db.Organisations.SingleAsync(row => row.Name == $"Hub {code}"));
        page = await (await browser.Get($"/directory/add-member/{hub.Id}?find={school.Name}")).Press($"Add {school.Name}");
        page.Flash.ShouldContain("is a member of");
        (await browser.Get($"/directory/organisation/{school.Id}")).Text("main").ShouldContain($"Hub {code}");
        page = await (await browser.Get($"/directory/remove-member/{hub.Id}?member={school.Id}")).Press("Take it out");
        page.Text("main").ShouldContain("No members yet");
    }

    [Theory, BothEngines]
    public async Task Lists_take_as_many_queries_for_three_as_for_one(App app)
    {
        var trust = await app.World.Trust();
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, trust));
        var paths = new[] { $"/directory?trust={trust.Id}", $"/directory/organisation/{trust.Id}", $"/directory/people/{trust.Id}?schools=true", $"/directory/audit/{trust.Id}", $"/directory/roles/{trust.Id}" };
        await Fill();
        // What a browser's first page costs once is not a matter of rows.
        await browser.Get("/directory");
        var one = await Counts();
        await Fill();
        await Fill();
        (await Counts()).ShouldBe(one);

        async Task Fill() => await app.World.Grant(await app.World.Person(await app.World.School(trust: trust)), Role.PdLead, trust);

        async Task<List<int>> Counts()
        {
            var counts = new List<int>();
            foreach (var path in paths)
                counts.Add((await app.QueriesOf(() => browser.Get(path))).Count);
            return counts;
        }
    }
}
