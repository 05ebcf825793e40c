using DocumentFormat.OpenXml.Spreadsheet;

namespace Guildhall.Tables.Writing;

/// <summary>How cells look, by the places that cells name.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0;
    public const uint Header = 1;
    public const uint Text = 2;
    public const uint Lines = 3;
    public const uint Date = 4;
    public const uint Time = 5;

    // Formats that every Excel knows by number (ECMA-376, 18.8.30). The two of dates follow the reader's own country.
    private const uint AsText = 49;
    private const uint AsDate = 14;
    private const uint AsTime = 22;

    public static Stylesheet Make() => new(
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            Format(0),
            Format(AsText, font: 1, wraps: true),
            // Typed over, a cell that is formatted as text keeps its leading zeros.
            Format(AsText),
            Format(AsText, wraps: true),
            Format(AsDate),
            Format(AsTime)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat Format(uint number, uint font = 0, bool wraps = false)
    {
        var format = new CellFormat { NumberFormatId = number, FontId = font, FillId = 0, BorderId = 0, FormatId = 0 };
        (format.ApplyNumberFormat, format.ApplyFont) = (true, true);
        if (wraps)
        {
            format.ApplyAlignment = true;
            format.Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top };
        }
        return format;
    }
}
