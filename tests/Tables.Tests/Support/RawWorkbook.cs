using System.IO.Compression;
using System.Text;

namespace Guildhall.Tables.Tests.Support;

/// <summary>A workbook written by hand, part by part, to have in it what our own writer never writes.</summary>
internal sealed class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string LinkFiles = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, string State, string Rows)> _sheets = [];

    /// <summary>Number formats of the styles 1, 2 and so on.</summary>
    public string[] Formats { get; init; } = [];

    /// <summary>The strings that cells of type s name by their place, as XML.</summary>
    public string[] Strings { get; init; } = [];

    public bool Is1904 { get; init; }

    public RawWorkbook Sheet(string name, string rows, string state = "visible")
    {
        _sheets.Add((name, state, rows));
        return this;
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(archive, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
                """);
            Add(archive, "_rels/.rels", $"""<Relationships xmlns="{LinkFiles}"><Relationship Id="r" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            var places = Enumerable.Range(1, _sheets.Count).ToList();
            Add(archive, "xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Links}"><workbookPr date1904="{(Is1904 ? 1 : 0)}"/>
                <sheets>{string.Concat(places.Select(i => $"""<sheet name="{_sheets[i - 1].Name}" sheetId="{i}" state="{_sheets[i - 1].State}" r:id="s{i}"/>"""))}</sheets></workbook>
                """);
            Add(archive, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="{LinkFiles}"><Relationship Id="styles" Type="{Links}/styles" Target="styles.xml"/>
                <Relationship Id="strings" Type="{Links}/sharedStrings" Target="sharedStrings.xml"/>
                {string.Concat(places.Select(i => $"""<Relationship Id="s{i}" Type="{Links}/worksheet" Target="worksheets/sheet{i}.xml"/>"""))}</Relationships>
                """);
            Add(archive, "xl/styles.xml", Styles());
            Add(archive, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(Strings.Select(text => $"<si>{text}</si>"))}</sst>");
            foreach (var i in places)
                Add(archive, $"xl/worksheets/sheet{i}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{_sheets[i - 1].Rows}</sheetData></worksheet>""");
        }
        return bytes.ToArray();
    }

    private string Styles()
    {
        var formats = string.Concat(Formats.Select((format, i) => $"""<numFmt numFmtId="{164 + i}" formatCode="{format}"/>"""));
        var cells = string.Concat(Formats.Select((_, i) => $"""<xf numFmtId="{164 + i}" applyNumberFormat="1"/>"""));
        return $"""<styleSheet xmlns="{Main}"><numFmts>{formats}</numFmts><cellXfs><xf numFmtId="0"/>{cells}</cellXfs></styleSheet>""";
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
