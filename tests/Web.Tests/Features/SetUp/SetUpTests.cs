using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.SetUp;

public sealed class SetUpTests
{
    [Theory, BothEngines]
    public async Task Every_page_leads_to_the_set_up_until_it_is_done_and_then_there_is_none(Engine engine)
    {
        await using var app = await App.StartAsync(engine, isSetUp: false);
        foreach (var path in new[] { "/", "/sign-in", "/account" })
            (await app.Anybody().Get(path)).Path.ShouldBe("/set-up");
        (await app.Anybody().Get("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);

        var visitor = app.Anybody();
        var form = await visitor.Get("/set-up");
        (await Send(form, "AAAA-BBBB-CCCC")).Errors.Single().ShouldContain("not the set-up code");
        (await app.Db(db => db.Organisations.CountAsync())).ShouldBe(0);
        var code = await app.Db(db => db.SetUpCodes.Select(row => row.Code).SingleAsync());
        app.Warnings.ShouldContain(line => line.Contains(code, StringComparison.Ordinal));
        var done = await Send(form, $" {code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()} ");
        done.Path.ShouldBe("/");
        done.Flash.ShouldContain("Three Becks Trust");

        (await app.Anybody().Get("/set-up")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send(form, code)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anybody().Get("/sign-in")).Path.ShouldBe("/sign-in");
        var account = await app.Db(db => db.Users.Include(account => account.Person).SingleAsync());
        account.RunsInstallation.ShouldBeTrue();
        account.Person!.Email.ShouldBe("kim@trust.example");
        var roles = await app.Db(db => db.RoleGrants.Where(grant => grant.PersonId == account.PersonId).Select(grant => grant.Role).ToListAsync());
        roles.ShouldBe([Role.Administrator, Role.PdLead], ignoreOrder: true);
        (await app.Db(db => db.Organisations.SingleAsync())).Kind.ShouldBe(OrganisationKind.Trust);
    }

    [Theory, BothEngines]
    public async Task Of_two_who_set_up_at_once_one_does(Engine engine)
    {
        await using var app = await App.StartAsync(engine, isSetUp: false);
        var code = await app.Db(db => db.SetUpCodes.Select(row => row.Code).SingleAsync());
        var forms = new List<Page>();
        for (var person = 0; person < 4; person++)
            forms.Add(await app.Anybody().Get("/set-up"));
        var pages = await Task.WhenAll(forms.Select(form => Task.Run(() => Send(form, code))));
        pages.Count(page => page.Path == "/").ShouldBe(1);
        (await app.Db(db => db.Users.CountAsync())).ShouldBe(1);
        (await app.Db(db => db.Installations.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public void A_code_may_be_typed_as_it_comes() => SetUpCode.Clean(" k7qm 2xhd9trb ").ShouldBe("K7QM-2XHD-9TRB");

    private static Task<Page> Send(Page form, string code) => form.Press("Set up Guildhall",
        ("Input.Code", code), ("Input.Kind", OrganisationKind.Trust), ("Input.Organisation", "Three Becks Trust"), ("Input.GivenName", "Kim"),
        ("Input.FamilyName", "Ashby"), ("Input.Email", "Kim@trust.example"), ("Input.Passphrase", "seven quiet otters by the weir"));
}
