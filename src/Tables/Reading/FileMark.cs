using System.Text;

namespace Guildhall.Tables.Reading;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
internal static class FileMark
{
    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([.. "%PDF-"u8], "a PDF"),
        ([0xFF, 0xD8, 0xFF], "a photo"),
        ([0x89, .. "PNG\r\n"u8], "a picture"),
        ([.. "GIF87a"u8], "a picture"),
        ([.. "GIF89a"u8], "a picture"),
        ([.. "II*\0"u8], "a picture"),
        ([.. "MM\0*"u8], "a picture"),
        ([.. "{\\rtf"u8], "a text document (RTF)"),
        ([.. "Rar!\u001A"u8], "an archive (RAR)"),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "an archive (7z)"),
        ([0x1F, 0x8B], "an archive (gzip)"),
    ];

    private static readonly string[] WebPageStarts = ["<!doctype html", "<html", "<head", "<table", "<meta"];

    /// <summary>The name of a workbook that only opens with its password.</summary>
    public const string Encrypted = "a workbook with a password";

    /// <summary>Whether it is a ZIP archive, which .xlsx workbooks are as well.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <summary>Whether it is in the format of Office up to 2003, in which workbooks with a password are wrapped still.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>What a file in the format of Office up to 2003 is. Its directory names its parts in UTF-16.</summary>
    public static string NameOfCompound(ReadOnlySpan<byte> bytes)
    {
        if (Has(bytes, "EncryptedPackage"))
            return Encrypted;
        if (Has(bytes, "WordDocument"))
            return "a Word document";
        if (Has(bytes, "PowerPoint Document"))
            return "a PowerPoint presentation";
        return Has(bytes, "Workbook") || Has(bytes, "Book") ? "a workbook of the old kind (.xls)" : "a document of an old kind";
    }

    /// <summary>What it is when that is neither text nor a workbook; <see langword="null"/> = the first bytes do not tell.</summary>
    public static string? NameOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, name) in Marks)
        {
            if (bytes.StartsWith(mark))
                return name;
        }
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
            return "a picture";
        // ISO base media: what comes after "ftyp" says whether it is a telephone's photo (HEIC, AVIF) or a film.
        if (bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8))
            return bytes[8..].StartsWith("hei"u8) || bytes[8..].StartsWith("mif1"u8) || bytes[8..].StartsWith("avif"u8) ? "a photo" : "a film";
        return IsWebPage(bytes) ? "a web page" : null;
    }

    // Some programs save a web page and call it .xls; and a page that asks to sign in is easily saved in a file's place.
    private static bool IsWebPage(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return Array.Exists(WebPageStarts, page => start.StartsWith(page, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Has(ReadOnlySpan<byte> bytes, string part) => bytes.IndexOf(Encoding.Unicode.GetBytes(part)) >= 0;
}
