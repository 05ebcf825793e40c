using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Guildhall.Bench.Load;

/// <summary>
/// Makes the demo's day several times as big, in its SQLite file: people, workshops, sessions and all that hangs on them are there again with
/// other keys and names, each copy of a person with the copy of their places. So it is as sound as the first.
/// </summary>
internal static class BigDay
{
    /// <summary>Tables in the order in which their rows can be there, with the columns that name a row which is copied too.</summary>
    private static readonly (string Table, string[] Keys)[] Tables =
    [
        ("People", ["Id"]),
        ("Posts", ["Id", "PersonId"]),
        ("Rooms", ["Id"]),
        ("Offers", ["Id"]),
        ("OfferPresenters", ["Id", "OfferId", "PersonId"]),
        ("Workshops", ["Id", "OfferId"]),
        ("Presenters", ["Id", "WorkshopId", "PersonId"]),
        ("Sessions", ["Id", "WorkshopId", "RoomId"]),
        ("Invitees", ["Id", "PersonId"]),
        ("Choices", ["Id", "InviteeId", "WorkshopId"]),
        ("Places", ["Id", "InviteeId", "SessionId"]),
        ("Attendance", ["Id", "SessionId", "PersonId"]),
        ("Apologies", ["Id", "InviteeId", "SessionId"]),
        ("SessionFeedback", ["SessionId"]),
        ("FeedbackGiven", ["SessionId", "PersonId"]),
        ("Disappointments", ["Id", "PersonId"]),
    ];

    /// <summary>Texts that must differ from copy to copy; the number of the copy is added.</summary>
    private static readonly HashSet<string> Names = new(["Rooms.Name", "Workshops.Code", "Workshops.Title", "Offers.Title", "People.FamilyName"], StringComparer.Ordinal);

    /// <summary>What is unique, and need not be there.</summary>
    private static readonly HashSet<string> LeftOut = new(["People.Email", "People.DemoPart", "OfferPresenters.LinkDigest"], StringComparer.Ordinal);

    /// <param name="folder">The data folder of an application that does not run.</param>
    /// <param name="times">How many times as big, 2 to 9.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task GrowAsync(string folder, int times, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "guildhall.db")};Pooling=False");
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (table, _) in Tables)
            rows[table] = Convert.ToInt64(await RunAsync(connection, $"SELECT max(rowid) FROM \"{table}\"", cancellation) is long last ? last : 0, CultureInfo.InvariantCulture);
        for (var copy = 1; copy < times; copy++)
        {
            foreach (var (table, keys) in Tables)
                await CopyAsync(connection, table, keys, copy, rows[table], cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    private static async Task CopyAsync(SqliteConnection connection, string table, string[] keys, int copy, long last, CancellationToken cancellation)
    {
        var columns = new List<string>();
        await using (var asked = connection.CreateCommand())
        {
            asked.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            await using var names = await asked.ExecuteReaderAsync(cancellation);
            while (await names.ReadAsync(cancellation))
                columns.Add(names.GetString(0));
        }
        var values = columns.Select(column =>
            keys.Contains(column, StringComparer.Ordinal) ? $"'{copy}' || substr(\"{column}\", 2)"
            : LeftOut.Contains($"{table}.{column}") ? "NULL"
            : Names.Contains($"{table}.{column}") ? $"\"{column}\" || ' {copy}'"
            : $"\"{column}\"");
        await RunAsync(
            connection,
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM \"{table}\" WHERE rowid <= {last}",
            cancellation);
    }

    /// <summary>The first value of the first row of what is asked for.</summary>
    public static async Task<object?> AskAsync(string folder, string question, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "guildhall.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellation);
        return await RunAsync(connection, question, cancellation);
    }

    private static async Task<object?> RunAsync(SqliteConnection connection, string command, CancellationToken cancellation)
    {
        await using var asked = connection.CreateCommand();
        asked.CommandText = command;
        return await asked.ExecuteScalarAsync(cancellation);
    }
}
