using System.Globalization;
using System.Text.Json;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>
/// Reads the schedule of a conference as frab and pretalx export it (JSON; https://c3voc.de/wiki/schedule), one day of it, into rows such as
/// the programme's own file has. A talk's times become those of the slot that it falls into: ours are the same for all rooms.
/// </summary>
internal static class ScheduleReader
{
    private const int MostEvents = 2000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a day.</summary>
    /// <param name="file">The JSON.</param>
    /// <param name="date">Which day of the schedule; its first day when none has this date.</param>
    /// <param name="seats">How many seats a session has whose room does not say.</param>
    /// <param name="rows">A row for each session.</param>
    /// <param name="problem">Why there are none, in a sentence.</param>
    public static bool TryRead(Stream file, DateOnly date, int seats, out List<ScheduleRow> rows, out string problem)
    {
        rows = [];
        problem = "This is no schedule as pretalx or frab exports it: “schedule”, “conference” and “days” are looked for in it";
        try
        {
            using var json = JsonDocument.Parse(file, Options);
            if (!json.RootElement.TryGetProperty("schedule", out var schedule) || !schedule.TryGetProperty("conference", out var conference)
                || !conference.TryGetProperty("days", out var days) || days.ValueKind != JsonValueKind.Array || days.GetArrayLength() == 0)
                return false;
            var day = days.EnumerateArray().FirstOrDefault(one => string.Equals(Text(one, "date"), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
            if (day.ValueKind == JsonValueKind.Undefined)
                day = days[0];
            var events = Events(day).ToList();
            if (events.Count is 0 or > MostEvents)
            {
                problem = events.Count == 0 ? "Nothing runs on that day of the schedule" : $"More than {MostEvents} sessions run on that day of the schedule";
                return false;
            }
            rows = Rows(events, Capacities(conference), seats);
            problem = "";
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<Event> Events(JsonElement day)
    {
        if (!day.TryGetProperty("rooms", out var rooms) || rooms.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var room in rooms.EnumerateObject())
        {
            foreach (var one in room.Value.EnumerateArray())
            {
                if (TimeOnly.TryParseExact(Text(one, "start"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && Minutes(Text(one, "duration")) is > 0 and var minutes)
                    yield return new Event(Code(one), Text(one, "title"), Summary(one), Names(one), room.Name, start, minutes);
            }
        }
    }

    /// <summary>In the order of time. A slot ends where a room is needed anew, or a workshop runs again.</summary>
    private static List<ScheduleRow> Rows(List<Event> events, Dictionary<string, int> capacities, int seats)
    {
        var slots = new List<List<Event>>();
        foreach (var one in events.OrderBy(one => one.Start).ThenBy(one => one.Room, StringComparer.Ordinal))
        {
            var open = slots.LastOrDefault();
            if (open is null || one.Start >= open.Max(other => other.End) || open.Exists(other => string.Equals(other.Room, one.Room, StringComparison.Ordinal) || string.Equals(other.Code, one.Code, StringComparison.Ordinal)))
                slots.Add(open = []);
            open.Add(one);
        }
        var rows = new List<ScheduleRow>();
        foreach (var (index, slot) in slots.Index())
        {
            var ends = slot.Max(one => one.End);
            if (index + 1 < slots.Count && slots[index + 1].Min(one => one.Start) is var next && next < ends)
                ends = next;
            // A session that only begins when another slot has begun has no time of its own left.
            if (ends <= slot[0].Start)
                ends = slot[0].Start.AddMinutes(1);
            rows.AddRange(slot.Select(one => new ScheduleRow(
                one.Code, one.Title, $"{slot[0].Start:HH\\:mm}-{ends:HH\\:mm}", one.Room, capacities.GetValueOrDefault(one.Room, seats), one.Summary, one.Presenters)));
        }
        return rows;
    }

    private static Dictionary<string, int> Capacities(JsonElement conference)
    {
        var capacities = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!conference.TryGetProperty("rooms", out var rooms) || rooms.ValueKind != JsonValueKind.Array)
            return capacities;
        foreach (var room in rooms.EnumerateArray())
        {
            if (room.TryGetProperty("capacity", out var capacity) && capacity.ValueKind == JsonValueKind.Number && capacity.TryGetInt32(out var number) && number is > 0 and <= Room.MostSeats)
                capacities[Text(room, "name")] = number;
        }
        return capacities;
    }

    private static string Code(JsonElement one)
    {
        var code = Text(one, "code") is { Length: > 0 } own ? own : Text(one, "id");
        return Cut(code.Length > 0 ? code : Text(one, "title"), Workshop.CodeLength);
    }

    private static string Summary(JsonElement one)
    {
        var text = Text(one, "abstract") is { Length: > 0 } own ? own : Text(one, "description");
        return Cut(text, Workshop.SummaryLength);
    }

    private static string Names(JsonElement one) => !one.TryGetProperty("persons", out var persons) || persons.ValueKind != JsonValueKind.Array
        ? ""
        : Cut(string.Join(", ", persons.EnumerateArray().Select(person => Text(person, "public_name") is { Length: > 0 } name ? name : Text(person, "name"))), Workshop.PresentersLength);

    private static int? Minutes(string duration) =>
        duration.Split(':') is [var hours, var minutes] && int.TryParse(hours, CultureInfo.InvariantCulture, out var whole) && int.TryParse(minutes, CultureInfo.InvariantCulture, out var rest)
            ? (whole * 60) + rest
            : null;

    private static string Text(JsonElement one, string name) => !one.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text.AsSpan(0, length - 1)}…";

    private sealed record Event(string Code, string Title, string Summary, string Presenters, string Room, TimeOnly Start, int Minutes)
    {
        /// <summary>On the same day: what goes on after midnight ends there.</summary>
        public TimeOnly End => Start.ToTimeSpan() + TimeSpan.FromMinutes(Minutes) >= TimeSpan.FromDays(1) ? new TimeOnly(23, 59) : Start.AddMinutes(Minutes);
    }
}

/// <summary>A session of a schedule, as a row of the programme's file.</summary>
internal sealed record ScheduleRow(string Workshop, string Title, string Slot, string Room, int Seats, string Summary, string Presenters);
