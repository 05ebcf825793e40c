namespace Guildhall.Tables;

/// <summary>
/// Cells that a spreadsheet would run as a formula. They are written with an apostrophe before them, which spreadsheets take as
/// "this is text" (OWASP, CSV injection), and read back without it, so that a file that we wrote says the same when it is read.
/// </summary>
public static class Formula
{
    private const char Apostrophe = '\'';

    // The wide forms count as well: spreadsheets in some languages take them for the narrow ones.
    private const string Starts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>Whether a cell needs the apostrophe: a formula, or apostrophes before one, which would else be lost on reading.</summary>
    public static bool IsLike(ReadOnlySpan<char> cell)
    {
        cell = cell.TrimStart(Apostrophe);
        return cell.Length > 0 && Starts.Contains(cell[0], StringComparison.Ordinal);
    }

    /// <summary>The cell as it is to be written.</summary>
    public static string Defuse(string cell) => IsLike(cell) ? Apostrophe + cell : cell;

    /// <summary>The cell as it was before <see cref="Defuse"/>.</summary>
    public static string Undo(string cell) => cell.Length > 1 && cell[0] == Apostrophe && IsLike(cell.AsSpan(1)) ? cell[1..] : cell;
}
