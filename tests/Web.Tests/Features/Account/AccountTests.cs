using Guildhall.Web.Features.Directory;
using Guildhall.Web.Tests.Features.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.OwnAccount;

public sealed class AccountTests
{
    private const string Another = "five slow badgers under ivy";

    [Theory, BothEngines]
    public async Task A_new_passphrase_takes_the_one_before_and_ends_the_other_sessions(App app)
    {
        var person = await Somebody(app);
        var elsewhere = app.Anybody();
        await SignInTests.SignIn(elsewhere, person.Email!, World.Passphrase);
        var here = app.Anybody();
        await SignInTests.SignIn(here, person.Email!, World.Passphrase);

        var form = await here.Get("/account/passphrase");
        var wrong = await form.Press("Save the passphrase", ("Input.Current", "seven quiet otters by the sea"), ("Input.New", Another));
        wrong.Errors.Single().ShouldContain("not your passphrase");
        var page = await form.Press("Save the passphrase", ("Input.Current", World.Passphrase), ("Input.New", Another));
        page.Path.ShouldBe("/account");
        page.Flash.ShouldContain("changed");

        (await here.Get("/account")).Path.ShouldBe("/account");
        (await elsewhere.Get("/account")).Path.ShouldStartWith("/sign-in");
        (await SignInTests.SignIn(app.Anybody(), person.Email!, World.Passphrase)).Errors.Count.ShouldBe(1);
        (await SignInTests.SignIn(app.Anybody(), person.Email!, Another)).Path.ShouldBe("/");
        (await app.Db(db => db.OutgoingMails.CountAsync(mail => mail.To == person.Email))).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task A_common_passphrase_is_refused_with_the_reason(App app)
    {
        var person = await Somebody(app);
        var form = await (await app.SignInAs(person)).Get("/account/passphrase");
        foreach (var (passphrase, word) in new[] { ("too short", "9 characters"), ("Password1234567", "password"), ($"{person.GivenName}{person.FamilyName}2027!", "easy to guess"), ("qwertyuiopasdfgh", "easy to guess") })
        {
            var page = await form.Press("Save the passphrase", ("Input.Current", World.Passphrase), ("Input.New", passphrase));
            page.Errors.Single().ShouldContain(word);
        }
    }

    [Theory, BothEngines]
    public async Task Whoever_forgot_their_passphrase_sets_another_after_a_link(App app)
    {
        var person = await Somebody(app);
        await (await app.Anybody().Get("/sign-in")).Press("Send me a link instead", ("Input.Email", person.Email));
        var mail = await app.Db(db => db.OutgoingMails.AsNoTracking().SingleAsync(mail => mail.To == person.Email));
        var visitor = app.Anybody();
        await (await visitor.Get(new Uri(mail.Text.Split('\n').Single(line => line.Contains("/sign-in/link/", StringComparison.Ordinal))).AbsolutePath)).Press("Sign in");
        var form = await visitor.Get("/account/passphrase");
        form.Document.QuerySelectorAll("[name='Input.Current']").Length.ShouldBe(0);
        (await form.Press("Save the passphrase", ("Input.New", Another))).Path.ShouldBe("/account");
        (await SignInTests.SignIn(app.Anybody(), person.Email!, Another)).Path.ShouldBe("/");

        // Later the same session is one like any other.
        app.Clock.Advance(TimeSpan.FromMinutes(21));
        (await visitor.Get("/account/passphrase")).Document.QuerySelectorAll("[name='Input.Current']").Length.ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Signing_out_everywhere_stops_every_session_at_once(App app)
    {
        var person = await Somebody(app);
        var phone = app.Anybody();
        await SignInTests.SignIn(phone, person.Email!, World.Passphrase);
        var laptop = app.Anybody();
        await SignInTests.SignIn(laptop, person.Email!, World.Passphrase);
        (await (await laptop.Get("/account")).Press("Sign out on every device")).Path.ShouldBe("/sign-in");
        (await phone.Get("/account")).Path.ShouldStartWith("/sign-in");
        (await laptop.Get("/account")).Path.ShouldStartWith("/sign-in");
    }

    [Theory, BothEngines]
    public async Task Somebody_elses_passkey_is_not_there(App app)
    {
        var visitor = await app.SignInAs(await Somebody(app));
        (await visitor.Get("/account/passkey/AAAA")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await visitor.Get("/account/passkey/not*base64")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static async Task<Person> Somebody(App app)
    {
        var person = await app.World.Person();
        await app.World.Account(person);
        return person;
    }
}
