using System.Collections.Concurrent;
using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Tests.Features.SignIn;
using Guildhall.Web.Tests.Features.TrainingDays.Choose;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Guildhall.Web.Tests.Platform;

public sealed class LogTests
{
    [Theory, BothEngines]
    public async Task A_failure_has_a_page_in_words_and_the_log_its_reference(Engine engine)
    {
        await using var app = await App.StartAsync(engine, host => host.ConfigureTestServices(services =>
            services.AddScoped<AuditTrail>(_ => throw new InvalidOperationException("Planted."))));
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Draft);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var first = await browser.Get($"/training-days/rooms/edit/{day.Id}");
        var second = await browser.Get($"/training-days/rooms/edit/{day.Id}");

        first.Status.ShouldBe(HttpStatusCode.InternalServerError);
        first.Heading.ShouldBe("Something went wrong on our side");
        first.Html.ShouldNotContain("Planted");
        first.Text(".reference").ShouldNotBe(second.Text(".reference"));
        foreach (var page in new[] { first, second })
        {
            var line = app.Warnings.Where(line => line.Contains(page.Text(".reference"), StringComparison.Ordinal)).ShouldHaveSingleItem();
            line.ShouldContain("GET /TrainingDays/Rooms/Edit");
            line.ShouldContain("Planted.");
        }
        // Once each, so that whoever counts failures counts right.
        app.Warnings.Count(line => line.Contains("Planted.", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task The_log_names_nobody(Engine engine)
    {
        var log = new WholeLog();
        await using var app = await App.StartAsync(engine, host => log.IsUsedBy(host));
        var trust = await app.World.Trust();
        var manager = await app.World.Holder(Role.Administrator, trust);
        var school = await app.World.School(trust: trust);
        var person = await app.World.Person(school, name: "Zenobia Quillfeather");
        var newcomer = await app.World.Person(await app.World.School(trust: trust), name: "Bartholomew Wrenfield");
        var day = await app.World.Day(trust, workshops: 2, invitees: [person]);
        await app.World.Account(person);

        // A wrong passphrase, a right one, a choice, a link by mail, an invitation, a search, an edit that another one loses, a failure.
        await SignInTests.SignIn(app.Anybody(), person.Email!, "not the right one at all");
        var browser = app.Anybody();
        (await SignInTests.SignIn(browser, person.Email!, World.Passphrase)).Path.ShouldBe("/");
        (await browser.Press(await browser.Get(WishForm.Path(day.Id)), "Add", day.Workshops[0].Id)).Status.ShouldBe(HttpStatusCode.OK);
        await (await app.Anybody().Get("/sign-in")).Press("Send me a link instead", ("Input.Email", person.Email));
        var office = await app.SignInAs(manager);
        (await (await office.Get($"/directory/invite/{newcomer.Id}")).Submit("main form")).Status.ShouldBe(HttpStatusCode.OK);
        (await office.Get($"/directory/people/{school.Id}?find=Quillfeather")).Status.ShouldBe(HttpStatusCode.OK);
        var edit = await office.Get($"/directory/edit-person/{newcomer.Id}");
        await edit.Press("Save", ("Input.GivenName", "Barty"));
        (await edit.Press("Save", ("Input.GivenName", "Bart"))).Status.ShouldBe(HttpStatusCode.Conflict);
        await SameAddressTwiceAsync(app, person, newcomer);
        await App.Eventually(() => app.Db(db => db.OutgoingMails.CountAsync(mail => mail.SentAt == null)), waiting => waiting == 0);
        var secrets = await app.Db(db => db.OutgoingMails.Select(mail => mail.Text).ToListAsync());
        secrets.Count.ShouldBe(2);

        log.Lines.ShouldNotBeEmpty();
        string[] personal =
        [
            person.Email!, newcomer.Email!, manager.Email!, person.FamilyName, newcomer.FamilyName, manager.FamilyName, "Quillfeather", "Zenobia", "Bartholomew", "Barty",
            World.Passphrase, "not the right one at all", day.Workshops[0].Title,
            .. secrets.Select(text => text.Split('\n').Single(line => line.Contains("http", StringComparison.Ordinal)).Trim().Split('/')[^1]),
        ];
        foreach (var words in personal)
            log.Lines.ShouldAllBe(line => !line.Contains(words, StringComparison.OrdinalIgnoreCase), words);
    }

    /// <summary>The guard looks where it should.</summary>
    [Theory, BothEngines]
    public async Task The_log_is_heard(Engine engine)
    {
        var log = new WholeLog();
        await using var app = await App.StartAsync(engine, host => log.IsUsedBy(host));
        app.Services.GetRequiredService<ILogger<LogTests>>().Log(LogLevel.Information, default, "Zenobia came", exception: null, (words, _) => words);
        log.Lines.ShouldContain(line => line.Contains("Zenobia", StringComparison.Ordinal));
    }

    /// <summary>What the database refuses, it likes to quote.</summary>
    private static async Task SameAddressTwiceAsync(App app, Person one, Person other)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var log = scope.ServiceProvider.GetRequiredService<ILogger<LogTests>>();
        (await db.People.SingleAsync(row => row.Id == other.Id)).Email = one.Email;
        var refusal = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        log.Log(LogLevel.Error, default, "As the program writes down a failure", refusal, (words, _) => words);
    }

    /// <summary>All that the program would write as it is delivered, exceptions included.</summary>
    private sealed class WholeLog : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public void IsUsedBy(IWebHostBuilder host) => host.ConfigureTestServices(services => services.AddLogging(logging => logging.AddProvider(this)));

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
            // It holds nothing.
        }

        private sealed class Logger(WholeLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                log.Lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
