using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Guildhall.Tables.Writing;

/// <summary>Writes one sheet, element by element.</summary>
internal sealed partial class SheetWriter(OpenXmlWriter xml, Sheet sheet, CancellationToken stop)
{
    // What Excel can hold (its "specifications and limits").
    public const int MostRows = 1_048_576;
    public const int MostColumns = 16_384;
    public const int LongestText = 32_767;

    private const int RowsForWidths = 200;
    private const decimal LargestExact = 999_999_999_999_999m;

    // Excel's calendar has a 29 February 1900; only from the day after it do its dates count as everybody's.
    private static readonly DateTime FirstSafeDay = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly string[] _letters = [.. Enumerable.Range(0, sheet.Header.Count).Select(ColumnLetter.Of)];
    private int _row;

    // "_x0041_" in a cell means the letter with that number (ECMA-376, 22.4.2.4 ST_Xstring); to mean itself its first _ is written so.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1000)]
    private static partial Regex EscapeLike { get; }

    public void Write()
    {
        if (sheet.Header.Count > MostColumns)
            throw new ArgumentException($"the sheet '{sheet.Name}' has more than {MostColumns} columns");
        using var rows = sheet.Rows.GetEnumerator();
        var first = new List<IReadOnlyList<Cell>>();
        while (first.Count < RowsForWidths && rows.MoveNext())
            first.Add(rows.Current);

        xml.WriteStartElement(new Worksheet());
        WriteFrozenHeader();
        WriteWidths(ColumnWidths.Of(sheet, first));
        xml.WriteStartElement(new SheetData());
        WriteHeader();
        foreach (var row in first)
            WriteRow(row);
        while (rows.MoveNext())
            WriteRow(rows.Current);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteFrozenHeader()
    {
        var pane = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        xml.WriteElement(new SheetViews(new SheetView(pane) { WorkbookViewId = 0 }));
    }

    private void WriteWidths(int[] widths)
    {
        var columns = new Columns();
        for (var i = 0; i < widths.Length; i++)
            columns.AppendChild(new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = widths[i], CustomWidth = true });
        xml.WriteElement(columns);
    }

    private void WriteHeader()
    {
        BeginRow();
        for (var i = 0; i < sheet.Header.Count; i++)
            WriteText(i, sheet.Header[i], WorkbookStyles.Header);
        xml.WriteEndElement();
    }

    private void WriteRow(IReadOnlyList<Cell> row)
    {
        stop.ThrowIfCancellationRequested();
        BeginRow();
        sheet.CheckRow(row, _row);
        for (var i = 0; i < row.Count; i++)
            WriteCell(i, row[i]);
        xml.WriteEndElement();
    }

    private void BeginRow()
    {
        if (++_row > MostRows)
            throw new ArgumentException($"the sheet '{sheet.Name}' has more than {MostRows} rows");
        xml.WriteStartElement(new Row(), [Attribute("r", _row.ToString(CultureInfo.InvariantCulture))]);
    }

    private void WriteCell(int column, Cell cell)
    {
        switch (cell.Value)
        {
            case null:
                break;
            case decimal number when Math.Abs(number) <= LargestExact && decimal.Round(number, 10) == number:
                WriteNumber(column, number, WorkbookStyles.Plain);
                break;
            case DateOnly date when date >= DateOnly.FromDateTime(FirstSafeDay):
                WriteNumber(column, (decimal)date.ToDateTime(TimeOnly.MinValue).ToOADate(), WorkbookStyles.Date);
                break;
            case DateTime time when time >= FirstSafeDay:
                WriteNumber(column, (decimal)time.ToOADate(), WorkbookStyles.Time);
                break;
            default:
                WriteText(column, cell.ToString(), WorkbookStyles.Text);
                break;
        }
    }

    private void WriteNumber(int column, decimal number, uint style)
    {
        xml.WriteStartElement(new DocumentFormat.OpenXml.Spreadsheet.Cell(), Place(column, style));
        xml.WriteElement(new CellValue(number));
        xml.WriteEndElement();
    }

    private void WriteText(int column, string text, uint style)
    {
        text = WrittenText.Clean(text).ReplaceLineEndings("\n");
        if (text.Length == 0)
            return;
        if (text.Length > LongestText)
            throw new ArgumentException($"cell {_letters[column]}{_row} of the sheet '{sheet.Name}' has more than {LongestText} letters");
        if (style == WorkbookStyles.Text && text.Contains('\n', StringComparison.Ordinal))
            style = WorkbookStyles.Lines;
        xml.WriteStartElement(new DocumentFormat.OpenXml.Spreadsheet.Cell(), [.. Place(column, style), Attribute("t", "inlineStr")]);
        xml.WriteElement(new InlineString(new Text(EscapeLike.Replace(text, "_x005F_")) { Space = SpaceProcessingModeValues.Preserve }));
        xml.WriteEndElement();
    }

    private OpenXmlAttribute[] Place(int column, uint style) =>
    [
        Attribute("r", string.Create(CultureInfo.InvariantCulture, $"{_letters[column]}{_row}")),
        Attribute("s", style.ToString(CultureInfo.InvariantCulture)),
    ];

    private static OpenXmlAttribute Attribute(string name, string value) => new(name, null!, value);
}
