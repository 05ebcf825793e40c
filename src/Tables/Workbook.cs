using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Guildhall.Tables.Writing;

namespace Guildhall.Tables;

/// <summary>Writes Excel workbooks (.xlsx).</summary>
public static class Workbook
{
    /// <summary>What a browser is told that the file is.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>
    /// Writes a workbook of one or more sheets: a bold header that stays in sight, columns as wide as what is in them, text as text (nothing
    /// is run as a formula, leading zeros stay), numbers as numbers, dates as dates. Names of sheets are cut, cleaned and told apart by
    /// Excel's rules. Space around a cell's text and control characters in it are left out; line breaks become LF. Row by row: memory for
    /// the first 200 rows of a sheet, whatever their number.
    /// </summary>
    /// <param name="file">Where to write. It is written to without waiting; do not pass a web response's body. It stays open.</param>
    /// <param name="sheets">The sheets, in order.</param>
    /// <param name="stop">Stops between two rows.</param>
    /// <exception cref="ArgumentException">
    /// There is no sheet, a sheet has no column, a row is longer than its header, or a limit of Excel is passed: 1,048,576 rows with the
    /// header, 16,384 columns, 32,767 letters in a cell. What was written so far is no workbook.
    /// </exception>
    public static void Write(Stream file, IReadOnlyList<Sheet> sheets, CancellationToken stop = default)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("a workbook needs at least one sheet", nameof(sheets));
        foreach (var sheet in sheets)
            sheet.CheckHeader();
        var names = FittingSheetNames.Fit(sheets.Select(sheet => sheet.Name));
        // A package that is only written holds nothing in memory; the SDK's own documents are always read as well, and hold every part.
        using var package = Package.Open(file, FileMode.Create, FileAccess.Write);
        var list = new Sheets();
        var parts = new List<(string Id, PackagePart Part)>();
        for (var i = 0; i < sheets.Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"sheet{i + 1}");
            parts.Add((id, Write(package, $"/xl/worksheets/{id}.xml", "worksheet", xml => new SheetWriter(xml, sheets[i], stop).Write())));
            list.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = names[i], SheetId = (uint)i + 1, Id = id });
        }
        var styles = Write(package, "/xl/styles.xml", "styles", xml => xml.WriteElement(WorkbookStyles.Make()));
        var workbook = Write(package, "/xl/workbook.xml", "sheet.main", xml => xml.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Workbook(list)));
        foreach (var (id, part) in parts)
            workbook.CreateRelationship(part.Uri, TargetMode.Internal, Links + "worksheet", id);
        workbook.CreateRelationship(styles.Uri, TargetMode.Internal, Links + "styles");
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Links + "officeDocument");
    }

    // A part is written as it is made: in a package that is only written, the next one closes it.
    private static PackagePart Write(Package package, string name, string kind, Action<OpenXmlWriter> write)
    {
        var part = package.CreatePart(
            new Uri(name, UriKind.Relative), $"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml", CompressionOption.Normal);
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var xml = OpenXmlWriter.Create(stream);
        write(xml);
        return part;
    }
}
