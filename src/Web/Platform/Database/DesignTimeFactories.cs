using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Guildhall.Web.Platform.Database;

/// <summary>Makes the tables' model for scripts/add-migration.cs; it reaches no database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteAppDb>
{
    public SqliteAppDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=:memory:").WithPasskeys().Options);
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresAppDb>
{
    public PostgresAppDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql("Host=localhost").WithPasskeys().Options);
}

internal static class DesignTimeIdentity
{
    /// <summary>Identity looks up in the application's services whether there are passkeys; here there are no such services.</summary>
    public static DbContextOptionsBuilder<T> WithPasskeys<T>(this DbContextOptionsBuilder<T> options)
        where T : AppDb => options.UseApplicationServiceProvider(new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider());
}
