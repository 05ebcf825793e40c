namespace Guildhall.Web.Features.Directory.Register;

/// <summary>The register writes trusts in capitals, which nobody reads gladly.</summary>
public static class GroupName
{
    private static readonly HashSet<string> Small = new(["a", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"], StringComparer.Ordinal);

    private static readonly HashSet<string> Capitals = new(
        ["BEC", "CE", "CIT", "CVLT", "GFM", "GLF", "HFL", "II", "III", "LEAD", "LEO", "MAT", "RC", "REACH", "SEND", "STEM", "TBAP", "TKAT", "UK", "UTC"], StringComparer.Ordinal);

    /// <summary>"THE MARY'S TRUST OF YORK" becomes "The Mary's Trust of York"; what has small letters already stays as it is.</summary>
    public static string Plain(string name)
    {
        if (name.Any(char.IsLower))
            return name;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (!Capitals.Contains(words[i].Trim(',', '.', '(', ')')))
                words[i] = Word(words[i].ToLowerInvariant(), isFirst: i == 0);
        }
        return string.Join(' ', words);
    }

    private static string Word(string word, bool isFirst)
    {
        if (!isFirst && Small.Contains(word))
            return word;
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            // After a hyphen, a full stop or a bracket a word begins, after an apostrophe only in names such as O'Brien.
            if (i == 0 || letters[i - 1] is '-' or '.' or '(' or '/' or '&' || (i == 2 && letters[1] is '\'' or '’'))
                letters[i] = char.ToUpperInvariant(letters[i]);
        }
        return new string(letters);
    }
}
