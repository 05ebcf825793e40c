using System.Text;

namespace Guildhall.Tables.Writing;

/// <summary>Text made fit for a file: trimmed, as every reader here trims, and without characters that would spoil the file.</summary>
internal static class WrittenText
{
    public static string Clean(string text)
    {
        text = text.Trim();
        var isClean = true;
        for (var i = 0; i < text.Length && isClean; i++)
            isClean = !IsUnfit(text, i);
        if (isClean)
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsUnfit(text, i))
                clean.Append(text[i]);
        }
        return clean.ToString().Trim();
    }

    // Control characters, halves of characters and the two that are none are neither XML 1.0 (2.2) nor text to anybody.
    private static bool IsUnfit(string text, int place)
    {
        var letter = text[place];
        if (letter < ' ')
            return letter is not ('\t' or '\n' or '\r');
        if (char.IsHighSurrogate(letter))
            return place + 1 == text.Length || !char.IsLowSurrogate(text[place + 1]);
        if (char.IsLowSurrogate(letter))
            return place == 0 || !char.IsHighSurrogate(text[place - 1]);
        return letter is '\uFFFE' or '\uFFFF';
    }
}
