using System.Globalization;
using System.Text;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>
/// The text by which a school is found from part of its name, place, postcode, URN, trust or authority. The database keeps
/// <see cref="Of"/>; a search asks that each of <see cref="Words"/> occurs in it (LIKE '%word%'). Words are plain letters and
/// digits, so they need no escape.
/// </summary>
public static class RegisterSearchText
{
    /// <summary>No text is longer; the longest real one has some 400 letters.</summary>
    public const int MaxLength = 800;

    public const int MostWords = 8;

    // What people write in one way and the register in another. With the first in a text, the others are found too.
    private static readonly (string Written, string[] AlsoFound)[] Alike =
    [
        ("st", ["saint"]),
        ("saint", ["st"]),
        ("cofe", ["church", "of", "england", "ce"]),
        ("ce", ["church", "of", "england", "cofe"]),
        ("church of england", ["cofe", "ce"]),
        ("rc", ["roman", "catholic"]),
        ("roman catholic", ["rc"]),
    ];

    // Unicode's own decomposition needs the system's tables, which the program runs without.
    private static readonly Dictionary<char, string> Plain = Letters(
        ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"),
        ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"),
        ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"), (" and ", "&"));

    public static string Of(RegisterEntry entry)
    {
        var postcode = Normalise(entry.Postcode);
        var text = string.Join(
            ' ',
            new[]
            {
                Normalise(entry.Name), Normalise(entry.Locality), Normalise(entry.Town), postcode, postcode.Replace(" ", "", StringComparison.Ordinal),
                entry.Urn.ToString(CultureInfo.InvariantCulture), Normalise(entry.Trust?.Name ?? ""), Normalise(entry.LocalAuthority),
            }.Where(part => part.Length > 0));
        string[] others = [.. Alike.Where(pair => HasWords(text, pair.Written)).SelectMany(pair => pair.AlsoFound)];
        text = string.Join(' ', others.Distinct(StringComparer.Ordinal).Where(word => !HasWords(text, word)).Prepend(text));
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }

    /// <summary>The words of a search, at most <see cref="MostWords"/>, each once; none when nothing is asked.</summary>
    public static IReadOnlyList<string> Words(string? query) =>
    [
        // A page cannot stop anybody from sending a book.
        .. Normalise(query is { Length: > MaxLength } ? query[..MaxLength] : query ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Take(MostWords),
    ];

    /// <summary>Small plain letters and digits, with one blank between words.</summary>
    private static string Normalise(string text)
    {
        var words = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = char.ToLowerInvariant(text[i]);
            if (char.IsAsciiLetterOrDigit(sign))
                words.Append(sign);
            else if (Plain.TryGetValue(sign, out var letters))
                words.Append(letters);
            else if (!IsJoined(text, i))
                words.Append(char.IsLetterOrDigit(sign) ? sign : ' ');
        }
        var normal = string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return $" {normal} ".Replace(" c of e ", " cofe ", StringComparison.Ordinal).Trim();
    }

    // St Mary's = St Marys; C.E. = CE, but St.Mary has two words; and an accent may stand on its own.
    private static bool IsJoined(string text, int place) => text[place] switch
    {
        '\'' or '’' or '‘' or '`' or '´' or 'ʼ' => true,
        '.' => place > 0 && char.IsLetter(text[place - 1]) && (place == 1 || !char.IsLetter(text[place - 2])),
        var sign => char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark,
    };

    private static bool HasWords(string text, string words) => $" {text} ".Contains($" {words} ", StringComparison.Ordinal);

    private static Dictionary<char, string> Letters(params (string Plain, string Signs)[] rows)
    {
        var letters = new Dictionary<char, string>();
        foreach (var (plain, signs) in rows)
        {
            foreach (var sign in signs)
                letters.Add(sign, plain);
        }
        return letters;
    }
}
