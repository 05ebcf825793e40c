using System.Text;

namespace Guildhall.Web.Tests.Platform.Documents;

/// <summary>Reads iCalendar as strictly as RFC 5545 allows, written from the standard alone.</summary>
internal sealed class StrictCalendar
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The properties of each event, unescaped where they are text.</summary>
    public List<Dictionary<string, string>> Events { get; } = [];

    public Dictionary<string, string> Calendar { get; } = new(StringComparer.Ordinal);

    public static StrictCalendar Read(byte[] bytes)
    {
        CheckOctets(bytes);
        var lines = Utf8.GetString(bytes).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        lines[^1].ShouldBeEmpty();
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines[^2].ShouldBe("END:VCALENDAR");
        var read = new StrictCalendar();
        var open = new Stack<string>();
        foreach (var line in lines[..^1])
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (name == "BEGIN")
            {
                open.Push(value);
                if (value == "VEVENT")
                    read.Events.Add(new Dictionary<string, string>(StringComparer.Ordinal));
            }
            else if (name == "END")
                open.Pop().ShouldBe(value);
            else if (open.Peek() == "VEVENT")
                read.Events[^1].Add(name, Unescaped(name, value));
            else if (open.Peek() == "VCALENDAR")
                read.Calendar.Add(name, Unescaped(name, value));
        }
        open.ShouldBeEmpty();
        return read;
    }

    /// <summary>3.1: lines end in CRLF, hold at most 75 octets and break no character; no other control stands anywhere.</summary>
    private static void CheckOctets(byte[] bytes)
    {
        var from = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == '\r')
            {
                bytes[at + 1].ShouldBe((byte)'\n');
                (at - from).ShouldBeLessThanOrEqualTo(75);
                Utf8.GetString(bytes.AsSpan(from, at - from)).ShouldNotBeNull();
                from = at + 2;
                at++;
            }
            else
                (bytes[at] >= 0x20 || bytes[at] == '\t').ShouldBeTrue($"octet {bytes[at]} at {at}");
        }
        from.ShouldBe(bytes.Length);
    }

    /// <summary>3.3.11: a backslash stands only before a backslash, a semicolon, a comma or an n, and those two only after one.</summary>
    private static string Unescaped(string name, string value)
    {
        if (name.Split(';')[0] is not ("SUMMARY" or "LOCATION" or "DESCRIPTION" or "NAME" or "X-WR-CALNAME" or "UID"))
            return value;
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            value[at].ShouldNotBe(';');
            value[at].ShouldNotBe(',');
            if (value[at] != '\\')
            {
                text.Append(value[at]);
                continue;
            }
            at++;
            "\\;,nN".ShouldContain(value[at]);
            text.Append(value[at] is 'n' or 'N' ? '\n' : value[at]);
        }
        return text.ToString();
    }
}
