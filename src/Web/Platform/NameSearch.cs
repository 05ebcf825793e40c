namespace Guildhall.Web.Platform;

/// <summary>
/// Looking for part of a name, whatever the engine: <c>EF.Functions.Like(row.Name.ToLower(), pattern, NameSearch.Escape)</c>.
/// </summary>
public static class NameSearch
{
    public const string Escape = "\\";

    /// <summary>The pattern for LIKE, in lower case; what the person typed stands for itself. Null when they typed nothing.</summary>
    public static string? Pattern(string? asked) => string.IsNullOrWhiteSpace(asked)
        ? null
        : $"%{asked.Trim().ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
