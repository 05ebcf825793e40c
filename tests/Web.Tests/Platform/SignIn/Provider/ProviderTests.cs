using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Platform.SignIn.Provider;

public sealed class ProviderTests
{
    [Theory, BothEngines]
    public async Task Somebody_known_by_their_verified_address_is_let_in_and_known_from_then_on(Engine engine)
    {
        using var provider = TestProvider.Start();
        await using var app = await App.StartAsync(engine, provider.IsUsedBy);
        (await app.Anybody().Get("/sign-in")).Text("main").ShouldContain("Sign in with Three Becks");
        var person = await app.World.Person();

        var visitor = app.Anybody();
        var page = await visitor.Get(await provider.SignInAsync(visitor, "u1", person.Email!.ToUpperInvariant()));
        page.Path.ShouldBe("/account", string.Join('\n', app.Warnings));
        page.Text("main").ShouldContain(person.FullName);
        var login = await app.Db(db => db.UserLogins.SingleAsync());
        (login.LoginProvider, login.ProviderKey).ShouldBe((provider.Address, "u1"));

        // From now on it is the subject that counts, whatever their address is.
        var again = app.Anybody();
        (await again.Get(await provider.SignInAsync(again, "u1", "another@school.example"))).Path.ShouldBe("/account");
        // And their address in somebody else's hands opens nothing.
        var other = app.Anybody();
        (await other.Get(await provider.SignInAsync(other, "u2", person.Email))).Heading.ShouldBe("Nobody here has this address");
        (await app.Db(db => db.UserLogins.CountAsync())).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task An_address_that_is_not_verified_or_not_known_lets_nobody_in(Engine engine)
    {
        using var provider = TestProvider.Start("id-token");
        await using var app = await App.StartAsync(engine, provider.IsUsedBy);
        var person = await app.World.Person();
        foreach (var (email, isVerified) in new[] { (person.Email!, false), ("stranger@school.example", true), ("", true) })
        {
            var visitor = app.Anybody();
            (await visitor.Get(await provider.SignInAsync(visitor, $"u-{email.Length}", email, isVerified))).Heading.ShouldBe("Nobody here has this address");
            (await visitor.Get("/account")).Path.ShouldStartWith("/sign-in");
        }
        (await app.Db(db => db.People.CountAsync())).ShouldBe(1);
        (await app.Db(db => db.UserLogins.CountAsync())).ShouldBe(0);

        var owner = app.Anybody();
        (await owner.Get(await provider.SignInAsync(owner, "u-owner", person.Email))).Path.ShouldBe("/account");
    }

    [Theory, BothEngines]
    public async Task What_was_not_begun_in_this_browser_or_was_refused_signs_nobody_in(Engine engine)
    {
        using var provider = TestProvider.Start();
        await using var app = await App.StartAsync(engine, provider.IsUsedBy);
        var person = await app.World.Person();
        var begun = app.Anybody();
        var back = await provider.SignInAsync(begun, "u1", person.Email);
        var other = app.Anybody();
        (await other.Get(back)).Flash.ShouldContain("did not work");
        (await other.Get("/account")).Path.ShouldStartWith("/sign-in");
        (await begun.Get(back)).Path.ShouldBe("/account");

        var refused = app.Anybody();
        (await refused.Get(await provider.SignInAsync(refused, "u1", person.Email, refuses: true))).Flash.ShouldContain("did not work");
    }

    [Theory, BothEngines]
    public async Task A_provider_that_cannot_be_reached_is_said_to_be(Engine engine)
    {
        var provider = TestProvider.Start();
        await using var app = await App.StartAsync(engine, provider.IsUsedBy);
        provider.Dispose();
        (await app.Anybody().Get("/sign-in/provider")).Flash.ShouldContain("did not work");
    }

    [Theory, BothEngines]
    public async Task Without_the_setting_there_is_no_such_sign_in(App app)
    {
        (await app.Anybody().Get("/sign-in")).Html.ShouldNotContain("/sign-in/provider");
        (await app.Anybody().Get("/sign-in/provider")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
