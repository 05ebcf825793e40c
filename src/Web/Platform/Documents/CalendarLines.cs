using System.Text;

namespace Guildhall.Web.Platform.Documents;

/// <summary>Content lines of RFC 5545: escaped (3.3.11), folded (3.1), each ended by CR and LF.</summary>
internal sealed class CalendarLines
{
    /// <summary>The most octets of a line, its end not counted.</summary>
    public const int MostOctets = 75;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    /// <summary>A property whose value is no text: a date, a number, an address.</summary>
    public void Add(string name, string value) => Add($"{name}:{value}");

    public void AddText(string name, string value) => Add($"{name}:{Escaped(value)}");

    /// <summary>A whole line; a long one is folded between characters, never within one.</summary>
    public void Add(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }
            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        _text.Append("\r\n");
    }

    private static string Escaped(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var character in value.ReplaceLineEndings("\n"))
        {
            _ = character switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(character),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append('\t'),
                _ when char.IsControl(character) => escaped,
                _ => escaped.Append(character),
            };
        }
        return escaped.ToString();
    }
}
