using Guildhall.Web.Platform.SignIn;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.Database;

/// <summary>
/// All tables. Features add their own in a part of this class of their own; each entity maps itself in its file. There is one
/// subclass for each database engine, which holds nothing but that engine's migrations.
/// </summary>
public abstract partial class AppDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The longest text in a column that holds the name of an enum's value.</summary>
    private const int EnumLength = 30;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IVersioned))))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }

    /// <summary>Names rather than numbers, and one kind of instant, whatever the engine.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving waits for the disk; use SaveChangesAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RowVersions.Raise(ChangeTracker);
        AppendOnly.Guard(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

/// <summary>The tables on SQLite, the embedded default.</summary>
public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options) : AppDb(options);

/// <summary>The tables on PostgreSQL.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options);
