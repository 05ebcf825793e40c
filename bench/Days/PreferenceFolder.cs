namespace Guildhall.Bench.Days;

/// <summary>
/// Where the real preference files are. They are not part of the repository (their terms allow tests and benches, not shipping).
/// </summary>
public static class PreferenceFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "GUILDHALL_PREFERENCES";

    /// <summary>The folder that <see cref="Variable"/> names, else <c>../shared/data/preferences</c> beside the repository.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither is there.</exception>
    public static string Find() => FindOrNull()
        ?? throw new DirectoryNotFoundException($"Set {Variable} to the folder of the preference files (bench/Days/README.md says which).");

    /// <summary>The same, or <see langword="null"/> when the files are not there: for tests that can do without.</summary>
    public static string? FindOrNull()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Guildhall.slnx")))
                continue;
            var beside = Path.Combine(folder.FullName, "..", "shared", "data", "preferences");
            return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
        }
        return null;
    }
}
