namespace Guildhall.Browser.Tests.Support;

/// <summary>Names of the demo's people, who are those of examples/day.</summary>
internal static class DemoNames
{
    private static readonly HashSet<string> Single =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "examples", "day", "people.csv")).Skip(1).Select(line => line.Split(',')[1])
            .CountBy(name => name, StringComparer.Ordinal).Where(name => name.Value == 1).Select(name => name.Key),
    ];

    /// <summary>The first of the names on a page by which one can sign in: those that two people have lead to the wrong one.</summary>
    public static async Task<string> FirstOwnAsync(this ILocator names)
    {
        await names.First.WaitForAsync();
        return (await names.AllInnerTextsAsync()).First(Single.Contains);
    }
}
