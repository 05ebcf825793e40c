using System.Globalization;

namespace Guildhall.Browser.Tests.Support;

/// <summary>
/// In the demos it is between twelve and one o'clock, at whatever hour the tests run: then the day that is today has a session behind it,
/// one that runs and one to come. The program reads the clock of the United Kingdom from a table of the system; here it finds one that fits.
/// </summary>
internal static class Noon
{
    private const string Tables = "/usr/share/zoneinfo";

    private static string? _folder;

    /// <summary>Begins it for all programs that are started from now on.</summary>
    public static void Begin()
    {
        var later = 12 - TimeProvider.System.GetUtcNow().Hour;
        _folder = Directory.CreateTempSubdirectory("guildhall-noon-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "Europe"));
        // These tables are named by how far Greenwich is ahead of them.
        File.Copy(Path.Combine(Tables, "Etc", $"GMT{(-later).ToString("+0;-0", CultureInfo.InvariantCulture)}"), Path.Combine(_folder, "Europe", "London"));
        Environment.SetEnvironmentVariable("TZDIR", _folder);
    }

    public static void End()
    {
        Environment.SetEnvironmentVariable("TZDIR", null);
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
