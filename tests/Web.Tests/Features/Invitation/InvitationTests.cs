using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Tests.Features.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Features.Invitation;

public sealed class InvitationTests
{
    private const string Passphrase = "five slow badgers under ivy";

    [Theory, BothEngines]
    public async Task Somebody_invited_sets_a_passphrase_and_is_signed_in(App app)
    {
        var school = await app.World.School();
        var person = await app.World.Person(school);
        (await Invite(app, person, school)).ShouldBe(InvitationOutcome.Invited);
        var link = (await Links(app, person)).Single();
        (await app.Anybody().Get(link)).Heading.ShouldBe($"Welcome, {person.FullName}");

        var openElsewhere = await app.Anybody().Get(link);
        var visitor = app.Anybody();
        var form = await visitor.Get(link);
        (await form.Press("Save and go on", ("Input.Passphrase", "Password1234567"))).Errors.Single().ShouldContain("easy to guess");
        (await form.Press("Save and go on", ("Input.Passphrase", Passphrase))).Path.ShouldBe("/");
        (await visitor.Get("/account")).Text("main").ShouldContain(person.FullName);
        (await SignInTests.SignIn(app.Anybody(), person.Email!, Passphrase)).Path.ShouldBe("/");

        (await app.Anybody().Get(link)).Heading.ShouldBe("This invitation no longer works");
        (await openElsewhere.Press("Save and go on", ("Input.Passphrase", "nine other foxes on the hill"))).Heading.ShouldBe("This invitation no longer works");
        (await Invite(app, person, school)).ShouldBe(InvitationOutcome.SignsInAlready);
    }

    [Theory, BothEngines]
    public async Task A_newer_invitation_makes_the_older_stop(App app)
    {
        var school = await app.World.School();
        var person = await app.World.Person(school);
        await Invite(app, person, school);
        var older = (await Links(app, person)).Single();
        await Invite(app, person, school);
        var newer = (await Links(app, person)).Single(link => link != older);
        (await app.Anybody().Get(older)).Heading.ShouldBe("This invitation no longer works");
        (await app.Anybody().Get(newer)).Heading.ShouldStartWith("Welcome");
        (await app.Db(db => db.Users.CountAsync(account => account.PersonId == person.Id))).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task An_invitation_is_too_old_after_a_week(App app)
    {
        var school = await app.World.School();
        var person = await app.World.Person(school);
        await Invite(app, person, school);
        var link = (await Links(app, person)).Single();
        app.Clock.Advance(TimeSpan.FromDays(6.9));
        (await app.Anybody().Get(link)).Heading.ShouldStartWith("Welcome");
        app.Clock.Advance(TimeSpan.FromDays(0.2));
        (await app.Anybody().Get(link)).Heading.ShouldBe("This invitation no longer works");
    }

    [Theory, BothEngines]
    public async Task A_sign_in_link_is_no_invitation(App app)
    {
        var school = await app.World.School();
        var person = await app.World.Person(school);
        await Invite(app, person, school);
        var secret = (await Links(app, person)).Single().Split('/')[^1];
        (await app.Anybody().Get($"/sign-in/link/{secret}")).Heading.ShouldBe("This link no longer works");
    }

    [Theory, BothEngines]
    public async Task Without_an_address_nobody_is_invited(App app)
    {
        var school = await app.World.School();
        var person = await app.World.Add(new Person { GivenName = "Jo", FamilyName = "Heath" });
        (await Invite(app, person, school)).ShouldBe(InvitationOutcome.HasNoEmail);
    }

    private static async Task<InvitationOutcome> Invite(App app, Person person, Organisation organisation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<Invitations>().InviteAsync(person, organisation, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        return outcome;
    }

    private static async Task<IReadOnlyList<string>> Links(App app, Person person) =>
        [.. (await app.Db(db => db.OutgoingMails.AsNoTracking().Where(mail => mail.To == person.Email).Select(mail => mail.Text).ToListAsync()))
            .Select(text => new Uri(text.Split('\n').Single(line => line.Contains("/invitation/", StringComparison.Ordinal)).Trim()).AbsolutePath)];
}
