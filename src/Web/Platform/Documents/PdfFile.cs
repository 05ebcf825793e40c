using System.Globalization;
using System.Text;

namespace Guildhall.Web.Platform.Documents;

/// <summary>
/// A PDF file of text, lines and rectangles. The libraries that make them ask their users to take a licence that Guildhall's own does not
/// allow, and this is all that registers and badges need.
/// </summary>
/// <remarks>ISO 32000-1:2008; text is embedded as in 9.7.4 (composite fonts), and can be searched and copied by 9.10.3 (ToUnicode).</remarks>
public sealed class PdfFile(string title)
{
    public const string MediaType = "application/pdf";

    private const int Catalog = 1;
    private const int Pages = 2;
    private const int Info = 3;

    /// <summary>How many objects a font takes.</summary>
    private const int FontParts = 5;

    private readonly List<PdfPage> _pages = [];
    private readonly Dictionary<PdfFont, Dictionary<int, Rune>> _used = [];

    public PdfPage AddPage()
    {
        var page = new PdfPage(_used);
        _pages.Add(page);
        return page;
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        var starts = new List<long>();
        Write(file, "%PDF-1.7\n%âãÏÓ\n");
        var fonts = _used.Keys.ToList();
        var firstPage = Info + 1 + (fonts.Count * FontParts);
        Put("<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>");
        Put($"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, index) => $"{firstPage + (2 * index)} 0 R"))}] >>");
        Put($"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> /Producer (Guildhall) >>");
        foreach (var font in fonts)
            PutFont(font);
        var resources = string.Join(' ', fonts.Select((font, index) => $"/{font.Name} {Info + 1 + (index * FontParts)} 0 R"));
        foreach (var page in _pages)
        {
            Put(Invariant($"<< /Type /Page /Parent {Pages} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources << /Font << {resources} >> >> /Contents {starts.Count + 2} 0 R >>"));
            PutStream("", PdfFont.Pack(Encoding.ASCII.GetBytes(page.Steps)));
        }
        var table = file.Position;
        Write(file, $"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n{string.Concat(starts.Select(start => Invariant($"{start:0000000000} 00000 n \n")))}");
        Write(file, $"trailer\n<< /Size {starts.Count + 1} /Root {Catalog} 0 R /Info {Info} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Put(string body)
        {
            starts.Add(file.Position);
            Write(file, $"{starts.Count} 0 obj\n{body}\nendobj\n");
        }

        void PutStream(string entries, byte[] packed)
        {
            starts.Add(file.Position);
            Write(file, $"{starts.Count} 0 obj\n<< /Filter /FlateDecode /Length {packed.Length}{entries} >>\nstream\n");
            file.Write(packed);
            Write(file, "\nendstream\nendobj\n");
        }

        void PutFont(PdfFont font)
        {
            var number = starts.Count + 1;
            var glyphs = _used[font].OrderBy(pair => pair.Key).ToList();
            Put($"<< /Type /Font /Subtype /Type0 /BaseFont /{font.Name} /Encoding /Identity-H /DescendantFonts [{number + 1} 0 R] /ToUnicode {number + 4} 0 R >>");
            Put($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{font.Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor {number + 2} 0 R /W [{string.Join(' ', glyphs.Select(pair => $"{pair.Key} [{font.Width(pair.Key)}]"))}] >>");
            Put($"<< /Type /FontDescriptor /FontName /{font.Name} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight 660 /StemV 80 /FontFile2 {number + 3} 0 R >>");
            PutStream($" /Length1 {font.Length}", font.Packed);
            PutStream("", PdfFont.Pack(Encoding.ASCII.GetBytes(ToUnicode(glyphs))));
        }
    }

    /// <summary>Which characters the glyphs are, for those who search the file or have it read to them.</summary>
    private static string ToUnicode(IEnumerable<KeyValuePair<int, Rune>> glyphs)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Guildhall def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        // The most that a block may hold.
        foreach (var block in glyphs.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, character) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
