using System.Globalization;

namespace Guildhall.Tables.Reading;

/// <summary>The rows of a CSV file.</summary>
internal sealed class CsvSource(ArraySegment<byte> text, TableLimits limits) : RowSource
{
    private readonly CsvRows _rows = new(text, longestRow: limits.RowLength);

    public override int Number => _rows.Number;

    public override IReadOnlyList<string> Cells => _rows.Cells;

    // The text speaks of lines, as an editor shows them, because the spreadsheet that shows rows has gone wrong at this place.
    public override string? Problem => _rows.Problem is { } problem && _rows.ProblemLine != _rows.Number
        ? string.Create(CultureInfo.InvariantCulture, $"{problem} (line {_rows.ProblemLine} in a text editor)")
        : _rows.Problem;

    public override bool Read() => _rows.Read();

    public override void Dispose() => _rows.Dispose();
}
