using System.Globalization;

namespace Guildhall.Tables;

/// <summary>
/// What is to be written into one cell: text, a number, a date, a date with its time, or nothing. Made by itself from those:
/// <c>[person.Name, person.Hours, person.Start]</c> is a row.
/// </summary>
public readonly record struct Cell
{
    private Cell(object? value) => Value = value;

    /// <summary>Nothing.</summary>
    public static Cell Empty => default;

    /// <summary>A <see cref="string"/>, <see cref="decimal"/>, <see cref="DateOnly"/>, <see cref="DateTime"/>, or nothing.</summary>
    internal object? Value { get; }

    /// <summary>Text. It stays text in a workbook: a telephone number keeps its zero, and nothing is run as a formula.</summary>
    /// <param name="text">The text; empty or <see langword="null"/> = an empty cell.</param>
    public static implicit operator Cell(string? text) => new(string.IsNullOrEmpty(text) ? null : text);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number; <see langword="null"/> = an empty cell.</param>
    public static implicit operator Cell(int? number) => new(number is { } value ? (decimal)value : null);

    /// <summary>A whole number. Workbooks keep 15 digits; a longer one is written as text.</summary>
    /// <param name="number">The number; <see langword="null"/> = an empty cell.</param>
    public static implicit operator Cell(long? number) => new(number is { } value ? (decimal)value : null);

    /// <summary>A number. Workbooks keep 15 digits; a longer one is written as text.</summary>
    /// <param name="number">The number; <see langword="null"/> = an empty cell.</param>
    public static implicit operator Cell(decimal? number) => new(number is { } value ? value : null);

    /// <summary>A date.</summary>
    /// <param name="date">The date; <see langword="null"/> = an empty cell.</param>
    public static implicit operator Cell(DateOnly? date) => new(date is { } value ? value : null);

    /// <summary>A date with its time to the second, as it is to be read: no time zone is applied.</summary>
    /// <param name="time">The time; <see langword="null"/> = an empty cell.</param>
    public static implicit operator Cell(DateTime? time) => new(time is { } value ? value : null);

    /// <summary>The cell in a text file: dates by ISO 8601, numbers with a point and without needless noughts.</summary>
    public override string ToString() => Value switch
    {
        string text => text,
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { Second: 0 } time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => "",
    };
}
