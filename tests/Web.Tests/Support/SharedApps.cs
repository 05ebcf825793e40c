[assembly: AssemblyFixture(typeof(SharedApps))]

namespace Guildhall.Web.Tests.Support;

/// <summary>One running application for each engine, started by the first test that asks for it and stopped after the last.</summary>
public sealed class SharedApps : IAsyncDisposable
{
    private static readonly Dictionary<Engine, Lazy<Task<App>>> Started =
        Enum.GetValues<Engine>().ToDictionary(engine => engine, engine => new Lazy<Task<App>>(() => App.StartAsync(engine)));

    public static Task<App> OnAsync(Engine engine) => Started[engine].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var app in Started.Values.Where(app => app.IsValueCreated && app.Value.IsCompletedSuccessfully))
            await (await app.Value).DisposeAsync();
        await TestDatabase.DropPatternsAsync();
        PostgresCluster.Stop();
    }
}
