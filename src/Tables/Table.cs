namespace Guildhall.Tables;

/// <summary>A table from a file, whole: header, rows, and what was found.</summary>
public sealed class Table
{
    private Table(RowReader reader, List<TableRow> rows) =>
        (Header, Rows, Sheet, Sheets, Findings, HasErrors) = (reader.Header, rows, reader.Sheet, reader.Sheets, reader.Findings, reader.HasErrors);

    /// <inheritdoc cref="RowReader.Header"/>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows that could be read, without blank ones, in the file's order.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <inheritdoc cref="RowReader.Sheet"/>
    public string Sheet { get; }

    /// <inheritdoc cref="RowReader.Sheets"/>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>What was found: what concerns the whole file, then row by row.</summary>
    public IReadOnlyList<TableFinding> Findings { get; }

    /// <summary>Whether something is wrong. Then the rows are for a preview, not for use.</summary>
    public bool HasErrors { get; }

    /// <summary>
    /// Reads a table, as <see cref="RowReader.Open"/> does, to its end. Text that recurs in a column is held once; 200,000 rows of ten
    /// columns need some 150 MB when every cell differs.
    /// </summary>
    /// <inheritdoc cref="RowReader.Open"/>
    public static Table Read(Stream file, string fileName, TableLimits? limits = null, string? sheet = null, CancellationToken stop = default)
    {
        using var reader = RowReader.Open(file, fileName, limits, sheet, stop);
        var rows = new List<TableRow>();
        while (reader.Read())
            rows.Add(reader.Row);
        return new Table(reader, rows);
    }
}
