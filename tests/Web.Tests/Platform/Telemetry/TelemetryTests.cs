using System.Net;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Tests.Features.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Guildhall.Web.Tests.Platform.Telemetry;

public sealed class TelemetryTests
{
    [Theory, BothEngines]
    public async Task Traces_and_metrics_arrive_and_name_nobody(Engine engine)
    {
        await using var collector = await Collector.StartAsync();
        string[] personal;
        await using (var app = await App.StartAsync(engine, host => host.UseSetting("Telemetry:Endpoint", collector.Address)))
        {
            var trust = await app.World.Trust();
            var school = await app.World.School(trust: trust);
            var person = await app.World.Person(school, name: "Zenobia Quillfeather");
            await app.World.Account(person);
            (await SignInTests.SignIn(app.Anybody(), person.Email!, World.Passphrase)).Path.ShouldBe("/");
            await (await app.Anybody().Get("/sign-in")).Press("Send me a link instead", ("Input.Email", person.Email));
            var mail = await app.Db(db => db.OutgoingMails.Select(mail => mail.Text).SingleAsync());
            var link = new Uri(mail.Split('\n').Single(line => line.Contains("http", StringComparison.Ordinal)).Trim()).AbsolutePath;
            (await app.Anybody().Get(link)).Status.ShouldBe(HttpStatusCode.OK);
            (await app.Anybody().Get("/sign-in/link/notTheRightSecret")).Status.ShouldBe(HttpStatusCode.OK);
            var office = await app.SignInAs(await app.World.Holder(Role.Administrator, trust));
            office.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Rare-Browser/7.1");
            (await office.Get($"/directory/people/{school.Id}?find=Quillfeather")).Table().Count.ShouldBe(1);
            await office.Get("/no/such/page/Quillfeather");
            personal = [person.Email!, person.FamilyName, "Quillfeather", "Zenobia", World.Passphrase, link.Split('/')[^1], "notTheRightSecret", "Rare-Browser"];
        }

        // The program ended; what was left was sent before.
        var traces = collector.Text("TraceService");
        traces.ShouldContain("guildhall");
        traces.ShouldContain("directory/people/{organisation:guid}");
        traces.ShouldContain("sign-in/link/{secret}");
        if (engine == Engine.Postgres)
            traces.ShouldContain("SELECT");
        var metrics = collector.Text("MetricsService");
        metrics.ShouldContain("http.server.request.duration");
        metrics.ShouldContain("directory/people/{organisation:guid}");
        foreach (var words in personal)
        {
            traces.ShouldNotContain(words, Case.Insensitive);
            metrics.ShouldNotContain(words, Case.Insensitive);
        }
    }

    [Theory, BothEngines]
    public async Task Without_the_setting_nothing_listens(App app)
    {
        (await app.Anybody().Get("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);
        app.Services.GetService<TracerProvider>().ShouldBeNull();
    }

    [Theory, BothEngines]
    public async Task A_collector_that_is_away_holds_up_neither_pages_nor_the_end(Engine engine)
    {
        string address;
        await using (var gone = await Collector.StartAsync())
            address = gone.Address;
        var app = await App.StartAsync(engine, host => host.UseSetting("Telemetry:Endpoint", address));
        (await app.Anybody().Get("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);
        await app.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
