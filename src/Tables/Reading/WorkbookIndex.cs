using System.IO.Compression;
using System.Xml;

namespace Guildhall.Tables.Reading;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHidden">Whether nobody sees it who opens the workbook.</param>
/// <param name="IsTable">Whether it has cells; sheets of a chart alone have none.</param>
/// <param name="Part">The name of the archive's part that holds it.</param>
internal sealed record SheetEntry(string Name, bool IsHidden, bool IsTable, string Part);

/// <summary>The workbook's own list of its sheets, in their order (ECMA-376, 18.2.20), which costs no look into any of them.</summary>
internal static class WorkbookIndex
{
    public static List<SheetEntry> Read(ZipArchive archive)
    {
        var main = Links(archive, "_rels/.rels").Values.First(link => link.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;
        var part = PartOf("", main);
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var links = Links(archive, $"{folder}_rels/{part[folder.Length..]}.rels");
        var sheets = new List<SheetEntry>();
        using var xml = Open(archive, part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "sheet")
                continue;
            var (name, state, id) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("state"), LinkOf(xml));
            var link = links.GetValueOrDefault(id);
            var isTable = link.Type is not null && link.Type.EndsWith("/worksheet", StringComparison.Ordinal);
            sheets.Add(new SheetEntry(name, state is not (null or "visible"), isTable, PartOf(folder, link.Target ?? "")));
        }
        return sheets;
    }

    /// <summary>A part as XML; without a document type, so that it can neither name other files nor blow itself up.</summary>
    public static XmlReader Open(ZipArchive archive, string part)
    {
        var entry = archive.Entries.FirstOrDefault(entry => Same(entry.FullName, part)) ?? throw new InvalidDataException($"no part '{part}'");
        return XmlReader.Create(entry.Open(), new XmlReaderSettings { CloseInput = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
    }

    private static Dictionary<string, (string Type, string Target)> Links(ZipArchive archive, string part)
    {
        var links = new Dictionary<string, (string Type, string Target)>(StringComparer.Ordinal);
        using var xml = Open(archive, part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship")
                links[xml.GetAttribute("Id") ?? ""] = (xml.GetAttribute("Type") ?? "", xml.GetAttribute("Target") ?? "");
        }
        return links;
    }

    // The attribute r:id; its namespace is another one in strict files.
    private static string LinkOf(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id")
                id = xml.Value;
        }
        xml.MoveToElement();
        return id;
    }

    private static string PartOf(string folder, string target) => target.StartsWith('/') ? target[1..] : folder + target;

    private static bool Same(string entry, string part) =>
        string.Equals(entry.Replace('\\', '/').TrimStart('/'), part, StringComparison.OrdinalIgnoreCase);
}
