using Microsoft.Data.Sqlite;
using Npgsql;

namespace Guildhall.Web.Platform.Database;

/// <summary>Where the data are: a folder, and in it the SQLite file unless a PostgreSQL database is named.</summary>
/// <param name="DataFolder">The folder of this installation: the SQLite file, uploads, and mails that could not be sent.</param>
/// <param name="ConnectionString">How to reach the database.</param>
/// <param name="IsPostgres">Whether it is PostgreSQL; otherwise it is SQLite.</param>
public sealed record DatabasePlace(string DataFolder, string ConnectionString, bool IsPostgres)
{
    /// <summary>Reads the settings <c>data</c> and <c>Guildhall:Database</c> (<c>postgres://user:secret@host:port/name</c>).</summary>
    public static DatabasePlace From(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["data"] ?? "var");
        Directory.CreateDirectory(folder);
        var address = configuration["Guildhall:Database"];
        return string.IsNullOrWhiteSpace(address)
            ? new DatabasePlace(folder, SqliteFile(folder), IsPostgres: false)
            : new DatabasePlace(folder, Postgres(new Uri(address)), IsPostgres: true);
    }

    private static string SqliteFile(string folder) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(folder, "guildhall.db"),
        ForeignKeys = true,
    }.ToString();

    private static string Postgres(Uri address)
    {
        if (address.Scheme is not ("postgres" or "postgresql"))
            throw new InvalidOperationException("The setting Guildhall:Database must begin with postgres://.");
        var user = address.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : 5432,
            Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            MaxPoolSize = 50,
        }.ToString();
    }
}
