using System.Globalization;

namespace Guildhall.Web.Platform;

/// <summary>Numbers and lists in sentences.</summary>
public static class Count
{
    /// <summary>"1 person", "1,200 people".</summary>
    public static string Of(int number, string one, string many) =>
        $"{number.ToString("N0", CultureInfo.InvariantCulture)} {(number == 1 ? one : many)}";

    public static string People(int number) => Of(number, "person", "people");

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> parts)
    {
        string[] all = [.. parts];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>For the middle of a sentence.</summary>
    public static string ToLowerFirst(this string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];
}
