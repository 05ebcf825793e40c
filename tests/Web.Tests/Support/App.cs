using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Guildhall.Web.Platform.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Cookie = System.Net.Cookie;

namespace Guildhall.Web.Tests.Support;

/// <summary>The whole application, running in this process on a database of its own, with a clock that a test sets.</summary>
public sealed class App : IAsyncDisposable
{
    private readonly QueryLog _queries = new();
    private readonly TestLog _log = new();
    private readonly TestDatabase _database;
    private readonly bool _ownsDatabase;
    private readonly bool _listens;
    private readonly WebApplicationFactory<Program> _factory;

    private App(TestDatabase database, bool ownsDatabase, Action<IWebHostBuilder>? change, bool listens = false)
    {
        _database = database;
        _ownsDatabase = ownsDatabase;
        _listens = listens;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            // As published: without the address by which a developer's changed style sheet is read anew.
            host.UseSetting("ReloadStaticAssetsAtRuntime", "false");
            // The process is the tests' own.
            host.UseSetting("Guildhall:StopWithin", Timeout.InfiniteTimeSpan.ToString());
            foreach (var (name, value) in database.Settings)
                host.UseSetting(name, value);
            host.ConfigureTestServices(Prepare);
            change?.Invoke(host);
        });
        if (listens)
            _factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        World = new World(this);
    }

    public Engine Engine => _database.Engine;

    public FakeClock Clock { get; } = new();

    public World World { get; }

    public IServiceProvider Services => _factory.Services;

    public string DataFolder => _database.Folder;

    /// <summary>Where it is: at a port of this machine if it listens there, otherwise nowhere but in this process.</summary>
    public Uri Address => _listens ? _factory.ClientOptions.BaseAddress : new Uri("http://localhost");

    /// <summary>The warnings and errors that it has logged.</summary>
    public IReadOnlyCollection<string> Warnings => _log.Lines;

    /// <summary>Starts one that no other test uses.</summary>
    /// <param name="engine">What its tables are in.</param>
    /// <param name="change">What is to be different, such as settings or services that only this test has.</param>
    /// <param name="isSetUp">Whether it has been set up; otherwise every page leads to the set-up.</param>
    /// <param name="listens">Whether a browser can come to it.</param>
    public static async Task<App> StartAsync(Engine engine, Action<IWebHostBuilder>? change = null, bool isSetUp = true, bool listens = false)
    {
        var app = await StartAsync(new App(await TestDatabase.CreateAsync(engine), ownsDatabase: true, change, listens));
        if (isSetUp)
            await app.World.Add(new Installation { InstalledAt = app.Clock.Now });
        return app;
    }

    /// <summary>Starts one more node on a database that is there.</summary>
    public static Task<App> StartAsync(TestDatabase database, Action<IWebHostBuilder>? change = null) =>
        StartAsync(new App(database, ownsDatabase: false, change));

    /// <summary>A browser that is not signed in.</summary>
    public Visitor Anybody()
    {
        var cookies = new CookieContainer();
        return new Visitor(_factory.CreateDefaultClient(Address, new RedirectHandler(), new CookieContainerHandler(cookies)), cookies);
    }

    /// <summary>A browser with the cookie that the application itself would have given this person.</summary>
    public async Task<Visitor> SignInAs(Person person)
    {
        var visitor = Anybody();
        visitor.Cookies.Add(Address, await CookieOf(person));
        return visitor;
    }

    /// <summary>The cookie that this person would have from signing in now.</summary>
    public async Task<Cookie> CookieOf(Person person)
    {
        var account = await World.Account(person);
        await using var scope = Services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account);
        var now = Clock.GetUtcNow();
        var lifetime = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + settings.ExpireTimeSpan };
        return new Cookie(settings.Cookie.Name!, settings.TicketDataFormat.Protect(new AuthenticationTicket(principal, lifetime, IdentityConstants.ApplicationScheme)));
    }

    /// <summary>Reads or writes the tables directly.</summary>
    public async Task<T> Db<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>Waits until a job is over.</summary>
    public Task<JobRun> JobEnded(JobRun run) => Eventually(
        () => Db(db => db.JobRuns.AsNoTracking().SingleAsync(row => row.Id == run.Id)), row => row.IsOver);

    /// <summary>Asks again and again until the answer is as it should be, for what happens beside the test.</summary>
    public static async Task<T> Eventually<T>(Func<Task<T>> ask, Func<T, bool> isRight)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await ask();
            if (isRight(answer))
                return answer;
            limit.IsCancellationRequested.ShouldBeFalse($"Still not so after a minute; the last answer was {answer}.");
            await Task.Delay(50);
        }
    }

    /// <summary>What is sent to the database while something is done. A list must take the same number for one row and for three.</summary>
    public Task<IReadOnlyList<string>> QueriesOf(Func<Task> work) => _queries.OfAsync(work);

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_ownsDatabase)
            await _database.DisposeAsync();
    }

    public override string ToString() => Engine.ToString();

    /// <summary>Nothing of the test that happens to start it (its clock, its output) flows into the application's own threads.</summary>
    private static async Task<App> StartAsync(App app)
    {
        Task start;
        using (ExecutionContext.SuppressFlow())
            start = Task.Run(app.Start);
        await start;
        return app;
    }

    private void Start()
    {
        if (_listens)
            _factory.StartServer();
        else
            _ = _factory.Server;
    }

    private void Prepare(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        RealTimeForQuartz.Use(services);
        services.Configure<TestServerOptions>(server => server.PreserveExecutionContext = true);
        services.AddLogging(logging => logging.ClearProviders().AddProvider(_log));
        if (Engine == Engine.Postgres)
            services.ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(_queries));
        else
            services.ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(_queries));
    }
}
