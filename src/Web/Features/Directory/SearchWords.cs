namespace Guildhall.Web.Features.Directory;

/// <summary>The words of a search, in lower case; each must occur somewhere.</summary>
public static class SearchWords
{
    private const int Most = 6;

    public static IReadOnlyList<string> Of(string? find) =>
        [.. (find ?? "").ToLowerInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(Most)];
}
