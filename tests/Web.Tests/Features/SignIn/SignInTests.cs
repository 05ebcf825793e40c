using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Features.SignIn;

public sealed class SignInTests
{
    [Theory, BothEngines]
    public async Task A_passphrase_signs_in_and_leads_to_where_one_wanted_to_go(App app)
    {
        var person = await Somebody(app);
        var page = await SignIn(app.Anybody(), person.Email!, World.Passphrase, "/account");
        page.Path.ShouldBe("/account");
        page.Text("main").ShouldContain(person.FullName);
    }

    [Theory, BothEngines]
    public async Task An_address_may_be_typed_in_capitals(App app) =>
        (await SignIn(app.Anybody(), $" {(await Somebody(app)).Email!.ToUpperInvariant()} ", World.Passphrase)).Path.ShouldBe("/");

    [Theory]
    [BothEngines]
    public async Task Nobody_is_led_to_another_host(App app)
    {
        foreach (var next in new[] { "https://evil.example/", "//evil.example/", "/\\evil.example", "evil" })
        {
            var page = await SignIn(app.Anybody(), (await Somebody(app)).Email!, World.Passphrase, next);
            page.Path.ShouldBe("/", next);
        }
    }

    [Theory, BothEngines]
    public async Task A_wrong_passphrase_and_an_unknown_address_get_the_same_answer(App app)
    {
        var person = await Somebody(app);
        var withoutPassphrase = await app.World.Person();
        await app.World.Add(Account.Of(withoutPassphrase));
        var answers = new List<(string Body, TimeSpan Time)>();
        foreach (var email in new[] { person.Email!, withoutPassphrase.Email!, $"nobody.{World.Code()}@school.example" })
        {
            var visitor = app.Anybody();
            var form = await visitor.Get("/sign-in");
            var begin = TimeProvider.System.GetTimestamp();
            var page = await form.Press("Sign in", ("Input.Email", email), ("Input.Passphrase", "seven quiet otters by the sea"));
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Errors.Count.ShouldBe(1);
            answers.Add((page.Text("main").Replace(email, "", StringComparison.Ordinal), TimeProvider.System.GetElapsedTime(begin)));
        }
        answers.Select(answer => answer.Body).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Time >= TimeSpan.FromMilliseconds(490));
    }

    [Theory, BothEngines]
    public async Task The_tenth_wrong_try_shuts_the_account_for_a_quarter_of_an_hour(App app)
    {
        var person = await Somebody(app);
        var visitor = app.Anybody();
        var words = "";
        for (var attempt = 0; attempt < Passphrases.MostWrongTries; attempt++)
            words = (await SignIn(visitor, person.Email!, "not the right one at all")).Errors[0];
        var locked = await SignIn(visitor, person.Email!, World.Passphrase);
        locked.Path.ShouldStartWith("/sign-in");
        locked.Errors[0].ShouldBe(words);
        app.Clock.Advance(Passphrases.LockLasts + TimeSpan.FromSeconds(1));
        (await SignIn(visitor, person.Email!, World.Passphrase)).Path.ShouldBe("/");
    }

    [Theory, BothEngines]
    public async Task A_hundred_guesses_at_once_are_not_looked_at(App app)
    {
        var account = await app.World.Account(await Somebody(app));
        var looked = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var found = await db.Users.AsNoTracking().SingleAsync(row => row.Id == account.Id);
            return await scope.ServiceProvider.GetRequiredService<Passphrases>().FitsAsync(found, "wrong, wrong and wrong again", TestContext.Current.CancellationToken);
        })));
        looked.ShouldAllBe(fits => !fits);
        var after = await app.Db(db => db.Users.AsNoTracking().SingleAsync(row => row.Id == account.Id));
        after.LockoutEnd.ShouldNotBeNull();
        await using var last = app.Services.CreateAsyncScope();
        (await last.ServiceProvider.GetRequiredService<Passphrases>().FitsAsync(after, World.Passphrase, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Theory, BothEngines]
    public async Task A_right_passphrase_forgets_the_wrong_tries(App app)
    {
        var person = await Somebody(app);
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < Passphrases.MostWrongTries - 1; attempt++)
                (await SignIn(app.Anybody(), person.Email!, "not the right one at all")).Errors.Count.ShouldBe(1);
            (await SignIn(app.Anybody(), person.Email!, World.Passphrase)).Path.ShouldBe("/");
        }
    }

    [Theory, BothEngines]
    public async Task Whoever_guesses_at_one_address_is_slowed_down_but_not_the_others(Engine engine)
    {
        await using var app = await App.StartAsync(engine);
        var tries = app.Services.GetRequiredService<WrongTries>();
        var here = new DefaultHttpContext();
        for (var attempt = 0; attempt < WrongTries.MostAtOneAddress; attempt++)
            tries.Count(here, "somebody@school.example");
        var visitor = app.Anybody();
        (await SignIn(visitor, "Somebody@school.example", "not the right one at all")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await SignIn(visitor, (await Somebody(app)).Email!, World.Passphrase)).Path.ShouldBe("/");
    }

    [Fact]
    public void A_whole_school_may_mistype_within_a_minute()
    {
        using var tries = new WrongTries();
        var school = new DefaultHttpContext();
        for (var person = 0; person < 425; person++)
        {
            tries.MayTry(school, $"person{person}@school.example").ShouldBeTrue();
            tries.Count(school, $"person{person}@school.example");
        }
        for (var rest = 425; rest < WrongTries.MostFromOnePlace; rest++)
            tries.Count(school, email: null);
        tries.MayTry(school, "another@school.example").ShouldBeFalse();
        tries.MayTry(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("192.0.2.7") } }, "another@school.example").ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task Signing_out_ends_the_session(App app)
    {
        var visitor = app.Anybody();
        var page = await SignIn(visitor, (await Somebody(app)).Email!, World.Passphrase);
        (await page.Press("Sign out")).Path.ShouldBe("/sign-in");
        (await visitor.Get("/account")).Path.ShouldStartWith("/sign-in");
    }

    [Theory, BothEngines]
    public async Task A_sign_in_that_another_site_sends_is_refused(App app)
    {
        var person = await Somebody(app);
        var page = await app.Anybody().Post("/sign-in", ("Input.Email", person.Email!), ("Input.Passphrase", World.Passphrase));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, BothEngines]
    public async Task Nobody_signs_in_with_a_demo_button_where_there_is_no_demo(App app)
    {
        var visitor = app.Anybody();
        var form = await visitor.Get("/sign-in");
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var person = await Somebody(app);
        (await visitor.Post("/sign-in?handler=Demo", ("email", person.Email!), ("__RequestVerificationToken", token))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    internal static async Task<Page> SignIn(Visitor visitor, string email, string passphrase, string? next = null) =>
        await (await visitor.Get(next is null ? "/sign-in" : $"/sign-in?next={Uri.EscapeDataString(next)}"))
            .Press("Sign in", ("Input.Email", email), ("Input.Passphrase", passphrase));

    private static async Task<Person> Somebody(App app)
    {
        var person = await app.World.Person();
        await app.World.Account(person);
        return person;
    }
}
