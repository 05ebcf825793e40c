using System.Text.RegularExpressions;

namespace Guildhall.Bench.Load;

/// <summary>What each form carries so that no other site can send it.</summary>
internal static partial class FormToken
{
    private const string Name = "__RequestVerificationToken";

    /// <summary>The field as a browser would send it with a form of a page.</summary>
    public static KeyValuePair<string, string> In(string page) => new(Name, Token().Match(page).Groups["it"].Value);

    [GeneratedRegex($"name=\"{Name}\"[^>]*value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
