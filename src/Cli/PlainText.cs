using System.Text;

namespace Guildhall.Cli;

/// <summary>Text from other people's files, fit to be shown on one line of a terminal.</summary>
internal static class PlainText
{
    private const int LongestShown = 400;

    /// <summary>The text without line breaks and other control characters, which could forge lines or steer the terminal; cut when very long.</summary>
    public static string OneLine(string text)
    {
        var isFit = text.Length <= LongestShown;
        for (var i = 0; i < text.Length && isFit; i++)
            isFit = !IsUnfit(text[i]);
        if (isFit)
            return text;

        var shown = new StringBuilder();
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, LongestShown)))
            shown.Append(IsUnfit(letter) ? ' ' : letter);
        if (text.Length > LongestShown)
            shown.Append(" ...");
        return shown.ToString();
    }

    // The line and paragraph separators and the marks that turn the direction of writing do as much harm as control characters.
    private static bool IsUnfit(char letter) => char.IsControl(letter) || letter is >= '\u2028' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
