using System.Text;

namespace Guildhall.Cli.Reading;

/// <summary>Finds out what stands between the cells: the separator that makes most known columns of the first line.</summary>
internal static class Separator
{
    private const int LongestHeader = 64 * 1024;

    /// <summary>What Excel understands as a first line that names the separator: <c>sep=;</c>.</summary>
    public const string Declaration = "sep=";

    public static char Find(ReadOnlySpan<byte> text, TableColumns columns)
    {
        text = text[text.IndexOfAnyExcept(" \r\n"u8)..];
        var header = Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestHeader)]);
        if (header.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase) && header.Length > Declaration.Length
            && header[Declaration.Length] is ',' or ';' or '\t')
        {
            return header[Declaration.Length];
        }

        var (best, most) = (',', (Known: 0, Cells: 1));
        foreach (var separator in ",;\t")
        {
            var count = Count(header, separator, columns);
            if (count.CompareTo(most) > 0)
                (best, most) = (separator, count);
        }
        return best;
    }

    private static (int Known, int Cells) Count(string header, char separator, TableColumns columns)
    {
        var (known, cells, start, quoted) = (0, 0, 0, false);
        for (var i = 0; i <= header.Length; i++)
        {
            var letter = i < header.Length ? header[i] : '\n';
            if (letter == '"')
                quoted = !quoted;
            var isEnd = i == header.Length || (!quoted && letter is '\r' or '\n');
            if (!isEnd && (quoted || letter != separator))
                continue;
            cells++;
            if (columns.Knows(header.AsSpan(start, i - start).Trim().Trim('"').Trim()))
                known++;
            if (isEnd)
                break;
            start = i + 1;
        }
        return (known, cells);
    }
}
