using System.Diagnostics;
using Npgsql;

namespace Guildhall.Web.Tests.Support;

/// <summary>The PostgreSQL of this test run: the one that ./test has started and named in GUILDHALL_TEST_POSTGRES, else one of its own.</summary>
internal static class PostgresCluster
{
    private static readonly Lazy<(Uri Address, string? Folder)> Cluster = new(Start);
    private static bool _isStopped;

    public static async Task<Uri> NewDatabaseAsync(Uri? copyOf)
    {
        var name = $"guildhall_{Guid.NewGuid():N}";
        await RunAsync(copyOf is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {NameOf(copyOf)}");
        return new UriBuilder(Cluster.Value.Address) { Path = name }.Uri;
    }

    /// <summary>Ends what is still connected; a database in use cannot be copied.</summary>
    public static Task CloseAsync(Uri database) =>
        RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(database)}'");

    /// <summary>Lets nobody in, or lets them in again.</summary>
    public static async Task OpenAsync(Uri database, bool isOpen)
    {
        await RunAsync($"ALTER DATABASE {NameOf(database)} ALLOW_CONNECTIONS {isOpen}");
        if (!isOpen)
            await CloseAsync(database);
    }

    public static Task DropAsync(Uri database) => RunAsync($"DROP DATABASE IF EXISTS {NameOf(database)} WITH (FORCE)");

    public static void Stop()
    {
        if (Cluster is { IsValueCreated: true, Value.Folder: { } folder } && !Interlocked.Exchange(ref _isStopped, true))
            Script("stop", folder);
    }

    private static (Uri Address, string? Folder) Start()
    {
        if (Environment.GetEnvironmentVariable("GUILDHALL_TEST_POSTGRES") is { Length: > 0 } given)
            return (new Uri(given), null);
        var said = Script("start");
        // Also when the run is told to stop in the middle.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        return (new Uri(said[0]), said[1]);
    }

    private static string NameOf(Uri database) => database.AbsolutePath.TrimStart('/');

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{TestDatabase.PlaceOf(Cluster.Value.Address).ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string[] Script(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "tests", "throw-away-postgres"), arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = new List<string>();
        // PostgreSQL inherits the pipe and never closes it, so that reading to its end would never end.
        while (said.Count < (arguments[0] == "start" ? 2 : 0) && process.StandardOutput.ReadLine() is { } line)
            said.Add(line);
        process.WaitForExit();
        return process.ExitCode == 0 ? [.. said] : throw new InvalidOperationException("No PostgreSQL could be started; it says why above.");
    }
}
