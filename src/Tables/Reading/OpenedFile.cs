using System.IO.Compression;

namespace Guildhall.Tables.Reading;

/// <summary>A file of which it is known what it is, and which part of it is to be read.</summary>
/// <param name="Rows">Its rows; <see langword="null"/> = the findings say why there are none.</param>
internal sealed record OpenedFile(RowSource? Rows)
{
    private const string SaveAs = "save the table as .xlsx or CSV";

    public string Sheet { get; private init; } = "";

    public List<string> Sheets { get; private init; } = [];

    public List<TableFinding> Findings { get; private init; } = [];

    public static OpenedFile Open(Stream file, string fileName, TableLimits limits, string? sheet, CancellationToken stop)
    {
        if (ReadBytes(file, limits.FileSize, stop) is not { } bytes)
            return Failed($"'{fileName}' is larger than {limits.FileSize / 1024 / 1024} MB");
        if (FileMark.IsZip(bytes))
            return WorkbookFile.ProblemOf(bytes, limits) is { } problem ? Failed(Named(fileName, problem)) : OpenWorkbook(bytes, limits, sheet, stop);
        if (FileMark.IsCompound(bytes))
            return Failed(Named(fileName, OfCompound(bytes)));
        if (FileMark.NameOf(bytes) is { } name)
            return Failed(Named(fileName, $"this is {name}, not a table: {SaveAs}"));
        return CsvText.TryDecodeText(bytes, out var text, out var textProblem)
            ? new OpenedFile(new CsvSource(text, limits))
            : Failed(Named(fileName, textProblem));
    }

    private static string OfCompound(byte[] bytes)
    {
        var name = FileMark.NameOfCompound(bytes);
        return name == FileMark.Encrypted
            ? $"this is {name}: take the password away (in Excel: File, Info, Protect Workbook) and save it as .xlsx or CSV"
            : $"this is {name}: open it and save it as .xlsx or CSV";
    }

    private static OpenedFile OpenWorkbook(byte[] bytes, TableLimits limits, string? wanted, CancellationToken stop)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var all = WorkbookIndex.Read(archive);
            var names = all.Where(sheet => sheet.IsTable && !sheet.IsHidden).Select(sheet => sheet.Name).ToList();
            if (Choose(all, wanted, names, out var place) is { } problem)
                return Failed(problem) with { Sheets = names };
            var faults = new FormulaFaults(archive, all[place].Part, limits.Errors, stop);
            var rows = new WorkbookSource(bytes, all[place].Name, faults, stop);
            return new OpenedFile(rows) { Sheet = all[place].Name, Sheets = names, Findings = Notes(all, place) };
        }
        // The library promises nothing about what it throws on a damaged workbook.
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return Failed(WorkbookFile.DamageNote);
        }
    }

    private static string? Choose(List<SheetEntry> all, string? wanted, List<string> names, out int place)
    {
        place = wanted is null
            ? all.FindIndex(sheet => sheet.IsTable && !sheet.IsHidden)
            : all.FindIndex(sheet => string.Equals(sheet.Name, wanted, StringComparison.OrdinalIgnoreCase));
        if (wanted is null)
            return place < 0 ? "every sheet of the workbook is hidden: show the one that is to be read" : null;
        if (place < 0)
            return $"there is no sheet '{wanted}'; these are there: '{string.Join("', '", names)}'";
        if (!all[place].IsTable)
            return $"the sheet '{wanted}' is a chart and has no cells";
        return all[place].IsHidden ? $"the sheet '{wanted}' is hidden: show it in Excel and save the workbook" : null;
    }

    private static List<TableFinding> Notes(List<SheetEntry> all, int place)
    {
        var notes = new List<TableFinding>();
        for (var i = 0; i < all.Count; i++)
        {
            if (i != place)
                notes.Add(new TableFinding($"the sheet '{all[i].Name}' {(all[i].IsHidden ? "is hidden and " : "")}was not read") { IsError = false });
        }
        return notes;
    }

    private static byte[]? ReadBytes(Stream file, int largest, CancellationToken stop)
    {
        // A stream that knows its length is read into place; of others no more than one byte too many is taken.
        using var bytes = new MemoryStream(file.CanSeek ? (int)Math.Clamp(file.Length - file.Position, 0, largest) : 0);
        var buffer = new byte[81_920];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            stop.ThrowIfCancellationRequested();
            if (bytes.Length + read > largest)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.TryGetBuffer(out var whole) && whole.Array!.Length == whole.Count ? whole.Array : bytes.ToArray();
    }

    private static string Named(string fileName, string problem) => fileName.Length > 0 ? $"'{fileName}': {problem}" : problem;

    private static OpenedFile Failed(string problem) => new((RowSource?)null) { Findings = [new TableFinding(problem)] };
}
