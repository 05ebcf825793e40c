using System.Text;
using System.Text.Unicode;

namespace Guildhall.Cli.Reading;

/// <summary>A file's text as UTF-8, whatever encoding a spreadsheet chose to save it in.</summary>
internal static class TextFile
{
    /// <summary>Above this a file is surely not a day's people; it keeps memory bounded.</summary>
    public const int LargestSize = 256 * 1024 * 1024;

    private static ReadOnlySpan<byte> ZipMark => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> OldExcelMark => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text in UTF-8, without a byte order mark.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryRead(string path, out ArraySegment<byte> text, out string problem)
    {
        text = default;
        if (!TryReadBytes(path, out var bytes, out problem))
            return false;
        problem = WhatItIsInstead(bytes);
        if (problem.Length > 0)
            return false;
        text = ToUtf8(bytes);
        if (text.AsSpan().Contains((byte)0))
        {
            problem = "this is not a text file: in a spreadsheet choose Save As, CSV UTF-8";
            return false;
        }
        if (text.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            problem = "the file is empty";
            return false;
        }
        return true;
    }

    private static bool TryReadBytes(string path, out byte[] bytes, out string problem)
    {
        (bytes, problem) = ([], "");
        try
        {
            if (Directory.Exists(path))
                problem = "this is a folder, not a file";
            else if (new FileInfo(path) is { Exists: true, Length: > LargestSize })
                problem = $"the file is larger than {LargestSize / 1024 / 1024} MB";
            else
                bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = "there is no such file";
        }
        catch (UnauthorizedAccessException)
        {
            problem = "you have no permission to read this file";
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            problem = $"the file cannot be read: {e.Message}";
        }
        return problem.Length == 0;
    }

    private static string WhatItIsInstead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(ZipMark) || bytes.StartsWith(OldExcelMark))
            return "this is an Excel workbook, not a CSV file: in Excel choose Save As, CSV UTF-8";
        return bytes.StartsWith("%PDF-"u8) ? "this is a PDF, not a CSV file: in a spreadsheet choose Save As, CSV UTF-8" : "";
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
