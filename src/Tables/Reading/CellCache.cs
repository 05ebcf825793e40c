namespace Guildhall.Tables.Reading;

/// <summary>
/// Gives the same string for the same text of a column: most columns of a school's table (school, role, yes or no) hold few different
/// ones. Bounded, so that a column in which every cell differs costs next to nothing.
/// </summary>
internal sealed class CellCache
{
    private const int MostInColumn = 1024;
    private const int LongestKept = 64;

    private readonly List<Dictionary<string, string>> _columns = [];

    public string Get(int column, string cell)
    {
        if (cell.Length is 0 or > LongestKept)
            return cell;
        while (_columns.Count <= column)
            _columns.Add(new Dictionary<string, string>(StringComparer.Ordinal));
        var known = _columns[column];
        if (known.TryGetValue(cell, out var same))
            return same;
        if (known.Count < MostInColumn)
            known.Add(cell, cell);
        return cell;
    }
}
