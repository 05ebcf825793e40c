using System.Text;

namespace Guildhall.Tables.Reading;

/// <summary>
/// Finds out what stands between the cells: the separator that makes most known columns of the first line, then the one by which most of
/// the next rows have as many cells as the first, then the one that makes most cells.
/// </summary>
internal static class Separator
{
    private const int SampleLength = 64 * 1024;
    private const int SampleRows = 20;

    /// <summary>What Excel understands as a first line that names the separator: <c>sep=;</c>.</summary>
    public const string Declaration = "sep=";

    public static char Find(ReadOnlySpan<byte> text, Func<string, bool>? isKnown)
    {
        text = text[Math.Max(0, text.IndexOfAnyExcept(" \r\n"u8))..];
        var sample = Encoding.UTF8.GetString(text[..Math.Min(text.Length, SampleLength)]);
        if (sample.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase) && sample.Length > Declaration.Length
            && sample[Declaration.Length] is ',' or ';' or '\t')
        {
            return sample[Declaration.Length];
        }

        var (best, most) = (',', (Known: 0, Alike: 0, Cells: 1));
        foreach (var separator in ",;\t")
        {
            var count = Count(sample, separator, isKnown);
            if (count.CompareTo(most) > 0)
                (best, most) = (separator, count);
        }
        return best;
    }

    private static (int Known, int Alike, int Cells) Count(string sample, char separator, Func<string, bool>? isKnown)
    {
        var (known, alike, place) = (0, 0, 0);
        var cells = CountRow(sample, ref place, separator, cell =>
        {
            if (isKnown is not null && isKnown(cell))
                known++;
        });
        for (var row = 1; row < SampleRows && cells > 1; row++)
        {
            var width = CountRow(sample, ref place, separator, null);
            // The last row may have been cut.
            if (place >= sample.Length)
                break;
            if (width == cells)
                alike++;
        }
        return (known, alike, cells);
    }

    private static int CountRow(string sample, ref int place, char separator, Action<string>? look)
    {
        var (cells, start, quoted) = (0, place, false);
        for (var i = place; ; i++)
        {
            var letter = i < sample.Length ? sample[i] : '\n';
            if (letter == '"')
                quoted = !quoted;
            var isEnd = i >= sample.Length || (!quoted && letter is '\r' or '\n');
            if (!isEnd && (quoted || letter != separator))
                continue;
            cells++;
            look?.Invoke(sample.AsSpan(start, Math.Min(i, sample.Length) - start).Trim().Trim('"').Trim().ToString());
            start = i + 1;
            if (!isEnd)
                continue;
            place = i + 1;
            while (place < sample.Length && sample[place] is '\r' or '\n')
                place++;
            return cells;
        }
    }
}
