using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Features.SignIn;

public sealed class LinkTests
{
    [Theory, BothEngines]
    public async Task A_link_signs_in_once_and_only_when_its_button_is_pressed(App app)
    {
        var person = await Somebody(app);
        (await Ask(app, person.Email!)).Heading.ShouldBe("Look in your inbox");
        var link = (await Links(app, person)).Single();

        // A mail scanner looks first, and uses nothing up.
        (await app.Anybody().Get(link)).Heading.ShouldBe($"Sign in as {person.FullName}");
        var mine = app.Anybody();
        var openElsewhere = await app.Anybody().Get(link);
        var page = await mine.Get(link);
        (await page.Press("Sign in")).Path.ShouldBe("/");
        (await mine.Get("/account")).Text("main").ShouldContain(person.FullName);

        (await openElsewhere.Press("Sign in")).Heading.ShouldBe("This link no longer works");
        (await app.Anybody().Get(link)).Heading.ShouldBe("This link no longer works");
    }

    [Theory, BothEngines]
    public async Task Of_two_nodes_that_use_a_link_at_once_one_does(App app)
    {
        var account = await app.World.Account(await Somebody(app));
        string secret = "";
        await app.Db(db =>
        {
            secret = new SignInLinks(db, app.Clock).Add(account, SignInLinkPurpose.SignIn);
            return db.SaveChangesAsync();
        });
        await using var one = app.Services.CreateAsyncScope();
        await using var other = app.Services.CreateAsyncScope();
        var first = one.ServiceProvider.GetRequiredService<SignInLinks>();
        var second = other.ServiceProvider.GetRequiredService<SignInLinks>();
        var seenByFirst = await first.FindAsync(secret, SignInLinkPurpose.SignIn, TestContext.Current.CancellationToken);
        var seenBySecond = await second.FindAsync(secret, SignInLinkPurpose.SignIn, TestContext.Current.CancellationToken);
        (await first.UseAsync(seenByFirst!, TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await second.UseAsync(seenBySecond!, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Theory, BothEngines]
    public async Task A_link_is_too_old_after_twenty_minutes(App app)
    {
        var person = await Somebody(app);
        await Ask(app, person.Email!);
        var link = (await Links(app, person)).Single();
        var page = await app.Anybody().Get(link);
        app.Clock.Advance(TimeSpan.FromMinutes(19.9));
        (await app.Anybody().Get(link)).Heading.ShouldStartWith("Sign in as");
        app.Clock.Advance(TimeSpan.FromMinutes(0.2));
        (await page.Press("Sign in")).Heading.ShouldBe("This link no longer works");
    }

    [Theory, BothEngines]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail(App app)
    {
        var unknown = $"nobody.{World.Code()}@school.example";
        var begin = TimeProvider.System.GetTimestamp();
        var page = await Ask(app, unknown);
        TimeProvider.System.GetElapsedTime(begin).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(490));
        var known = await Ask(app, (await Somebody(app)).Email!);
        page.Text("main").ShouldBe(known.Text("main"));
        page.Path.ShouldBe(known.Path);
        (await app.Db(db => db.OutgoingMails.CountAsync(mail => mail.To == unknown))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task Nobodys_mailbox_is_filled(App app)
    {
        var person = await Somebody(app);
        for (var time = 0; time < 5; time++)
            (await Ask(app, person.Email!)).Heading.ShouldBe("Look in your inbox");
        (await Links(app, person)).Count.ShouldBe(3);
    }

    [Theory, BothEngines]
    public async Task A_link_still_opens_an_account_that_wrong_tries_have_shut(App app)
    {
        var person = await Somebody(app);
        await app.Db(db => db.Users.Where(account => account.PersonId == person.Id)
            .ExecuteUpdateAsync(account => account.SetProperty(account => account.LockoutEnd, app.Clock.GetUtcNow().AddMinutes(10))));
        await Ask(app, person.Email!);
        (await (await app.Anybody().Get((await Links(app, person)).Single())).Press("Sign in")).Path.ShouldBe("/");
    }

    [Theory, BothEngines]
    public async Task The_address_in_the_mail_is_not_that_of_the_request(App app)
    {
        var person = await Somebody(app);
        var visitor = app.Anybody();
        visitor.Http.DefaultRequestHeaders.Host = "evil.example";
        await (await visitor.Get("/sign-in")).Press("Send me a link instead", ("Input.Email", person.Email));
        var mail = await app.Db(db => db.OutgoingMails.AsNoTracking().SingleAsync(mail => mail.To == person.Email));
        mail.Text.ShouldContain("/sign-in/link/");
        mail.Text.ShouldNotContain("evil");
    }

    private static async Task<Page> Ask(App app, string email) =>
        await (await app.Anybody().Get("/sign-in")).Press("Send me a link instead", ("Input.Email", email));

    private static async Task<IReadOnlyList<string>> Links(App app, Person person) =>
        [.. (await app.Db(db => db.OutgoingMails.AsNoTracking().Where(mail => mail.To == person.Email).Select(mail => mail.Text).ToListAsync()))
            .Select(text => text.Split('\n').Single(line => line.Contains("/sign-in/link/", StringComparison.Ordinal)).Trim())
            .Select(address => new Uri(address).AbsolutePath)];

    private static async Task<Person> Somebody(App app)
    {
        var person = await app.World.Person();
        await app.World.Account(person);
        return person;
    }
}
