using System.Globalization;
using System.Text;

namespace Guildhall.Web.Platform.Documents;

/// <summary>A page of A4 to draw on. Lengths are points of 1/72 inch from its top left corner.</summary>
public sealed class PdfPage
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder _steps = new();
    private readonly Dictionary<PdfFont, Dictionary<int, Rune>> _used;

    internal PdfPage(Dictionary<PdfFont, Dictionary<int, Rune>> used) => _used = used;

    internal string Steps => _steps.ToString();

    /// <summary>Draws a line of text.</summary>
    /// <param name="text">What.</param>
    /// <param name="font">In which font.</param>
    /// <param name="size">How large, in points.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="top">The top of its line.</param>
    /// <param name="grey">0 = black, 1 = white.</param>
    public void Text(string text, PdfFont font, double size, double x, double top, double grey = 0)
    {
        if (!_used.TryGetValue(font, out var characters))
            _used.Add(font, characters = []);
        var glyphs = new StringBuilder();
        foreach (var character in text.EnumerateRunes())
        {
            var glyph = font.Glyph(character);
            characters.TryAdd(glyph, character);
            glyphs.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }
        var baseline = Height - top - (font.Ascent * size / 1000);
        Add($"BT /{font.Name} {size:0.##} Tf {grey:0.##} g {x:0.##} {baseline:0.##} Td <{glyphs}> Tj ET");
    }

    public void Line(double fromX, double fromY, double toX, double toY, double grey = 0.5) =>
        Add($"{grey:0.##} G 0.5 w {fromX:0.##} {Height - fromY:0.##} m {toX:0.##} {Height - toY:0.##} l S");

    /// <summary>A rectangle's outline.</summary>
    public void Frame(PdfBox box, double grey = 0.8) =>
        Add($"{grey:0.##} G 0.5 w {box.X:0.##} {Height - box.Y - box.Height:0.##} {box.Width:0.##} {box.Height:0.##} re S");

    /// <summary>A black rectangle.</summary>
    public void Fill(PdfBox box) => Add($"0 g {box.X:0.###} {Height - box.Y - box.Height:0.###} {box.Width:0.###} {box.Height:0.###} re f");

    private void Add(FormattableString step) => _steps.Append(step.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

/// <summary>Part of a page, in points from its top left corner.</summary>
public readonly record struct PdfBox(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}
