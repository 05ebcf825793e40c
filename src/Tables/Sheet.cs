namespace Guildhall.Tables;

/// <summary>A table to be written, to a CSV file or as a sheet of a workbook.</summary>
/// <param name="Name">The sheet's name; made to fit Excel's rules when it does not. A CSV file has none.</param>
/// <param name="Header">The columns' names, at least one.</param>
/// <param name="Rows">The rows, gone through once and not held in memory. A row may be shorter than the header, not longer.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Header, IEnumerable<IReadOnlyList<Cell>> Rows)
{
    /// <exception cref="ArgumentException">There is no column.</exception>
    internal void CheckHeader()
    {
        if (Header.Count == 0)
            throw new ArgumentException($"the sheet '{Name}' has no column");
    }

    /// <exception cref="ArgumentException">The row is longer than the header.</exception>
    internal void CheckRow(IReadOnlyList<Cell> row, int number)
    {
        if (row.Count > Header.Count)
            throw new ArgumentException($"row {number} of the sheet '{Name}' has {row.Count} cells, its header {Header.Count}");
    }
}
