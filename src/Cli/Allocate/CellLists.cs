namespace Guildhall.Cli.Allocate;

/// <summary>Cells that hold a list, its items joined by <c>|</c>. The same text gives the same list, as most rows have few different ones.</summary>
internal sealed class CellLists
{
    private readonly Dictionary<string, string[]> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Split(string cell)
    {
        if (cell.Length == 0)
            return [];
        if (!_known.TryGetValue(cell, out var items))
            _known.Add(cell, items = cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return items;
    }
}
