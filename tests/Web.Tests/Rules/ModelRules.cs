using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Guildhall.Web.Tests.Rules;

/// <summary>What holds for all tables, on both engines.</summary>
public sealed class ModelRules
{
    /// <summary>SQLite cannot order by these; and they are more than is needed: UTC instants, minutes, pence.</summary>
    private static readonly Type[] Unfit = [typeof(DateTimeOffset), typeof(decimal), typeof(TimeSpan)];

    [Theory, BothEngines]
    public async Task No_change_of_the_tables_is_without_its_migration(App app) =>
        (await app.Db(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();

    [Theory, BothEngines]
    public async Task Every_row_that_people_change_carries_its_version(App app) => WithoutVersion(await ModelAsync(app)).ShouldBeEmpty();

    [Theory, BothEngines]
    public async Task No_column_is_of_a_kind_that_SQLite_cannot_order(App app) => UnfitColumns(await ModelAsync(app)).ShouldBeEmpty();

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public void The_guard_sees_a_change_without_a_migration(Engine engine)
    {
        using AppDb db = engine == Engine.Sqlite
            ? new SqliteAppDb(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=:memory:").WithPasskeys().ReplaceService<IModelCustomizer, Plant>().Options)
            : new PostgresAppDb(new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql("Host=localhost").WithPasskeys().ReplaceService<IModelCustomizer, Plant>().Options);
        db.Database.HasPendingModelChanges().ShouldBeTrue();
        var model = db.GetService<IDesignTimeModel>().Model;
        UnfitColumns(model).ShouldBe(["Planted.Cost", "Planted.Length"]);
        WithoutVersion(model).ShouldBe(["Planted"]);
    }

    private static Task<IModel> ModelAsync(App app) => app.Db(db => Task.FromResult(db.Model));

    private static IReadOnlyList<string> WithoutVersion(IModel model) =>
        [.. model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IVersioned)))
            .Where(entity => entity.FindProperty(nameof(IVersioned.Version)) is not { IsConcurrencyToken: true })
            .Select(entity => entity.ClrType.Name)];

    private static IReadOnlyList<string> UnfitColumns(IModel model) =>
        [.. from entity in Own(model)
            from property in entity.GetProperties()
            where Unfit.Contains(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
            orderby property.Name
            select $"{entity.ClrType.Name}.{property.Name}"];

    /// <summary>Not those of the sign-in library, which makes its own rules.</summary>
    private static IEnumerable<IEntityType> Own(IModel model) =>
        model.GetEntityTypes().Where(entity => !entity.IsOwned() && entity.ClrType != typeof(Account)
            && entity.ClrType.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) != true);

    private sealed class Plant(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity<Planted>().HasKey(row => row.Number);
        }
    }

    private sealed class Planted : IVersioned
    {
        public int Number { get; set; }

        public decimal Cost { get; set; }

        public TimeSpan? Length { get; set; }

        public int Version { get; set; }
    }
}
