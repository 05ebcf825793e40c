using Guildhall.Planning.Allocation;
using Guildhall.Tables;

namespace Guildhall.Cli.Reading;

/// <summary>Reads a CSV file row by row, by the names of its columns, and notes what is wrong with its form.</summary>
internal sealed class TableReader : IDisposable
{
    private readonly ProblemTable _table;
    private readonly Findings _findings;
    private readonly CsvRows _rows;
    private readonly TableHeader _header;

    private TableReader(ProblemTable table, ArraySegment<byte> text, TableColumns columns, Findings findings)
    {
        (_table, _findings) = (table, findings);
        _rows = new CsvRows(text, header => columns.Knows(header));
        _header = ReadHeader(columns);
    }

    /// <summary>The line of the file on which the row begins.</summary>
    public int Line => _rows.Line;

    /// <summary>Whether rows were lost, so that what other tables say about this one cannot be judged.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The numbered columns' numbers, rising.</summary>
    public IReadOnlyList<int> Numbers => _header.Numbers;

    /// <summary>Opens a file and reads its header; <see langword="null"/> when that fails.</summary>
    public static TableReader? Open(string path, ProblemTable table, TableColumns columns, Findings findings)
    {
        if (TextFile.TryRead(path, out var text, out var problem))
            return new TableReader(table, text, columns, findings);
        findings.Error(table, 1, "file", problem);
        return null;
    }

    /// <summary>Goes to the next row that is not blank; passes over rows that cannot be read.</summary>
    public bool Read()
    {
        while (_rows.Read())
        {
            if (!IsSound())
                continue;
            NoteStrayCells();
            return true;
        }
        return false;
    }

    /// <summary>Whether the header has the column; a missing one that is needed was reported there.</summary>
    public bool Has(int column) => _header.PlaceOf(column) >= 0;

    /// <summary>A cell by its column's place in <see cref="TableColumns"/>, needed columns first; empty when there is none.</summary>
    public string Cell(int column) => At(_header.PlaceOf(column));

    /// <summary>A cell of the numbered columns, by place in <see cref="Numbers"/>.</summary>
    public string NumberedCell(int index) => At(_header.PlaceOfNumbered(index));

    public void Error(string column, string text) => _findings.Error(_table, Line, column, text);

    public void Dispose() => _rows.Dispose();

    private TableHeader ReadHeader(TableColumns columns)
    {
        if (_rows.Read())
            IsSound();
        var header = new TableHeader(_rows.Cells, columns);
        foreach (var (column, text) in header.Errors)
            Error(column, text);
        foreach (var (column, text) in header.Warnings)
            _findings.Warn(_table, Line, column, text);
        return header;
    }

    private bool IsSound()
    {
        if (_rows.Problem is not { } problem)
            return true;
        IsDamaged = true;
        _findings.Error(_table, _rows.ProblemLine, "quotes", problem);
        return false;
    }

    private void NoteStrayCells()
    {
        for (var i = _header.Width; i < _rows.Cells.Count; i++)
        {
            if (_rows.Cells[i].Length > 0)
                Error($"cell {i + 1}", $"'{_rows.Cells[i]}' stands to the right of the last column that has a name");
        }
    }

    private string At(int place) => place >= 0 && place < _rows.Cells.Count ? _rows.Cells[place] : "";
}
