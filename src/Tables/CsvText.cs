using System.Text;
using System.Text.Unicode;
using Guildhall.Tables.Reading;

namespace Guildhall.Tables;

/// <summary>The text of a CSV file as UTF-8, whatever encoding a spreadsheet chose to save it in.</summary>
public static class CsvText
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Reads UTF-8 with or without byte order mark, UTF-16 with its mark, and everything else as Windows-1252. Needs up to three times the
    /// file's size in memory, and none but the file's when it is UTF-8.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="text">The text in UTF-8, without a byte order mark; it may be a part of <paramref name="bytes"/>.</param>
    /// <param name="problem">Why there is none, as a sentence without a full stop: it is something else than text, or empty.</param>
    public static bool TryDecode(byte[] bytes, out ArraySegment<byte> text, out string problem)
    {
        text = default;
        if (FileMark.IsZip(bytes) || FileMark.IsCompound(bytes))
        {
            problem = "this is an Excel workbook, not a CSV file: in Excel choose Save As, CSV UTF-8";
            return false;
        }
        if (FileMark.NameOf(bytes) is { } name)
        {
            problem = $"this is {name}, not a CSV file: in a spreadsheet choose Save As, CSV UTF-8";
            return false;
        }
        return TryDecodeText(bytes, out text, out problem);
    }

    /// <summary>As <see cref="TryDecode"/>, for bytes that are known to be none of the other kinds of file.</summary>
    internal static bool TryDecodeText(byte[] bytes, out ArraySegment<byte> text, out string problem)
    {
        text = ToUtf8(bytes);
        problem = "";
        if (text.AsSpan().Contains((byte)0))
            problem = "this is not a text file: in a spreadsheet choose Save As, CSV UTF-8";
        else if (text.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
            problem = "the file is empty";
        return problem.Length == 0;
    }

    private static ArraySegment<byte> ToUtf8(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Utf8Mark) && Utf8.IsValid(bytes))
            return new ArraySegment<byte>(bytes)[Utf8Mark.Length..];
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, bytes, 2, bytes.Length - 2);
        if (Utf8.IsValid(bytes))
            return bytes;
        // What Excel on Windows calls "CSV" without more.
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        return Encoding.Convert(windows, Encoding.UTF8, bytes);
    }
}
