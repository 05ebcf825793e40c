using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Guildhall.Web.Platform.Documents;

/// <summary>
/// A TrueType font for PDF files. It comes with the program, because a server may have none, and it is embedded in each file.
/// </summary>
/// <remarks>The tables are those of https://learn.microsoft.com/typography/opentype/spec/otff.</remarks>
public sealed class PdfFont
{
    private const int CharacterSegments = 4;

    private readonly byte[] _file;
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly int[] _widths;
    private readonly double _unit;

    private PdfFont(string name, string resource)
    {
        Name = name;
        using var stream = typeof(PdfFont).Assembly.GetManifestResourceStream(resource)!;
        _file = new byte[stream.Length];
        stream.ReadExactly(_file);
        for (var table = 0; table < Unsigned(4); table++)
            _tables[Encoding.ASCII.GetString(_file, 12 + (16 * table), 4)] = BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(12 + (16 * table) + 8));
        var (head, hhea) = (_tables["head"], _tables["hhea"]);
        _unit = 1000.0 / Unsigned(head + 18);
        Box = [.. Enumerable.Range(0, 4).Select(side => Scaled(Signed(head + 36 + (2 * side))))];
        Ascent = Scaled(Signed(hhea + 4));
        Descent = Scaled(Signed(hhea + 6));
        _widths = [.. Enumerable.Range(0, Unsigned(hhea + 34)).Select(glyph => Scaled(Unsigned(_tables["hmtx"] + (4 * glyph))))];
        ReadCharacters();
        Packed = Pack(_file);
    }

    public static PdfFont Regular { get; } = new("SourceSans3-Regular", "fonts/regular.ttf");

    public static PdfFont Bold { get; } = new("SourceSans3-Bold", "fonts/bold.ttf");

    public string Name { get; }

    /// <summary>Around all characters, in thousandths of the size: left, bottom, right, top.</summary>
    public IReadOnlyList<int> Box { get; }

    /// <summary>Above the line, in thousandths of the size.</summary>
    public int Ascent { get; }

    /// <summary>Below the line, in thousandths of the size; negative.</summary>
    public int Descent { get; }

    /// <summary>The font's file as a compressed stream, and how long it is without.</summary>
    public byte[] Packed { get; }

    public int Length => _file.Length;

    /// <summary>What is drawn for a character; 0 is the box for one that the font has not.</summary>
    public int Glyph(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    /// <summary>In thousandths of the size.</summary>
    public int Width(int glyph) => _widths[Math.Min(glyph, _widths.Length - 1)];

    /// <summary>How wide a line is at a size, in points.</summary>
    public double Measure(string text, double size) => text.EnumerateRunes().Sum(character => Width(Glyph(character))) * size / 1000;

    internal static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal))
            zip.Write(content);
        return packed.ToArray();
    }

    /// <summary>The table of characters in segments, which holds all that are not beyond U+FFFF.</summary>
    private void ReadCharacters()
    {
        var cmap = _tables["cmap"];
        var at = Enumerable.Range(0, Unsigned(cmap + 2))
            .Select(entry => cmap + BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(cmap + 4 + (8 * entry) + 4)))
            .First(table => Unsigned(table) == CharacterSegments);
        var twice = Unsigned(at + 6);
        for (var segment = 0; segment < twice; segment += 2)
        {
            var end = Unsigned(at + 14 + segment);
            var start = Unsigned(at + 16 + twice + segment);
            var shift = Unsigned(at + 16 + (2 * twice) + segment);
            var slot = at + 16 + (3 * twice) + segment;
            var offset = Unsigned(slot);
            for (var character = start; character <= end && character < 0xFFFF; character++)
            {
                var listed = offset == 0 ? character : Unsigned(slot + offset + (2 * (character - start)));
                var glyph = offset != 0 && listed == 0 ? 0 : (listed + shift) & 0xFFFF;
                if (glyph != 0)
                    _glyphs[character] = glyph;
            }
        }
    }

    private int Scaled(int units) => (int)Math.Round(units * _unit);

    private int Unsigned(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private int Signed(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));
}
