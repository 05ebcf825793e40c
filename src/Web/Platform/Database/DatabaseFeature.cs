using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

    /// <summary>Brings the database to the state that this version of the program needs.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // Asking first, because SQLite's migration lock outlives a process that was killed while it held it.
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
            await db.Database.MigrateAsync(cancellation);
    }

    private static void Configure(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings
            .Throw(RelationalEventId.MultipleCollectionIncludeWarning)
            .Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
}
