using System.Data;
using System.Data.Common;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Fills the table of the register at the first start. Afterwards it changes only by an import.</summary>
public static partial class RegisterLoad
{
    /// <summary>Where the file lies beside the program.</summary>
    private const string ShippedFile = "data/schools/england-schools.csv.gz";

    // Any number that no other lock of this database has.
    private const long LockNumber = 7_405_113;

    /// <summary>Loads the register that ships, unless there is one, or the setting <c>register</c> is <c>none</c>.</summary>
    public static async Task LoadRegisterAsync(this WebApplication app, CancellationToken cancellation = default)
    {
        if (string.Equals(app.Configuration["register"], "none", StringComparison.OrdinalIgnoreCase))
            return;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.RegisterSchools.AnyAsync(cancellation))
            return;
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var begun = clock.GetTimestamp();
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, ShippedFile));
        var count = await LoadAsync(db, ShippedRegister.Read(file), cancellation);
        var log = scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RegisterLoad));
        LogLoaded(log, count, (long)clock.GetElapsedTime(begun).TotalMilliseconds);
    }

    /// <summary>Puts all schools into the empty table in one transaction; does nothing when another node was first.</summary>
    /// <returns>How many schools were put in.</returns>
    public static async Task<int> LoadAsync(AppDb db, IEnumerable<RegisterEntry> entries, CancellationToken cancellation)
    {
        // On SQLite the transaction itself keeps every other writer out.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (db.Database.IsNpgsql())
            await db.Database.WaitForTurnAsync($"SELECT pg_advisory_xact_lock({LockNumber})", cancellation);
        if (await db.RegisterSchools.AnyAsync(cancellation))
            return 0;
        var count = 0;
        await using var insert = new RegisterInsert(db.Database.GetDbConnection(), transaction.GetDbTransaction());
        foreach (var some in entries.Select(RegisterSchool.Of).Chunk(db.Database.IsNpgsql() ? RegisterInsert.RowsByNetwork : 1))
        {
            await insert.WriteAsync(some, cancellation);
            count += some.Length;
        }
        await transaction.CommitAsync(cancellation);
        return count;
    }

    [LoggerMessage(LogLevel.Information, "The register of schools was loaded: {Count} schools in {Milliseconds} ms.")]
    private static partial void LogLoaded(ILogger log, int count, long milliseconds);
}

/// <summary>A prepared command that writes many schools at a time; tracking each as an entity would take ten times as long.</summary>
internal sealed class RegisterInsert(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    /// <summary>
    /// Schools in a command for a database at the other end of a network, which allows so many parameters. SQLite is within the process,
    /// and finds each parameter by looking through all of them, so that one school at a time is quickest there.
    /// </summary>
    public const int RowsByNetwork = 100;

    private static readonly (string Name, DbType Type, Func<RegisterSchool, object?> Value)[] Columns =
    [
        (nameof(RegisterSchool.Urn), DbType.Int32, school => school.Urn),
        (nameof(RegisterSchool.Name), DbType.String, school => school.Name),
        (nameof(RegisterSchool.Type), DbType.String, school => school.Type),
        (nameof(RegisterSchool.Phase), DbType.String, school => school.Phase),
        (nameof(RegisterSchool.Status), DbType.String, school => school.Status.ToString()),
        (nameof(RegisterSchool.OpenedOn), DbType.Date, school => school.OpenedOn),
        (nameof(RegisterSchool.ClosedOn), DbType.Date, school => school.ClosedOn),
        (nameof(RegisterSchool.LowAge), DbType.Int32, school => school.LowAge),
        (nameof(RegisterSchool.HighAge), DbType.Int32, school => school.HighAge),
        (nameof(RegisterSchool.ReligiousCharacter), DbType.String, school => school.ReligiousCharacter),
        (nameof(RegisterSchool.LocalAuthority), DbType.String, school => school.LocalAuthority),
        (nameof(RegisterSchool.Street), DbType.String, school => school.Street),
        (nameof(RegisterSchool.Locality), DbType.String, school => school.Locality),
        (nameof(RegisterSchool.Town), DbType.String, school => school.Town),
        (nameof(RegisterSchool.Postcode), DbType.String, school => school.Postcode),
        (nameof(RegisterSchool.Easting), DbType.Int32, school => school.Easting),
        (nameof(RegisterSchool.Northing), DbType.Int32, school => school.Northing),
        (nameof(RegisterSchool.TrustUid), DbType.Int32, school => school.TrustUid),
        (nameof(RegisterSchool.TrustName), DbType.String, school => school.TrustName),
        (nameof(RegisterSchool.IsTrustForOneSchool), DbType.Boolean, school => school.IsTrustForOneSchool),
        (nameof(RegisterSchool.Pupils), DbType.Int32, school => school.Pupils),
        (nameof(RegisterSchool.PremiumPermille), DbType.Int32, school => school.PremiumPermille),
        (nameof(RegisterSchool.FreeMealsPermille), DbType.Int32, school => school.FreeMealsPermille),
        (nameof(RegisterSchool.ReadingTenths), DbType.Int32, school => school.ReadingTenths),
        (nameof(RegisterSchool.WritingTenths), DbType.Int32, school => school.WritingTenths),
        (nameof(RegisterSchool.MathsTenths), DbType.Int32, school => school.MathsTenths),
        (nameof(RegisterSchool.Progress8Hundredths), DbType.Int32, school => school.Progress8Hundredths),
        (nameof(RegisterSchool.SuccessorUrns), DbType.String, school => school.SuccessorUrns),
        (nameof(RegisterSchool.SearchText), DbType.String, school => school.SearchText),
    ];

    private DbCommand? _command;
    private int _prepared;

    public async Task WriteAsync(IReadOnlyList<RegisterSchool> schools, CancellationToken cancellation)
    {
        if (_command is null || _prepared != schools.Count)
            await PrepareAsync(schools.Count, cancellation);
        var parameter = 0;
        foreach (var school in schools)
        {
            foreach (var column in Columns)
                _command!.Parameters[parameter++].Value = column.Value(school) ?? DBNull.Value;
        }
        await _command!.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_command is not null)
            await _command.DisposeAsync();
    }

    private async Task PrepareAsync(int rows, CancellationToken cancellation)
    {
        await DisposeAsync();
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        var names = string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));
        var values = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", Columns.Select((_, at) => $"@p{(row * Columns.Length) + at}"))})");
#pragma warning disable CA2100 // Nothing that anybody typed stands in it: names of columns and of parameters.
        _command.CommandText = $"INSERT INTO \"RegisterSchools\" ({names}) VALUES {string.Join(", ", values)}";
#pragma warning restore CA2100
        for (var at = 0; at < rows * Columns.Length; at++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"@p{at}";
            parameter.DbType = Columns[at % Columns.Length].Type;
            _command.Parameters.Add(parameter);
        }
        await _command.PrepareAsync(cancellation);
        _prepared = rows;
    }
}
