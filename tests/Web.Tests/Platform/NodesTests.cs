using System.Net;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Tests.Features.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Platform;

/// <summary>Two processes serve the same people from one database; a browser never knows which of them answers.</summary>
public sealed class NodesTests
{
    [Fact]
    public async Task What_one_gives_the_other_takes()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Postgres);
        await using var one = await App.StartAsync(database);
        await using var other = await App.StartAsync(database);
        await one.World.Add(new Installation { InstalledAt = one.Clock.Now });
        var person = await one.World.Person();
        await one.World.Account(person);

        // The form comes from one, the other takes it, and a third step is on the first again.
        var here = one.Anybody();
        var form = await here.Get("/sign-in");
        var there = Carry(here, other);
        var signedIn = await there.Post("/sign-in",
            ("Input.Email", person.Email!), ("Input.Passphrase", World.Passphrase), ("__RequestVerificationToken", Token(form)));
        signedIn.Path.ShouldBe("/");
        signedIn.Text("header").ShouldContain(person.FullName);
        var back = Carry(there, one);
        var account = await back.Get("/account");
        account.Path.ShouldBe("/account");

        // Signing out everywhere on one counts on the other from the next page on.
        var phone = other.Anybody();
        (await SignInTests.SignIn(phone, person.Email!, World.Passphrase)).Path.ShouldBe("/");
        (await account.Press("Sign out on every device")).Flash.ShouldBe("You are signed out on every device.");
        (await phone.Get("/account")).Path.ShouldStartWith("/sign-in");
        (await there.Get("/account")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_token_that_neither_made_is_refused_by_both()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Postgres);
        await using var one = await App.StartAsync(database);
        // The usual databases are copies of one and share its keys.
        await using var anotherDatabase = await TestDatabase.BlankAsync(Engine.Sqlite);
        await using var stranger = await App.StartAsync(anotherDatabase, host => host.UseSetting("register", "none"));
        await stranger.World.Add(new Installation { InstalledAt = one.Clock.Now });
        await one.World.Add(new Installation { InstalledAt = one.Clock.Now });
        var person = await one.World.Person();
        await one.World.Account(person);
        var there = stranger.Anybody();
        var form = await there.Get("/sign-in");
        var answer = await Carry(there, one).Post("/sign-in",
            ("Input.Email", person.Email!), ("Input.Passphrase", World.Passphrase), ("__RequestVerificationToken", Token(form)));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Two_that_start_at_once_on_an_empty_database_set_it_up_once()
    {
        await using var database = await TestDatabase.BlankAsync(Engine.Postgres);
        var starts = await Task.WhenAll(App.StartAsync(database), App.StartAsync(database));
        await using var one = starts[0];
        await using var other = starts[1];
        (await one.Db(db => db.RegisterSchools.CountAsync())).ShouldBe(await one.Db(db => db.RegisterSchools.Select(school => school.Urn).Distinct().CountAsync()));
        (await one.Db(db => db.RegisterSchools.CountAsync())).ShouldBeGreaterThan(20_000);
        string[] codes = [.. one.Warnings.Concat(other.Warnings).Where(line => line.Contains("set-up code", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[^1])];
        codes.Length.ShouldBe(2);
        codes.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();

        // Each may have made a key of its own before it knew of the other's.
        var person = await one.World.Person();
        await one.World.Account(person);
        var pages = await Task.WhenAll(one.Anybody().Get("/sign-in"), other.Anybody().Get("/sign-in"));
        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
        var here = one.Anybody();
        (await SignInTests.SignIn(here, person.Email!, World.Passphrase)).Path.ShouldBe("/");
        (await Carry(here, other).Get("/account")).Path.ShouldBe("/account");
    }

    /// <summary>The same browser, answered by the other.</summary>
    private static Visitor Carry(Visitor browser, App to)
    {
        var same = to.Anybody();
        same.Cookies.Add(browser.Cookies.GetAllCookies());
        return same;
    }

    private static string Token(Page page) => page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
