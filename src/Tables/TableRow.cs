namespace Guildhall.Tables;

/// <summary>A row of a table that was read.</summary>
/// <param name="Number">Its number as a spreadsheet counts, from 1; the header is most often row 1.</param>
/// <param name="Cells">As many cells as the header has, trimmed; an empty cell is an empty string.</param>
public readonly record struct TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>A cell by its column's place, from 0; empty when <paramref name="column"/> is -1, which stands for a column that is not there.</summary>
    public string this[int column] => column < 0 ? "" : Cells[column];
}
