using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Guildhall.Web.Platform.Database;

public static class DatabaseFeature
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var place = DatabasePlace.From(builder.Configuration);
        builder.Services.AddSingleton(place);
        if (place.IsPostgres)
            builder.Services.AddDbContextPool<AppDb, PostgresAppDb>(options => Configure(options.UseNpgsql(place.ConnectionString)));
        else
            builder.Services.AddDbContextPool<AppDb, SqliteAppDb>(options =>
                Configure(options.UseSqlite(place.ConnectionString).AddInterceptors(new SqliteSettings())));
    }

    // Any number that no other lock of this database has.
    private const long LockNumber = 7_405_112;

    /// <summary>What a node may need to make the tables, or to put 20,000 schools into them, on a slow machine.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(5);

    /// <summary>Brings the database to the state that this version of the program needs.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // The framework's own lock lets two nodes that start at once on an empty database both make its tables. When there is no database
        // yet, there is nothing to lock.
        if (db.Database.IsNpgsql() && await db.Database.CanConnectAsync(cancellation))
        {
            await db.Database.OpenConnectionAsync(cancellation);
            await db.Database.WaitForTurnAsync($"SELECT pg_advisory_lock({LockNumber})", cancellation);
            await MigrateAsync(db, cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockNumber})", cancellation);
            await db.Database.CloseConnectionAsync();
        }
        else
        {
            await MigrateAsync(db, cancellation);
        }
    }

    /// <summary>Waits with a statement until another node has done at its start what this one would do: longer than any other statement may take.</summary>
    internal static async Task WaitForTurnAsync(this DatabaseFacade database, FormattableString statement, CancellationToken cancellation)
    {
        var usual = database.GetCommandTimeout();
        database.SetCommandTimeout(LongestWork);
        await database.ExecuteSqlAsync(statement, cancellation);
        database.SetCommandTimeout(usual);
    }

    private static async Task MigrateAsync(AppDb db, CancellationToken cancellation)
    {
        // Asking first, because SQLite's migration lock outlives a process that was killed while it held it.
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
            await db.Database.MigrateAsync(cancellation);
    }

    private static void Configure(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings
            .Throw(RelationalEventId.MultipleCollectionIncludeWarning)
            .Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
}
