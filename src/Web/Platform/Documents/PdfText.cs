using System.Text;

namespace Guildhall.Web.Platform.Documents;

/// <summary>Text that stays within its width.</summary>
public static class PdfText
{
    private const string Cut = "…";
    private const double LineHeight = 1.25;

    /// <summary>Draws a line, made smaller and in the end cut off so that it fits.</summary>
    /// <param name="page">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="font">In which font.</param>
    /// <param name="at">Where it stands: left, top, and how wide it may be.</param>
    /// <param name="largest">The size that it has if it fits, in points.</param>
    /// <param name="smallest">The size below which it is cut off rather than made smaller.</param>
    /// <param name="align">Where in its width.</param>
    /// <param name="grey">0 = black, 1 = white.</param>
    /// <returns>The height that it took.</returns>
    public static double Line(
        PdfPage page, string text, PdfFont font, (double X, double Y, double Width) at, double largest, double smallest, Align align = Align.Left, double grey = 0)
    {
        var size = Fit(text, font, at.Width, largest, smallest);
        var shown = Shorten(text, font, size, at.Width);
        var left = align switch
        {
            Align.Centre => (at.Width - font.Measure(shown, size)) / 2,
            Align.Right => at.Width - font.Measure(shown, size),
            _ => 0,
        };
        page.Text(shown, font, size, at.X + left, at.Y, grey);
        return size * LineHeight;
    }

    /// <summary>The largest size, down to a smallest, in which a line fits.</summary>
    public static double Fit(string text, PdfFont font, double width, double largest, double smallest)
    {
        var wide = font.Measure(text, largest);
        return wide <= width ? largest : Math.Max(smallest, largest * width / wide);
    }

    /// <summary>The line, or as much of it as fits.</summary>
    public static string Shorten(string text, PdfFont font, double size, double width)
    {
        // What was made smaller to fit is as wide as it may be, but for rounding.
        if (font.Measure(text, size) <= width + 0.01)
            return text;
        var shown = new StringBuilder();
        var left = width - font.Measure(Cut, size);
        foreach (var character in text.EnumerateRunes())
        {
            left -= font.Width(font.Glyph(character)) * size / 1000;
            if (left < 0)
                break;
            shown.Append(character);
        }
        return shown.ToString().TrimEnd() + Cut;
    }

    /// <summary>Words in lines that fit; the last of the lines that there may be is cut off.</summary>
    public static IReadOnlyList<string> Wrap(string text, PdfFont font, double size, double width, int mostLines)
    {
        var lines = new List<string>();
        var left = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        while (left.Length > 0)
        {
            var take = lines.Count == mostLines - 1 ? left.Length : Enumerable.Range(1, left.Length).Last(words => words == 1 || font.Measure(string.Join(' ', left[..words]), size) <= width);
            lines.Add(Shorten(string.Join(' ', left[..take]), font, size, width));
            left = left[take..];
        }
        return lines;
    }

    public enum Align
    {
        Left,
        Centre,
        Right,
    }
}
