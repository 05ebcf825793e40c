using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Guildhall.Web.Platform.Documents;

/// <summary>The font of PDF files. It comes with the program, because a server may have none, and it is embedded in each file.</summary>
public sealed class PdfFonts : IFontResolver
{
    private const string Family = "Source Sans 3";

    static PdfFonts() => GlobalFontSettings.FontResolver ??= new PdfFonts();

    private PdfFonts()
    {
    }

    public static XFont Regular(double size) => new(Family, size, XFontStyleEx.Regular);

    public static XFont Bold(double size) => new(Family, size, XFontStyleEx.Bold);

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? "bold" : "regular");

    public byte[]? GetFont(string faceName)
    {
        using var file = typeof(PdfFonts).Assembly.GetManifestResourceStream($"fonts/{faceName}.ttf")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
