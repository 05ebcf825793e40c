using Guildhall.Web.Platform.Database;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Guildhall.Web.Tests.Support;

/// <summary>A database and data folder. Several applications can run on one, as several nodes do.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>For each engine a database on which the application has run once, so that the next ones need not do what it does then.</summary>
    private static readonly Dictionary<Engine, Lazy<Task<TestDatabase>>> Patterns =
        Enum.GetValues<Engine>().ToDictionary(engine => engine, engine => new Lazy<Task<TestDatabase>>(() => MakePatternAsync(engine)));

    private readonly Uri? _postgres;

    private TestDatabase(Engine engine, Uri? postgres)
    {
        Engine = engine;
        _postgres = postgres;
        Folder = System.IO.Directory.CreateTempSubdirectory("guildhall-test-").FullName;
    }

    public Engine Engine { get; }

    public string Folder { get; }

    /// <summary>What the application is told, as settings.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _postgres is null
        ? new Dictionary<string, string?> { ["data"] = Folder }
        : new Dictionary<string, string?> { ["data"] = Folder, ["Guildhall:Database"] = _postgres.ToString() };

    /// <summary>One on which the application has run before.</summary>
    public static async Task<TestDatabase> CreateAsync(Engine engine)
    {
        var pattern = await Patterns[engine].Value;
        if (pattern._postgres is { } postgres)
            return new TestDatabase(engine, await PostgresCluster.NewDatabaseAsync(postgres));
        var copy = new TestDatabase(engine, postgres: null);
        foreach (var file in System.IO.Directory.GetFiles(pattern.Folder, "guildhall.db*"))
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        return copy;
    }

    /// <summary>One without so much as a table, as on the day of installation.</summary>
    public static async Task<TestDatabase> BlankAsync(Engine engine) =>
        new(engine, engine == Engine.Postgres ? await PostgresCluster.NewDatabaseAsync(copyOf: null) : null);

    /// <summary>Nobody reaches it any more, until it is brought back.</summary>
    public async Task TakeAwayAsync()
    {
        if (_postgres is not null)
            await PostgresCluster.OpenAsync(_postgres, isOpen: false);
        else
            System.IO.Directory.Move(Folder, Folder + "-away");
    }

    public async Task BringBackAsync()
    {
        if (_postgres is not null)
            await PostgresCluster.OpenAsync(_postgres, isOpen: true);
        else
            System.IO.Directory.Move(Folder + "-away", Folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await PostgresCluster.DropAsync(_postgres);
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    internal static DatabasePlace PlaceOf(Uri postgres) => DatabasePlace.From(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["data"] = Path.GetTempPath(), ["Guildhall:Database"] = postgres.ToString() })
        .Build());

    internal static async Task DropPatternsAsync()
    {
        foreach (var pattern in Patterns.Values.Where(pattern => pattern.IsValueCreated && pattern.Value.IsCompletedSuccessfully))
            await (await pattern.Value).DisposeAsync();
    }

    private static async Task<TestDatabase> MakePatternAsync(Engine engine)
    {
        var pattern = await BlankAsync(engine);
        await using (await App.StartAsync(pattern))
        {
            // Starting is all that it is for.
        }
        if (pattern._postgres is { } postgres)
            await PostgresCluster.CloseAsync(postgres);
        else
            SqliteConnection.ClearAllPools();
        return pattern;
    }
}
