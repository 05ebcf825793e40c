namespace Guildhall.Tables.Reading;

/// <summary>Tells quotes that belong to a cell's text from quotes that were opened and never closed, or closed too early.</summary>
internal sealed class QuoteCheck(ReadOnlySpan<byte> text)
{
    public const string NeverClosed = "a cell that begins with a quote (\") on this line is never closed by another";

    private readonly bool _isOdd = text.Count((byte)'"') % 2 == 1;
    private bool _hasLooseQuotes;

    /// <summary>What is wrong in this row; <see langword="null"/> = nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many lines below the row's first line the cell in question begins.</summary>
    public int LinesIntoRow { get; private set; }

    /// <summary>
    /// Whether, at the end of the file, a last cell was left open although it looks closed: <c>"x""</c> ends with a doubled quote.
    /// Where every quote opens, closes or is doubled, their number is even.
    /// </summary>
    public bool IsLeftOpen => _isOdd && !_hasLooseQuotes;

    public void Begin() => (Problem, LinesIntoRow) = (null, 0);

    /// <summary>Looks at a cell that the parser finds odd.</summary>
    /// <param name="cell">The cell as it stands in the file.</param>
    /// <param name="row">The row as it stands in the file.</param>
    public void Look(string cell, string row)
    {
        _hasLooseQuotes = true;
        // A quote inside a cell that does not begin with one, such as 12" rulers, means itself.
        var content = cell.AsSpan().TrimStart();
        if (Problem is not null || content.IsEmpty || content[0] != '"')
            return;
        Problem = EndOfQuoted(content) < 0
            ? NeverClosed
            : "text follows the quote (\") that closes this cell: inside a cell in quotes, write each quote twice";
        LinesIntoRow = LinesIn(row.AsSpan(0, Math.Max(0, row.IndexOf(cell, StringComparison.Ordinal))));
    }

    private static int EndOfQuoted(ReadOnlySpan<char> cell)
    {
        for (var i = 1; i < cell.Length; i++)
        {
            if (cell[i] != '"')
                continue;
            if (i + 1 == cell.Length || cell[i + 1] != '"')
                return i;
            i++;
        }
        return -1;
    }

    private static int LinesIn(ReadOnlySpan<char> text)
    {
        var lines = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                lines++;
        }
        return lines;
    }
}
