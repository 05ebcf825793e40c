using System.Globalization;
using System.Text;

namespace Guildhall.Tables.Writing;

/// <summary>Names of sheets by Excel's rules: 1 to 31 letters, none of <c>\ / ? * : [ ]</c>, no apostrophe at an end, each only once.</summary>
internal static class FittingSheetNames
{
    private const int Longest = 31;
    private const string Forbidden = "\\/?*:[]";
    private const string WhenEmpty = "Sheet";

    // Excel keeps this name for itself.
    private const string Reserved = "History";

    public static List<string> Fit(IEnumerable<string> names)
    {
        var fit = new List<string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Reserved };
        foreach (var name in names)
        {
            var clean = Clean(name);
            var unique = clean;
            for (var number = 2; !taken.Add(unique); number++)
            {
                var end = string.Create(CultureInfo.InvariantCulture, $" ({number})");
                unique = Cut(clean, Longest - end.Length) + end;
            }
            fit.Add(unique);
        }
        return fit;
    }

    private static string Clean(string name)
    {
        var clean = new StringBuilder();
        foreach (var letter in WrittenText.Clean(name))
            clean.Append(Forbidden.Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? ' ' : letter);
        var text = Cut(clean.ToString().Trim(' ', '\''), Longest);
        return text.Length > 0 ? text : WhenEmpty;
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end].TrimEnd(' ', '\'');
    }
}
