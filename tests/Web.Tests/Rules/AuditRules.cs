using System.Data.Common;
using Guildhall.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Rules;

/// <summary>What stands in the audit stays.</summary>
public sealed class AuditRules
{
    [Theory, BothEngines]
    public async Task The_program_refuses_to_change_or_delete_an_entry(App app)
    {
        var entry = await WriteAsync(app);
        await Should.ThrowAsync<InvalidOperationException>(() => app.Db(db =>
        {
            db.Attach(entry).Property(row => row.Deed).CurrentValue = "did nothing";
            return db.SaveChangesAsync();
        }));
        await Should.ThrowAsync<InvalidOperationException>(() => app.Db(db =>
        {
            db.Remove(entry);
            return db.SaveChangesAsync();
        }));
    }

    [Theory, BothEngines]
    public async Task So_does_the_database_whoever_asks(App app)
    {
        var entry = await WriteAsync(app);
        foreach (var sql in new[] { """UPDATE "AuditEntries" SET "Deed" = 'did nothing'""", """DELETE FROM "AuditEntries" """ })
        {
            var fault = await Should.ThrowAsync<DbException>(() => app.Db(db => db.Database.ExecuteSqlRawAsync(sql)));
            fault.Message.ShouldContain("never changed or deleted");
        }
        if (app.Engine == Engine.Postgres)
            await Should.ThrowAsync<DbException>(() => app.Db(db => db.Database.ExecuteSqlRawAsync("""TRUNCATE "AuditEntries" """)));
        (await app.Db(db => db.AuditEntries.SingleAsync(row => row.Id == entry.Id))).Deed.ShouldBe(entry.Deed);
    }

    [Theory, BothEngines]
    public async Task Without_its_triggers_the_database_would_have_let_it_happen(Engine engine)
    {
        await using var app = await App.StartAsync(engine);
        await WriteAsync(app);
        await app.Db(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Sqlite
            ? """DROP TRIGGER "AuditEntries_no_DELETE" """
            : """ALTER TABLE "AuditEntries" DISABLE TRIGGER USER"""));
        (await app.Db(db => db.AuditEntries.ExecuteDeleteAsync())).ShouldBe(1);
    }

    private static Task<AuditEntry> WriteAsync(App app) => app.World.Add(new AuditEntry
    {
        At = app.Clock.Now,
        Deed = $"changed {World.Code()}",
        SubjectKind = "test",
        SubjectId = Guid.NewGuid(),
    });
}
