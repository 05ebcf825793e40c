using System.Diagnostics;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Guildhall.Web.Tests.Support;

/// <summary>
/// The PostgreSQL of this test run: the one that ./test has started and named in GUILDHALL_TEST_POSTGRES, else one of its own. New
/// databases are copies of one that is migrated once.
/// </summary>
internal static class PostgresCluster
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static readonly Lazy<(Uri Address, string? Folder)> Cluster = new(Start);
    private static bool _isStopped;

    public static async Task<Uri> NewDatabaseAsync()
    {
        var name = NewName();
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {await Template.Value}");
        return AddressOf(name);
    }

    public static Task DropAsync(Uri database) => RunAsync($"DROP DATABASE IF EXISTS {database.AbsolutePath.TrimStart('/')} WITH (FORCE)");

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

    private static async Task<string> MakeTemplateAsync()
    {
        var name = NewName();
        await RunAsync($"CREATE DATABASE {name}");
        var place = TestDatabase.PlaceOf(AddressOf(name));
        var options = new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql($"{place.ConnectionString};Pooling=false").WithPasskeys();
        await using (var db = new PostgresAppDb(options.Options))
            await db.Database.MigrateAsync();
        return name;
    }

    private static string NewName() => $"guildhall_{Guid.NewGuid():N}";

    private static Uri AddressOf(string database) => new UriBuilder(Cluster.Value.Address) { Path = database }.Uri;

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
