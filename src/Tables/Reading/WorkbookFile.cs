using System.IO.Compression;

namespace Guildhall.Tables.Reading;

/// <summary>Looks into a ZIP archive before any of it is unpacked: is it a workbook, and how large will it be?</summary>
internal static class WorkbookFile
{
    private const int MostParts = 10_000;

    /// <summary>Why the archive cannot be read as a workbook, as a sentence without a full stop; <see langword="null"/> = it can.</summary>
    public static string? ProblemOf(byte[] bytes, TableLimits limits)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostParts || UnpackedSize(archive) > limits.UnpackedSize)
                return $"the workbook is too large: unpacked it has more than {limits.UnpackedSize / 1024 / 1024} MB";
            return WhatItIsInstead(archive) is { } name ? $"this is {name}: save the table as .xlsx or CSV" : null;
        }
        catch (InvalidDataException)
        {
            return DamageNote;
        }
    }

    public const string DamageNote = "the workbook is damaged: open it in Excel, save it again and choose the new file";

    // The reader never unpacks more of a part than its declared length, so that a lying length gains nothing.
    private static long UnpackedSize(ZipArchive archive)
    {
        var size = 0L;
        foreach (var entry in archive.Entries)
            size += Math.Clamp(entry.Length, 0, int.MaxValue);
        return size;
    }

    private static string? WhatItIsInstead(ZipArchive archive)
    {
        var names = archive.Entries.Select(entry => entry.FullName.Replace('\\', '/').TrimStart('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("xl/workbook.bin"))
            return "a binary workbook (.xlsb)";
        if (names.Contains("[Content_Types].xml") && names.Any(name => Starts(name, "xl/")))
            return null;
        if (names.Any(name => Starts(name, "word/")))
            return "a Word document";
        if (names.Any(name => Starts(name, "ppt/")))
            return "a PowerPoint presentation";
        if (names.Contains("mimetype") && names.Contains("content.xml"))
            return "an OpenDocument file (.ods or like it)";
        return names.Any(name => name.EndsWith(".numbers", StringComparison.OrdinalIgnoreCase) || Starts(name, "Index/"))
            ? "a Numbers spreadsheet"
            : "a ZIP archive, not a table";
    }

    private static bool Starts(string name, string folder) => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase);
}
