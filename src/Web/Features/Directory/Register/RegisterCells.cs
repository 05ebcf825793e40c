using System.Globalization;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Reads numbers and days from a row, and says which cell holds neither. Such a cell counts as empty.</summary>
internal static class RegisterCells
{
    // What the department writes where there is no figure: suppressed, no entries, low coverage, not published, not available.
    private static readonly HashSet<string> NoFigure =
        new(["SUPP", "NE", "LOWCOV", "NP", "NA", "N/A", "-", "Not applicable", "Not recorded"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] DayForms = ["dd-MM-yyyy", "dd/MM/yyyy", "yyyy-MM-dd"];

    public static int? Whole(this RegisterTable row, string column, int smallest, int largest)
    {
        var cell = row.Cell(column);
        if (cell.Length == 0 || NoFigure.Contains(cell))
            return null;
        if (!int.TryParse(cell, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            row.Empty(column, $"'{Short(cell)}' is not a whole number");
        else if (number < smallest || number > largest)
            row.Empty(column, $"{number} is not between {smallest} and {largest}");
        else
            return number;
        return null;
    }

    /// <summary>A percentage as parts of 1,000.</summary>
    public static int? Permille(this RegisterTable row, string column)
    {
        var cell = row.Cell(column);
        if (cell.Length == 0 || NoFigure.Contains(cell))
            return null;
        if (decimal.TryParse(cell.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100)
            return (int)decimal.Round(percent * 10, MidpointRounding.AwayFromZero);
        row.Empty(column, $"'{Short(cell)}' is not a percentage from 0 to 100");
        return null;
    }

    public static DateOnly? Day(this RegisterTable row, string column)
    {
        var cell = row.Cell(column);
        if (cell.Length == 0)
            return null;
        // 1900 stands in the register for a day that nobody knows.
        if (DateOnly.TryParseExact(cell, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.Year <= 1900 ? null : day;
        row.Empty(column, $"'{Short(cell)}' is not a date such as 31-08-2025 (day, month, year)");
        return null;
    }

    /// <summary>The school's number; <see langword="null"/> when there is none, and then the row is left out.</summary>
    public static int? Urn(this RegisterTable row, string column)
    {
        var cell = row.Cell(column);
        if (cell.Length is 5 or 6 or 7 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var urn) && urn >= 10_000)
            return urn;
        row.Row(column, cell.Length == 0 ? "there is no URN" : $"'{Short(cell)}' is not a URN, which has six digits");
        return null;
    }

    private static string Short(string cell) => cell.Length > 40 ? cell[..40] + "…" : cell;
}
