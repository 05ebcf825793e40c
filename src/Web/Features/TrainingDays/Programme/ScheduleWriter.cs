using System.Globalization;
using System.Text.Json;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>Writes a day's programme as the JSON that pretalx and frab export and that conference apps read (https://c3voc.de/wiki/schedule).</summary>
internal static class ScheduleWriter
{
    public static byte[] Write(TrainingDay day, ProgrammeInput input, IReadOnlyDictionary<Guid, ScheduleText> texts, int version, Uri address)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteStartObject("schedule");
            json.WriteString("version", version.ToString(CultureInfo.InvariantCulture));
            json.WriteString("base_url", address.ToString());
            json.WriteStartObject("conference");
            json.WriteString("acronym", $"day-{day.Id:N}");
            json.WriteString("title", day.Name);
            json.WriteString("start", Date(day.Date));
            json.WriteString("end", Date(day.Date));
            json.WriteNumber("daysCount", 1);
            json.WriteString("timeslot_duration", "00:05");
            json.WriteString("time_zone_name", UkTime.Zone.Id);
            WriteRooms(json, input);
            json.WriteStartArray("days");
            WriteDay(json, day, input, texts);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return content.ToArray();
    }

    private static void WriteRooms(Utf8JsonWriter json, ProgrammeInput input)
    {
        json.WriteStartArray("rooms");
        foreach (var room in input.Rooms)
        {
            json.WriteStartObject();
            json.WriteString("name", room.Name);
            json.WriteString("guid", room.Id);
            json.WriteString("description", room.Site);
            json.WriteNumber("capacity", room.Seats);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteDay(Utf8JsonWriter json, TrainingDay day, ProgrammeInput input, IReadOnlyDictionary<Guid, ScheduleText> texts)
    {
        json.WriteStartObject();
        json.WriteNumber("index", 1);
        json.WriteString("date", Date(day.Date));
        json.WriteString("day_start", Instant(day.Date, 0));
        json.WriteString("day_end", Instant(day.Date, (24 * 60) - 1));
        json.WriteStartObject("rooms");
        var numbers = input.Runs.Select((run, index) => (run.Session, index)).ToDictionary(pair => pair.Session, pair => pair.index + 1);
        foreach (var room in input.Rooms)
        {
            json.WriteStartArray(room.Name);
            foreach (var slot in input.Slots)
            {
                if (input.Runs.FirstOrDefault(run => run.Room == room.Id && run.Slot == slot.Id) is { } run)
                    WriteEvent(json, day, run, slot, room, numbers[run.Session], texts[run.Workshop]);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, TrainingDay day, BoardRun run, ProgrammeSlot slot, InputRoom room, int number, ScheduleText text)
    {
        json.WriteStartObject();
        json.WriteNumber("id", number);
        json.WriteString("guid", run.Session);
        json.WriteString("code", text.Code);
        json.WriteString("logo", "");
        json.WriteString("date", Instant(day.Date, slot.StartMinute));
        json.WriteString("start", Clock(slot.StartMinute));
        json.WriteString("duration", Clock(text.Minutes[run.Slot]));
        json.WriteString("room", room.Name);
        json.WriteString("slug", text.Code);
        json.WriteString("title", text.Title);
        json.WriteString("subtitle", "");
        json.WriteNull("track");
        json.WriteString("type", "Workshop");
        json.WriteString("language", "en");
        json.WriteString("abstract", text.Summary);
        json.WriteString("description", "");
        json.WriteString("recording_license", "");
        json.WriteBoolean("do_not_record", value: true);
        json.WriteStartArray("persons");
        if (text.Presenters.Length > 0)
        {
            json.WriteStartObject();
            json.WriteNumber("id", number);
            json.WriteString("public_name", text.Presenters);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("links");
        json.WriteEndArray();
        json.WriteStartArray("attachments");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(int minutes) => TimeOnly.MinValue.AddMinutes(minutes).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Instant(DateOnly date, int minutes)
    {
        var local = date.ToDateTime(TimeOnly.MinValue.AddMinutes(minutes));
        return new DateTimeOffset(local, UkTime.Zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}

/// <summary>What a schedule says of a workshop.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Presenters">Who presents.</param>
/// <param name="Minutes">How long each slot of the day is.</param>
public sealed record ScheduleText(string Code, string Title, string Summary, string Presenters, IReadOnlyDictionary<Guid, int> Minutes);
