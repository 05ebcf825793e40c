using System.Globalization;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Small numbers as they stand in a sentence.</summary>
public static class NumberWords
{
    private static readonly string[] Small =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>"three", and figures from thirteen.</summary>
    public static string Words(this int number) =>
        number >= 0 && number < Small.Length ? Small[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"1st", "2nd", "3rd", "11th"</summary>
    public static string Ordinal(this int number)
    {
        var ending = (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ending}");
    }
}
