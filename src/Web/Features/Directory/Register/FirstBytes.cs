namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Recognises by its first bytes what a file is that is called .csv and is none.</summary>
internal static class FirstBytes
{
    /// <summary>So many bytes tell.</summary>
    public const int Needed = 512;

    private const string Choose = "choose the .csv file as the register's website gives it";

    /// <summary>What is wrong with the file; <see langword="null"/> = it may be a table.</summary>
    /// <param name="bytes">The first <see cref="Needed"/> bytes, or the whole file if it is shorter.</param>
    public static string? Problem(ReadOnlySpan<byte> bytes)
    {
        var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return $"the file is empty: {Choose}";
        if (IsZip(bytes) && !IsOffice(bytes))
            return "this is a zip folder, not a CSV file: open it and choose the .csv file inside";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return "this is a compressed file, not a CSV file: unpack it and choose the .csv file inside";
        if (Name(bytes) is { } name)
            return $"this is {name}, not a CSV file: {Choose}";
        return !isUtf16 && bytes.Contains((byte)0) ? $"this is not a text file: {Choose}" : null;
    }

    private static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    private static string? Name(ReadOnlySpan<byte> bytes)
    {
        if (IsZip(bytes) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "an Excel workbook or another Office document";
        if (bytes.StartsWith("%PDF-"u8))
            return "a PDF";
        if (IsPicture(bytes))
            return "a picture";
        var text = bytes.TrimStart(" \t\r\n"u8);
        return text.StartsWith("<!"u8) || text.StartsWith("<html"u8) || text.StartsWith("<HTML"u8) || text.StartsWith("<?xml"u8) ? "a web page" : null;
    }

    // The name of the first file inside follows the zip's mark.
    private static bool IsOffice(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("[Content_Types]"u8) >= 0 || bytes.IndexOf("_rels/"u8) >= 0 || bytes.IndexOf("docProps/"u8) >= 0 || bytes.IndexOf("xl/"u8) >= 0;

    // JPEG, PNG, GIF, TIFF, WebP, and what phones make (HEIC, AVIF).
    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
        || bytes.StartsWith("GIF8"u8)
        || bytes.StartsWith("II*\0"u8)
        || bytes.StartsWith("MM\0*"u8)
        || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8))
        || (bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8));
}
