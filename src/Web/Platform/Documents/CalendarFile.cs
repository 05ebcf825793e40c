using System.Globalization;
using System.Text;

namespace Guildhall.Web.Platform.Documents;

/// <summary>Something at a time of a day by the clock on UK walls.</summary>
public sealed record CalendarEvent
{
    /// <summary>The same for ever for the same thing, and nobody else's (RFC 5545, 3.8.4.7).</summary>
    public required string Uid { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Starts { get; init; }

    public required TimeOnly Ends { get; init; }

    public required string Summary { get; init; }

    public string Location { get; init; } = "";

    public string Description { get; init; } = "";

    public required string Url { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>Never goes down; calendar programs keep what has the higher one.</summary>
    public required int Sequence { get; init; }
}

/// <summary>A calendar as a file that every calendar program reads: iCalendar, RFC 5545, with the names of RFC 7986.</summary>
public sealed class CalendarFile(string name, IEnumerable<CalendarEvent> events)
{
    public const string MediaType = "text/calendar; charset=utf-8";

    private const string Zone = "Europe/London";

    // Summer time begins and ends at 01:00 UTC on the last Sundays of March and October (Summer Time Order 2002).
    private static readonly string[] London =
    [
        "BEGIN:VTIMEZONE", $"TZID:{Zone}",
        "BEGIN:DAYLIGHT", "DTSTART:19960331T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZNAME:BST", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZNAME:GMT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>The file in UTF-8. The same events give the same bytes, whenever they are asked for.</summary>
    public byte[] ToBytes()
    {
        var lines = new CalendarLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//Guildhall//Guildhall//EN");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.AddText("NAME", name);
        lines.AddText("X-WR-CALNAME", name);
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.Add("X-PUBLISHED-TTL", "PT1H");
        foreach (var line in London)
            lines.Add(line);
        foreach (var happening in events)
            Add(lines, happening);
        lines.Add("END", "VCALENDAR");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static void Add(CalendarLines lines, CalendarEvent happening)
    {
        var changed = happening.ChangedAt.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        lines.Add("BEGIN", "VEVENT");
        lines.AddText("UID", happening.Uid);
        // Without a METHOD this is when the thing itself was last changed, not when the file was made (3.8.7.2).
        lines.Add("DTSTAMP", changed);
        lines.Add("LAST-MODIFIED", changed);
        lines.Add("SEQUENCE", happening.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Add($"DTSTART;TZID={Zone}", Local(happening.Date, happening.Starts));
        lines.Add($"DTEND;TZID={Zone}", Local(happening.Date, happening.Ends));
        lines.AddText("SUMMARY", happening.Summary);
        if (happening.Location.Length > 0)
            lines.AddText("LOCATION", happening.Location);
        if (happening.Description.Length > 0)
            lines.AddText("DESCRIPTION", happening.Description);
        lines.Add("URL", happening.Url);
        lines.Add("STATUS", "CONFIRMED");
        lines.Add("END", "VEVENT");
    }

    private static string Local(DateOnly date, TimeOnly time) =>
        date.ToDateTime(time).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
