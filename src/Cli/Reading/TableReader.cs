using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Reading;

/// <summary>Reads a CSV file row by row, by the names of its columns, and notes what is wrong with its form.</summary>
internal sealed class TableReader : IDisposable
{
    private readonly ProblemTable _table;
    private readonly Findings _findings;
    private readonly QuoteCheck _quotes;
    private readonly CsvParser _parser;
    private readonly List<string> _cells = [];
    private readonly TableHeader _header;
    private int _width = int.MaxValue;
    private bool _hasEnded;

    private TableReader(ProblemTable table, ArraySegment<byte> text, TableColumns columns, Findings findings)
    {
        (_table, _findings) = (table, findings);
        var separator = Separator.Find(text, columns);
        _quotes = new QuoteCheck(text);
        var stream = new StreamReader(new MemoryStream(text.Array!, text.Offset, text.Count, writable: false), Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        _parser = new CsvParser(stream, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
            CacheFields = true,
            BadDataFound = bad => _quotes.Look(bad.Field, bad.RawRecord),
        });
        _header = ReadHeader(columns);
        _width = _header.Width;
    }

    /// <summary>The line of the file on which the row begins.</summary>
    public int Line { get; private set; }

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
        while (ReadCells())
        {
            if (IsSound() && HasContent())
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

    public void Dispose() => _parser.Dispose();

    private TableHeader ReadHeader(TableColumns columns)
    {
        while (ReadCells())
        {
            var isDeclaration = Line == 1 && _cells[0].StartsWith(Separator.Declaration, StringComparison.OrdinalIgnoreCase);
            if (!isDeclaration && HasContent())
                break;
        }
        IsDamaged |= !IsSound();
        var header = new TableHeader(_cells, columns);
        foreach (var (column, text) in header.Errors)
            Error(column, text);
        foreach (var (column, text) in header.Warnings)
            _findings.Warn(_table, Line, column, text);
        return header;
    }

    private bool ReadCells()
    {
        _cells.Clear();
        if (_hasEnded)
            return false;
        var lastLine = _parser.RawRow;
        if (!_parser.Read())
        {
            _hasEnded = true;
            if (_quotes.IsLeftOpen)
            {
                IsDamaged = true;
                Error("quotes", QuoteCheck.NeverClosed);
            }
            return false;
        }
        Line = lastLine + 1;
        _quotes.Begin();
        for (var i = 0; i < _parser.Count; i++)
            _cells.Add(Formula.Undo(_parser[i].Trim()));
        return true;
    }

    private bool IsSound()
    {
        if (_quotes.Problem is not { } problem)
            return true;
        IsDamaged = true;
        _findings.Error(_table, Line + _quotes.LinesIntoRow, "quotes", problem);
        return false;
    }

    private bool HasContent()
    {
        var hasContent = false;
        for (var i = 0; i < _cells.Count; i++)
        {
            if (_cells[i].Length == 0)
                continue;
            hasContent = true;
            if (i >= _width)
                Error($"cell {i + 1}", $"'{_cells[i]}' stands to the right of the last column that has a name");
        }
        return hasContent;
    }

    private string At(int place) => place >= 0 && place < _cells.Count ? _cells[place] : "";
}
