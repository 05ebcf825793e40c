using System.Net;

namespace Guildhall.Web.Tests.Platform;

public sealed class HealthTests
{
    [Theory, BothEngines]
    public async Task Alive_and_ready_are_two_things_once_the_database_is_away(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var app = await App.StartAsync(database);
        await app.World.Add(new Guildhall.Web.Platform.Database.Installation { InstalledAt = app.Clock.Now });
        var person = await app.SignInAs(await app.World.Person());
        (await person.Get("/")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.Anybody().Get("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.Anybody().Get("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);

        await database.TakeAwayAsync();
        var ready = await app.Anybody().Get("/health/ready").WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        // It tells nothing of where the database is.
        ready.Html.ShouldBe("Unhealthy");
        (await app.Anybody().Get("/health/live")).Status.ShouldBe(HttpStatusCode.OK);

        await database.BringBackAsync();
        (await app.Anybody().Get("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_is_signed_in_then_reads_words_and_not_an_empty_page()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Postgres);
        await using var app = await App.StartAsync(database);
        await app.World.Add(new Guildhall.Web.Platform.Database.Installation { InstalledAt = app.Clock.Now });
        var person = await app.SignInAs(await app.World.Person());
        (await person.Get("/")).Status.ShouldBe(HttpStatusCode.OK);
        await database.TakeAwayAsync();
        var page = await person.Get("/").WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Heading.ShouldBe("Something went wrong on our side");
        var reference = page.Text(".reference");
        app.Warnings.ShouldContain(line => line.Contains(reference, StringComparison.Ordinal));
        await database.BringBackAsync();
        (await person.Get("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_process_whose_database_is_away_ends_when_it_is_told_to()
    {
        var database = await TestDatabase.CreateAsync(Engine.Postgres);
        var folder = Directory.CreateTempSubdirectory("guildhall-stop-");
        await using (var app = await AppProcess.StartAsync(
            folder.FullName, "--Guildhall:Database", database.Settings["Guildhall:Database"]!, "--Guildhall:StopWithin", "00:00:10"))
        {
            await database.DisposeAsync();
            (await app.StopAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue();
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_process_with_its_database_ends_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("guildhall-stop-");
        await using (var app = await AppProcess.StartAsync(folder.FullName, "--register", "none", "--Guildhall:StopWithin", "00:10:00"))
            (await app.StopAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue();
        folder.Delete(recursive: true);
    }
}
