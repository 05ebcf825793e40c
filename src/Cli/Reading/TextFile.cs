using Guildhall.Tables;

namespace Guildhall.Cli.Reading;

/// <summary>Reads a CSV file of this machine.</summary>
internal static class TextFile
{
    /// <summary>Above this a file is surely not a day's people; it keeps memory bounded.</summary>
    public const int LargestSize = 256 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text in UTF-8, without a byte order mark.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryRead(string path, out ArraySegment<byte> text, out string problem)
    {
        text = default;
        return TryReadBytes(path, out var bytes, out problem) && CsvText.TryDecode(bytes, out text, out problem);
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
}
