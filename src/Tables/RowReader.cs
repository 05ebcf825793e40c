using Guildhall.Tables.Reading;

namespace Guildhall.Tables;

/// <summary>
/// Reads a table from a CSV file or an Excel workbook (.xlsx) row by row: memory for the file and one row, whatever the number of rows.
/// What is wrong with the file is never thrown but found: see <see cref="Findings"/>. <see cref="Table.Read"/> reads all at once.
/// </summary>
/// <remarks>Not for use by several threads.</remarks>
public sealed class RowReader : IDisposable
{
    private readonly TableLimits _limits;
    private readonly CancellationToken _stop;
    private readonly RowSource? _rows;
    private readonly List<TableFinding> _findings;
    private readonly HashSet<int> _nameless = [];
    private string[] _header = [];
    private int _headerRow;
    private int _count;
    private int _errors;
    private bool _hasEnded;

    private RowReader(OpenedFile file, TableLimits limits, CancellationToken stop)
    {
        (_limits, _stop) = (limits, stop);
        (_rows, Sheet, Sheets, _findings) = (file.Rows, file.Sheet, file.Sheets, file.Findings);
        _errors = _findings.Count(finding => finding.IsError);
        _hasEnded = _rows is null || !ReadHeader(_rows);
    }

    /// <summary>The columns' names, trimmed; empty for a column without one, and no columns when the file could not be read.</summary>
    public IReadOnlyList<string> Header => _header;

    /// <summary>The name of the sheet that is read; empty for a CSV file.</summary>
    public string Sheet { get; }

    /// <summary>The names of the sheets that could be read instead: all that are not hidden.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>What was found up to the current row: everything, once <see cref="Read"/> has given <see langword="false"/>.</summary>
    public IReadOnlyList<TableFinding> Findings => _findings;

    /// <summary>Whether something is wrong, up to the current row.</summary>
    public bool HasErrors => _errors > 0;

    /// <summary>The row at which <see cref="Read"/> has arrived. Its cells stay good.</summary>
    public TableRow Row { get; private set; }

    /// <summary>
    /// Opens a file and reads its header. What the file is, its contents decide, whatever its name says: text in UTF-8, UTF-16 with its
    /// mark or Windows-1252 with commas, semicolons or tabs; or a workbook.
    /// </summary>
    /// <param name="file">The file, from its current position. It is read at once, up to <see cref="TableLimits.FileSize"/>, and stays open.</param>
    /// <param name="fileName">The file's name, for words only.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="sheet">The name of a workbook's sheet; <see langword="null"/> = the first that is not hidden.</param>
    /// <param name="stop">Stops between two rows.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> asked for it, here or in <see cref="Read"/>.</exception>
    public static RowReader Open(Stream file, string fileName, TableLimits? limits = null, string? sheet = null, CancellationToken stop = default)
    {
        limits ??= TableLimits.Default;
        return new RowReader(OpenedFile.Open(file, fileName, limits, sheet, stop), limits, stop);
    }

    /// <summary>Goes to the next row that is not blank; rows that cannot be read are among the findings instead.</summary>
    /// <returns><see langword="false"/> at the end, or when the file is too large or has too many errors to go on.</returns>
    public bool Read()
    {
        while (!_hasEnded && _rows!.Read())
        {
            _stop.ThrowIfCancellationRequested();
            if (_rows.Problem is { } problem)
            {
                Add(new TableFinding(problem) { Row = _rows.Number });
                continue;
            }
            if (++_count > _limits.Rows)
            {
                Add(new TableFinding($"the table has more than {_limits.Rows} rows: split it into several files"));
                break;
            }
            Row = new TableRow(_rows.Number, ReadCells(_rows));
            return true;
        }
        if (!_hasEnded && _count == 0 && _errors == 0)
            Add(new TableFinding("there are no rows under the line that names the columns"));
        _hasEnded = true;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _rows?.Dispose();

    private bool ReadHeader(RowSource rows)
    {
        if (!rows.Read())
        {
            Add(new TableFinding(Sheet.Length > 0 ? $"the sheet '{Sheet}' is empty" : "the file is empty"));
            return false;
        }
        _headerRow = rows.Number;
        if (rows.Problem is { } problem)
        {
            Add(new TableFinding(problem) { Row = rows.Number });
            return false;
        }
        var width = rows.Cells.Count;
        while (width > 0 && rows.Cells[width - 1].Length == 0)
            width--;
        if (width > _limits.Columns)
        {
            Add(new TableFinding($"the table has {width} columns, and at most {_limits.Columns} are read") { Row = rows.Number });
            return false;
        }
        _header = [.. rows.Cells.Take(width)];
        NoteBadCells(rows);
        NoteDoubles();
        return true;
    }

    private void NoteDoubles()
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _header.Length; i++)
        {
            if (_header[i].Length > _limits.CellLength)
                Add(TooLong(_headerRow, i) with { Header = "" });
            else if (_header[i].Length > 0 && !first.TryAdd(_header[i], i))
                Add(At(_headerRow, i, $"column {ColumnLetter.Of(first[_header[i]])} has the same name: give each column a name of its own"));
        }
    }

    private string[] ReadCells(RowSource rows)
    {
        var cells = new string[_header.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = i < rows.Cells.Count ? rows.Cells[i] : "";
            if (cells[i].Length == 0)
                continue;
            if (_header[i].Length == 0)
                NoteNameless(rows.Number, i, cells[i]);
            if (cells[i].Length > _limits.CellLength)
                Add(TooLong(rows.Number, i));
            else if (cells[i].Contains('\uFFFD', StringComparison.Ordinal))
                Add(At(rows.Number, i, "letters in this cell were lost before the file came here, where it shows \uFFFD") with { IsError = false });
        }
        for (var i = cells.Length; i < rows.Cells.Count; i++)
        {
            if (rows.Cells[i].Length > 0)
                NoteNameless(rows.Number, i, rows.Cells[i]);
        }
        NoteBadCells(rows);
        return cells;
    }

    private void NoteNameless(int row, int column, string cell)
    {
        // Once a column is enough, and beyond the widest table once altogether.
        if (_nameless.Add(Math.Min(column, _limits.Columns)))
            Add(At(row, column, $"'{Shown(cell)}' stands in a column that has no name: name the column in row {_headerRow}, or clear it"));
    }

    private void NoteBadCells(RowSource rows)
    {
        foreach (var (column, text) in rows.BadCells)
            Add(At(rows.Number, column, text));
    }

    private TableFinding TooLong(int row, int column) => At(row, column, $"this cell has more than {_limits.CellLength} letters");

    private TableFinding At(int row, int column, string text) =>
        new(text) { Row = row, Column = column, Header = column < _header.Length ? _header[column] : "" };

    private void Add(TableFinding finding)
    {
        if (_errors >= _limits.Errors || (!finding.IsError && _findings.Count >= 2 * _limits.Errors))
            return;
        _findings.Add(finding);
        if (finding.IsError && ++_errors == _limits.Errors)
        {
            _hasEnded = true;
            _findings.Add(new TableFinding($"there are {_errors} errors or more; the rest of the file was not read"));
        }
    }

    private static string Shown(string cell) => cell.Length <= 40 ? cell : cell[..40] + "...";
}
