namespace Guildhall.Cli;

/// <summary>
/// Cells that a spreadsheet would run as a formula. They are written with an apostrophe before them, which spreadsheets take as
/// "this is text" (OWASP, CSV injection), and read back without it, so that a file that we wrote names the same people and workshops.
/// </summary>
internal static class Formula
{
    private const char Apostrophe = '\'';

    // The wide forms count as well: spreadsheets in some languages take them for the narrow ones.
    private const string Starts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static bool IsLike(ReadOnlySpan<char> cell) => cell.Length > 0 && Starts.Contains(cell[0], StringComparison.Ordinal);

    public static string Defuse(string cell) => Apostrophe + cell;

    public static string Undo(string cell) => cell.Length > 1 && cell[0] == Apostrophe && IsLike(cell.AsSpan(1)) ? cell[1..] : cell;
}
