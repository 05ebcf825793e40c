using System.Globalization;

namespace Guildhall.Browser.Tests.Support;

/// <summary>
/// In the demos it is between twelve and one o'clock, at whatever hour the tests run: then the day that is today has a session behind it,
/// one that runs and one to come. The program reads the clock of the United Kingdom from a table of the system; here it finds one that fits.
/// </summary>
internal static class Noon
{
    private const string Tables = "/usr/share/zoneinfo";

    private static readonly Lazy<string> Folder = new(Make);

    /// <summary>What a program is started with, for which it is to be so.</summary>
    public static IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal) { ["TZDIR"] = Folder.Value };

    public static void End()
    {
        if (Folder.IsValueCreated)
            Directory.Delete(Folder.Value, recursive: true);
    }

    private static string Make()
    {
        var later = 12 - TimeProvider.System.GetUtcNow().Hour;
        var folder = Directory.CreateTempSubdirectory("guildhall-noon-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "Europe"));
        // These tables are named by how far Greenwich is ahead of them.
        File.Copy(Path.Combine(Tables, "Etc", $"GMT{(-later).ToString("+0;-0", CultureInfo.InvariantCulture)}"), Path.Combine(folder, "Europe", "London"));
        return folder;
    }
}
