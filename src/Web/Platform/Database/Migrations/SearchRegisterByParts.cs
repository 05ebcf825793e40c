using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Guildhall.Web.Platform.Database.Migrations;

/// <summary>
/// Lets PostgreSQL find parts of words in the register of schools by their groups of three letters rather than by going through all
/// schools; <c>pg_trgm</c> comes with PostgreSQL, and the owner of a database may bring it in. Written by hand: SQLite has no such index.
/// </summary>
[DbContext(typeof(PostgresAppDb))]
[Migration("20261122093010_SearchRegisterByParts")]
public sealed class PostgresSearchRegisterByParts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX "IX_RegisterSchools_SearchText_Parts" ON "RegisterSchools" USING gin ("SearchText" gin_trgm_ops) WITH (fastupdate = off);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP INDEX "IX_RegisterSchools_SearchText_Parts";
        """);
}
