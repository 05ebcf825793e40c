using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Guildhall.Web.Platform.Documents;

namespace Guildhall.Web.Tests.Features.TrainingDays.Attending;

/// <summary>
/// Reads a PDF file back as a viewer does, from its table of objects: its pages, and each piece of text that was drawn, by the map from what
/// is drawn to characters.
/// </summary>
internal static partial class PdfWords
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(byte[] bytes) =>
        [.. Draw(bytes).Select(page => page.Select(piece => piece.Text).ToList())];

    /// <summary>How wide the widest piece is, in points.</summary>
    public static double Widest(byte[] bytes) => Draw(bytes).SelectMany(page => page).Max(piece => (piece.Font.Contains("Bold", StringComparison.Ordinal) ? PdfFont.Bold : PdfFont.Regular).Measure(piece.Text, piece.Size));

    private static List<List<(string Text, string Font, double Size)>> Draw(byte[] bytes)
    {
        var file = new Objects(bytes);
        var pages = Number(Kids().Match(file.Body(Number(PagesOf().Match(file.Body(file.Root)), "pages"))), "count");
        var all = Enumerable.Range(1, file.Count).Where(number => file.Body(number).Contains("/Type /Page ", StringComparison.Ordinal)).ToList();
        all.Count.ShouldBe(pages);
        return all.ConvertAll(number =>
        {
            var page = file.Body(number);
            var maps = FontOf().Matches(page).ToDictionary(font => font.Groups["name"].Value, font => Characters(file, Number(font, "number")), StringComparer.Ordinal);
            return Drawn().Matches(file.Stream(Number(ContentOf().Match(page), "number")))
                .Select(piece => (string.Concat(piece.Groups["glyphs"].Value.Chunk(4).Select(glyph => maps[piece.Groups["font"].Value][new string(glyph)])),
                    piece.Groups["font"].Value, double.Parse(piece.Groups["size"].Value, CultureInfo.InvariantCulture))).ToList();
        });
    }

    private static Dictionary<string, string> Characters(Objects file, int font) =>
        MapOf().Matches(file.Stream(Number(ToUnicodeOf().Match(file.Body(font)), "number")))
            .ToDictionary(row => row.Groups["glyph"].Value, row => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(row.Groups["text"].Value)), StringComparer.Ordinal);

    private static int Number(Match match, string part)
    {
        match.Success.ShouldBeTrue();
        return int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"/Pages (?<pages>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PagesOf();

    [GeneratedRegex(@"/Count (?<count>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kids();

    [GeneratedRegex(@"/(?<name>SourceSans3-\w+) (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontOf();

    [GeneratedRegex(@"/Contents (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContentOf();

    [GeneratedRegex(@"/ToUnicode (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToUnicodeOf();

    [GeneratedRegex(@"^<(?<glyph>[0-9A-F]{4})> <(?<text>[0-9A-F]+)>$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex MapOf();

    [GeneratedRegex(@"BT /(?<font>\S+) (?<size>\S+) Tf .*? <(?<glyphs>[0-9A-F]*)> Tj ET", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Drawn();

    /// <summary>The objects of a file, found by its table.</summary>
    private sealed partial class Objects
    {
        private readonly byte[] _bytes;
        private readonly string _text;
        private readonly int[] _starts;

        public Objects(byte[] bytes)
        {
            _bytes = bytes;
            _text = Encoding.Latin1.GetString(bytes);
            _text.ShouldStartWith("%PDF-1.7");
            _text.ShouldEndWith("%%EOF\n");
            var table = int.Parse(_text[(_text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0], CultureInfo.InvariantCulture);
            _text[table..(table + 5)].ShouldBe("xref\n");
            _starts = [.. Start().Matches(_text[table..]).Select(row => int.Parse(row.Groups["start"].Value, CultureInfo.InvariantCulture))];
            Root = Number(RootOf().Match(_text[table..]), "number");
        }

        public int Root { get; }

        public int Count => _starts.Length;

        public string Body(int number)
        {
            var start = _starts[number - 1];
            _text[start..].ShouldStartWith($"{number} 0 obj\n");
            return _text[start.._text.IndexOf("endobj", start, StringComparison.Ordinal)];
        }

        public string Stream(int number)
        {
            var start = _starts[number - 1];
            var length = Number(LengthOf().Match(_text, start), "length");
            var begin = _text.IndexOf("stream\n", start, StringComparison.Ordinal) + 7;
            _text[(begin + length)..].ShouldStartWith("\nendstream");
            using var zip = new ZLibStream(new MemoryStream(_bytes, begin, length), CompressionMode.Decompress);
            using var reader = new StreamReader(zip, Encoding.Latin1);
            return reader.ReadToEnd();
        }

        [GeneratedRegex(@"^(?<start>\d{10}) 00000 n ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
        private static partial Regex Start();

        [GeneratedRegex(@"/Root (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex RootOf();

        [GeneratedRegex(@"/Length (?<length>\d+)", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex LengthOf();
    }
}
