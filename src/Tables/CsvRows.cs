using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Guildhall.Tables.Reading;

namespace Guildhall.Tables;

/// <summary>
/// The rows of a CSV file (RFC 4180) as they stand there, one after the other: cells trimmed, apostrophes before formulas taken away,
/// blank rows and a first line <c>sep=;</c> passed over. The separator (comma, semicolon or tab) is found by itself.
/// </summary>
/// <remarks>Needs memory for the longest row only. Not for use by several threads.</remarks>
public sealed class CsvRows : IDisposable
{
    private readonly QuoteCheck _quotes;
    private readonly RowGuard _guard;
    private readonly CsvParser _parser;
    private readonly CellCache _cache = new();
    private readonly List<string> _cells = [];
    private readonly int _longestRow;
    private bool _hasEnded;

    /// <summary>Begins before the first row.</summary>
    /// <param name="text">The file's text in UTF-8, from <see cref="CsvText.TryDecode"/>.</param>
    /// <param name="isKnownHeader">Tells headers that are to be expected, which helps to find the separator.</param>
    /// <param name="longestRow">How many letters a row may have, separators and quotes included.</param>
    public CsvRows(ArraySegment<byte> text, Func<string, bool>? isKnownHeader = null, int longestRow = int.MaxValue)
    {
        _longestRow = longestRow;
        _quotes = new QuoteCheck(text);
        var stream = new MemoryStream(text.Array!, text.Offset, text.Count, writable: false);
        _guard = new RowGuard(new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false), longestRow);
        _parser = new CsvParser(_guard, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separator.Find(text, isKnownHeader).ToString(),
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad => _quotes.Look(bad.Field, bad.RawRecord),
        });
    }

    /// <summary>The line on which the row begins, as a text editor counts.</summary>
    public int Line { get; private set; }

    /// <summary>The row's number as a spreadsheet counts: blank rows count, a line <c>sep=;</c> and line breaks in cells do not.</summary>
    public int Number { get; private set; }

    /// <summary>The row's cells; good until the next <see cref="Read"/>.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>Why the cells cannot be trusted, as a sentence without a full stop; <see langword="null"/> = they can.</summary>
    public string? Problem { get; private set; }

    /// <summary>The line on which the cell in question begins.</summary>
    public int ProblemLine { get; private set; }

    /// <summary>Goes to the next row that has content or a problem; <see langword="false"/> = there is none.</summary>
    public bool Read()
    {
        while (ReadRow())
        {
            var isDeclaration = Line == 1 && _cells.Count > 0 && _cells[0].StartsWith(Separator.Declaration, StringComparison.OrdinalIgnoreCase);
            if (isDeclaration)
                Number = 0;
            else if (Problem is not null || _cells.Exists(cell => cell.Length > 0))
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parser.Dispose();
        _guard.Dispose();
    }

    private bool ReadRow()
    {
        _cells.Clear();
        (Problem, ProblemLine) = (null, Line);
        if (_hasEnded)
            return false;
        var lastLine = _parser.RawRow;
        _guard.BeginRow();
        _quotes.Begin();
        try
        {
            if (!_parser.Read())
                return End(_quotes.IsLeftOpen ? QuoteCheck.NeverClosed : null, Line);
        }
        catch (RowTooLongException)
        {
            return End($"the row that begins here has more than {_longestRow} letters: is a quote (\") opened there and never closed?", lastLine + 1);
        }
        (Line, Number) = (lastLine + 1, Number + 1);
        for (var i = 0; i < _parser.Count; i++)
            _cells.Add(_cache.Get(i, Formula.Undo(_parser[i].Trim())));
        (Problem, ProblemLine) = (_quotes.Problem, Line + _quotes.LinesIntoRow);
        return true;
    }

    private bool End(string? problem, int line)
    {
        _hasEnded = true;
        (Problem, ProblemLine) = (problem, line);
        return problem is not null;
    }
}
