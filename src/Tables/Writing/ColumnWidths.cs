using System.Globalization;

namespace Guildhall.Tables.Writing;

/// <summary>How wide columns are to be, by their header and first rows, in widths of a digit.</summary>
internal static class ColumnWidths
{
    private const int Narrowest = 8;
    private const int Widest = 60;
    private const int Margin = 2;

    public static int[] Of(Sheet sheet, List<IReadOnlyList<Cell>> firstRows)
    {
        var widths = new int[sheet.Header.Count];
        for (var column = 0; column < widths.Length; column++)
        {
            var longest = LongestLine(sheet.Header[column]);
            foreach (var row in firstRows)
            {
                if (column < row.Count)
                    longest = Math.Max(longest, LongestLine(row[column].ToString()));
            }
            widths[column] = Math.Clamp(longest + Margin, Narrowest, Widest);
        }
        return widths;
    }

    private static int LongestLine(string text)
    {
        var longest = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            longest = Math.Max(longest, line.Length > Widest ? Widest : new StringInfo(line.ToString()).LengthInTextElements);
        return longest;
    }
}
