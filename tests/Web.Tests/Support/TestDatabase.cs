using Guildhall.Web.Platform.Database;
using Microsoft.Extensions.Configuration;

namespace Guildhall.Web.Tests.Support;

/// <summary>A new database and data folder. Several applications can run on one, as several nodes do.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
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

    public static async Task<TestDatabase> CreateAsync(Engine engine) =>
        new(engine, engine == Engine.Postgres ? await PostgresCluster.NewDatabaseAsync() : null);

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await PostgresCluster.DropAsync(_postgres);
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    internal static DatabasePlace PlaceOf(Uri postgres) => DatabasePlace.From(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["data"] = Path.GetTempPath(), ["Guildhall:Database"] = postgres.ToString() })
        .Build());
}
