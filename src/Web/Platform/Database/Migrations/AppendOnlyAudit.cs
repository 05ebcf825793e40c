using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Guildhall.Web.Platform.Database.Migrations;

/// <summary>Lets nobody change or delete what stands in the audit, whatever program asks for it. Written by hand: no model says this.</summary>
[DbContext(typeof(SqliteAppDb))]
[Migration("20261122093009_AppendOnlyAudit")]
public sealed class SqliteAppendOnlyAudit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var deed in new[] { "UPDATE", "DELETE" })
        {
            migrationBuilder.Sql($"""
                CREATE TRIGGER "AuditEntries_no_{deed}" BEFORE {deed} ON "AuditEntries"
                BEGIN SELECT RAISE(ABORT, 'What stands in the audit is never changed or deleted.'); END
                """);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var deed in new[] { "UPDATE", "DELETE" })
            migrationBuilder.Sql($"""DROP TRIGGER "AuditEntries_no_{deed}" """);
    }
}

/// <inheritdoc cref="SqliteAppendOnlyAudit"/>
[DbContext(typeof(PostgresAppDb))]
[Migration("20261122093009_AppendOnlyAudit")]
public sealed class PostgresAppendOnlyAudit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'What stands in the audit is never changed or deleted.'; END $$;
        CREATE TRIGGER "AuditEntries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntries"
        FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER "AuditEntries_append_only" ON "AuditEntries";
        DROP FUNCTION keep_audit();
        """);
}
