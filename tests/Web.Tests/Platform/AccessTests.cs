using System.Net;
using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Tests.Platform;

public sealed class AccessTests
{
    [Theory, BothEngines]
    public async Task Somebody_who_is_not_signed_in_is_asked_to_and_comes_back_afterwards(App app)
    {
        var page = await app.Anybody().Get("/");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Path.ShouldBe("/sign-in?next=%2F");
    }

    [Theory, BothEngines]
    public async Task Somebody_who_is_signed_in_sees_their_own_page(App app)
    {
        var person = await app.World.Person(group: RoleGroup.SiteAndPremises);
        var page = await (await app.SignInAs(person)).Get("/");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe("My PD");
        page.Text("header").ShouldContain(person.FullName);
    }

    [Theory, BothEngines]
    public async Task A_cookie_is_worth_nothing_after_signing_out_everywhere(App app)
    {
        var person = await app.World.Person();
        var visitor = await app.SignInAs(person);
        (await visitor.Get("/")).Path.ShouldBe("/");
        await app.Db(async db =>
        {
            var account = db.Users.Single(account => account.PersonId == person.Id);
            account.SecurityStamp = "another";
            return await db.SaveChangesAsync();
        });
        (await visitor.Get("/")).Path.ShouldStartWith("/sign-in");
    }

    [Theory, BothEngines]
    public async Task A_cookie_ends_after_two_weeks_without_a_visit(App app)
    {
        var visitor = await app.SignInAs(await app.World.Person());
        app.Clock.Advance(TimeSpan.FromDays(14.1));
        (await visitor.Get("/")).Path.ShouldStartWith("/sign-in");
    }
}
