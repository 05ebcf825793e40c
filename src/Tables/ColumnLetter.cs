namespace Guildhall.Tables;

/// <summary>A column's letters as spreadsheets show them: A, B, ... Z, AA.</summary>
public static class ColumnLetter
{
    /// <summary>The letters.</summary>
    /// <param name="column">The column, counted from 0.</param>
    public static string Of(int column)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            letters = (char)('A' + (rest % 26)) + letters;
        return letters;
    }
}
