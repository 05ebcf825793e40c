using PdfSharp.Drawing;

namespace Guildhall.Web.Platform.Documents;

/// <summary>Text that stays within its width.</summary>
public static class PdfText
{
    private const string Cut = "…";

    /// <summary>The largest font, down to a smallest size, in which a line fits.</summary>
    public static XFont Fit(XGraphics page, string text, Func<double, XFont> font, double width, double largest, double smallest)
    {
        var size = largest;
        // The width is in proportion to the size, so one measure says how much smaller it must be.
        var wide = page.MeasureString(text, font(largest)).Width;
        if (wide > width)
            size = Math.Max(smallest, Math.Floor(largest * width / wide * 4) / 4);
        return font(size);
    }

    /// <summary>The line, or as much of it as fits.</summary>
    public static string Shorten(XGraphics page, string text, XFont font, double width)
    {
        if (page.MeasureString(text, font).Width <= width)
            return text;
        var (fits, tooLong) = (0, text.Length);
        while (fits + 1 < tooLong)
        {
            var middle = (fits + tooLong) / 2;
            if (page.MeasureString(text[..middle] + Cut, font).Width <= width)
                fits = middle;
            else
                tooLong = middle;
        }
        // Half of a character that takes two is none.
        return text[..(fits > 0 && char.IsHighSurrogate(text[fits - 1]) ? fits - 1 : fits)].TrimEnd() + Cut;
    }

    /// <summary>Draws a line, made smaller and in the end cut off so that it fits.</summary>
    /// <param name="page">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="font">Regular or bold.</param>
    /// <param name="at">Its box; the line stands at its top.</param>
    /// <param name="largest">The size that it has if it fits.</param>
    /// <param name="smallest">The size below which it is cut off rather than made smaller.</param>
    /// <param name="brush">Its colour; null = black.</param>
    /// <param name="format">Where in the box; null = at its left.</param>
    /// <returns>The height that it took.</returns>
    public static double Line(
        XGraphics page, string text, Func<double, XFont> font, XRect at, double largest, double smallest, XBrush? brush = null, XStringFormat? format = null)
    {
        var fitted = Fit(page, text, font, at.Width, largest, smallest);
        var height = fitted.GetHeight();
        page.DrawString(Shorten(page, text, fitted, at.Width), fitted, brush ?? XBrushes.Black, new XRect(at.X, at.Y, at.Width, height), format ?? XStringFormats.TopLeft);
        return height;
    }

    /// <summary>Words in lines that fit; the last of the lines that there may be is cut off.</summary>
    public static IReadOnlyList<string> Wrap(XGraphics page, string text, XFont font, double width, int mostLines)
    {
        var lines = new List<string>();
        var left = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (left.Count > 0 && lines.Count < mostLines)
        {
            var take = left.Count;
            while (take > 1 && page.MeasureString(string.Join(' ', left.Take(take)), font).Width > width)
                take--;
            if (lines.Count == mostLines - 1)
                take = left.Count;
            lines.Add(Shorten(page, string.Join(' ', left.Take(take)), font, width));
            left.RemoveRange(0, take);
        }
        return lines;
    }
}
