using System.Globalization;
using ExcelDataReader;

namespace Guildhall.Tables.Reading;

/// <summary>A workbook's cell as the text that a CSV file would have.</summary>
internal static class CellText
{
    private const int MostPaddedDigits = 30;

    // Times of day are stored as parts of the day before the first day of Excel's calendar, or of that of 1904.
    private const int LastYearWithoutDate = 1899;

    /// <summary>The text; dates by ISO 8601, whole numbers without a point.</summary>
    public static string Of(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => "",
        string text => Formula.Undo(text.Trim()),
        double number => OfNumber(number, sheet.GetNumberFormatString(column)),
        int number => OfNumber(number, sheet.GetNumberFormatString(column)),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime time => OfTime(time),
        TimeSpan time => OfDuration(time),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static string OfNumber(double number, string? format)
    {
        // A number shown as 00042 is a payroll or telephone number; its noughts belong to it.
        var isPadded = format is { Length: > 1 and <= MostPaddedDigits } && !format.AsSpan().ContainsAnyExcept('0');
        if (isPadded && number >= 0 && double.IsInteger(number))
            return number.ToString(format, CultureInfo.InvariantCulture);
        // As a decimal it has the 15 digits that Excel shows, not the 17 of which 0.1 + 0.2 is made.
        return Math.Abs(number) < 1e27
            ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    private static string OfTime(DateTime time)
    {
        // Excel's fractions of a day miss the second by some microseconds.
        time = new DateTime((time.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
        var clock = time.Second == 0 ? "HH:mm" : "HH:mm:ss";
        if (time.Year <= LastYearWithoutDate)
            return time.ToString(clock, CultureInfo.InvariantCulture);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : $"yyyy-MM-dd {clock}", CultureInfo.InvariantCulture);
    }

    private static string OfDuration(TimeSpan time)
    {
        var seconds = (long)Math.Round(time.TotalSeconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(seconds) / 3600:00}:{Math.Abs(seconds) / 60 % 60:00}");
        if (seconds % 60 != 0)
            text += string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(seconds) % 60:00}");
        return seconds < 0 ? "-" + text : text;
    }
}
