using System.Text;
using System.Text.RegularExpressions;

namespace Guildhall.Web.Tests.Platform.Mail;

/// <summary>A mail as a mail program shows it (https://www.rfc-editor.org/rfc/rfc5322 and https://www.rfc-editor.org/rfc/rfc2047).</summary>
/// <param name="To">To whom it was delivered.</param>
/// <param name="Headers">Its head, decoded, by the names in small letters.</param>
/// <param name="Text">Its body, decoded.</param>
internal sealed partial record ReceivedMail(string To, ILookup<string, string> Headers, string Text)
{
    public string this[string header] => Headers[header].Single();

    public static ReceivedMail Parse(string to, string raw)
    {
        var parts = raw.Split("\r\n\r\n", 2);
        var headers = Folded().Replace(parts[0], " ").Split("\r\n").Select(line => line.Split(':', 2))
            .ToLookup(line => line[0].ToLowerInvariant(), line => Decode(line[1].Trim()), StringComparer.Ordinal);
        var text = headers["content-transfer-encoding"].Single() switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])),
            "8bit" or "7bit" => parts[1],
            var other => throw new ShouldAssertException($"The body is written as {other}."),
        };
        return new ReceivedMail(to, headers, text);
    }

    private static string Decode(string header) => EncodedWord().Replace(BetweenWords().Replace(header, "?==?"), word =>
        Encoding.UTF8.GetString(word.Groups["how"].Value is "B" or "b" ? Convert.FromBase64String(word.Groups["what"].Value) : Quoted(word.Groups["what"].Value)));

    private static byte[] Quoted(string what) => [.. QuotedByte().Matches(what).Select(one =>
        one.Value[0] == '=' ? Convert.ToByte(one.Value[1..], 16) : one.Value == "_" ? (byte)' ' : (byte)one.Value[0])];

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folded();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[BbQq])\?(?<what>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("=[0-9A-Fa-f]{2}|.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotedByte();
}
