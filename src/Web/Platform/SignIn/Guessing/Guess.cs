namespace Guildhall.Web.Platform.SignIn.Guessing;

/// <summary>
/// How much of a passphrase is left to guess for somebody who begins with what people choose: common words, own names, rows of keys, years and
/// repetitions, each of which counts as one, as does every other character. It is the cheapest way to build the passphrase from such pieces.
/// </summary>
internal sealed class Guess
{
    private const int ShortestRow = 3;
    private const int ShortestName = 3;
    private const int LongestToLookAt = 64;

    private static readonly char[] Joints = ['-', '_', '.', ',', '\'', '’'];

    private readonly string _typed;
    private readonly string _read;
    private readonly HashSet<string> _words;
    private readonly int _longestWord;

    public Guess(string passphrase, IEnumerable<string?> owns)
    {
        // What joins words adds nothing; what is beyond is not needed to be hard enough.
        _typed = Joined(passphrase);
        if (Period(_typed) is var period && period < _typed.Length)
        {
            _typed = _typed[..period];
            Effort = 1;
        }
        _typed = _typed[..Math.Min(_typed.Length, LongestToLookAt)];
        _read = string.Concat(_typed.Select(Unmasked));
        _words = [.. CommonPieces.Words, .. owns.SelectMany(Names).Where(name => name.Length >= ShortestName)];
        _longestWord = _words.Max(word => word.Length);
        Build();
    }

    public int Effort { get; private set; }

    /// <summary>The pieces of more than one character.</summary>
    public IReadOnlyList<string> Pieces { get; private set; } = [];

    private void Build()
    {
        var cost = new int[_typed.Length + 1];
        var from = new int[_typed.Length + 1];
        for (var end = 1; end <= _typed.Length; end++)
        {
            cost[end] = cost[end - 1] + 1;
            from[end] = end - 1;
            for (var start = end - ShortestRow; start >= 0; start--)
            {
                if (cost[start] + 1 < cost[end] && IsPiece(start, end))
                {
                    cost[end] = cost[start] + 1;
                    from[end] = start;
                }
            }
        }
        Effort += cost[^1];
        var pieces = new List<string>();
        for (var end = _typed.Length; end > 0; end = from[end])
        {
            if (end - from[end] > 1)
                pieces.Add(_typed[from[end]..end]);
        }
        pieces.Reverse();
        Pieces = pieces;
    }

    private bool IsPiece(int start, int end) =>
        (end - start <= _longestWord && (_words.Contains(_read[start..end]) || _words.Contains(_typed[start..end])))
        || CommonPieces.Rows.Any(row => row.Contains(_typed[start..end], StringComparison.Ordinal))
        || IsYear(_typed.AsSpan(start, end - start))
        || IsOneCharacter(_typed.AsSpan(start, end - start));

    /// <summary>"Weir-Okonkwo" is guessed whole and in its parts.</summary>
    private static IEnumerable<string> Names(string? own) =>
        (own ?? "").Split([' ', .. Joints]).Append(own ?? "").Select(Joined);

    private static string Joined(string words) =>
        string.Concat(words.ToLowerInvariant().Where(letter => !char.IsWhiteSpace(letter) && !Joints.Contains(letter)));

    private static bool IsYear(ReadOnlySpan<char> piece) =>
        piece.Length == 4 && (piece.StartsWith("19") || piece.StartsWith("20")) && char.IsAsciiDigit(piece[2]) && char.IsAsciiDigit(piece[3]);

    private static bool IsOneCharacter(ReadOnlySpan<char> piece) => !piece.ContainsAnyExcept(piece[0]);

    /// <summary>The length of what is repeated from beginning to end; the whole length when nothing is.</summary>
    private static int Period(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length)))
                return length;
        }
        return text.Length;
    }

    private static char Unmasked(char letter) => letter switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => letter,
    };
}
