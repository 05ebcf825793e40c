using System.Globalization;

namespace Guildhall.Web.Platform;

/// <summary>Instants and dates as people in schools read them: UK time, summer time included, in British words.</summary>
public static class UkTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The program runs without the tables of other languages; the invariant names of days and months are the English ones.</summary>
    internal static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>What the clock on the wall shows at an instant.</summary>
    public static DateTime ToUk(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>
    /// The instant at which the clock shows a time. Of an hour that comes twice, when the clocks go back, the later one, which gives people
    /// the longer time. False for an hour that never comes, when they go forward.
    /// </summary>
    public static bool TryToUtc(DateTime onClock, out DateTime utc)
    {
        var local = DateTime.SpecifyKind(onClock, DateTimeKind.Unspecified);
        var exists = !Zone.IsInvalidTime(local);
        utc = exists ? TimeZoneInfo.ConvertTimeToUtc(local, Zone) : default;
        return exists;
    }

    /// <summary>Today's date in the United Kingdom.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.ToUk());

    /// <summary>The instant at which a day begins.</summary>
    public static DateTime BeginUtc(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>"Fri 11 Dec 2026, 17:00", for tables.</summary>
    public static string ShortWords(this DateTime utc) => utc.ToUk().ToString("ddd d MMM yyyy, HH:mm", English);

    /// <summary>"Fri 11 Dec, 17:00", for tables in which the year goes without saying.</summary>
    public static string ThisYearWords(this DateTime utc) => utc.ToUk().ToString("ddd d MMM, HH:mm", English);

    /// <summary>"11 Dec 2026"</summary>
    public static string ShortWords(this DateOnly date) => date.ToString("d MMM yyyy", English);

    /// <summary>"Friday 11 December 2026"</summary>
    public static string Words(this DateOnly date) => date.ToString("dddd d MMMM yyyy", English);

    /// <summary>"09:30"</summary>
    public static string Words(this TimeOnly time) => time.ToString("HH:mm", English);

    /// <summary>"Friday 11 December at 17:00"</summary>
    public static string Words(this DateTime utc) => utc.ToUk().ToString("dddd d MMMM 'at' HH:mm", English);

    /// <summary>"14:03", by the clock on the wall.</summary>
    public static string ClockWords(this DateTime utc) => utc.ToUk().ToString("HH:mm", English);

    /// <summary>"14:03" if that is today, otherwise with its day.</summary>
    public static string ClockWords(this DateTime utc, DateTime now) =>
        utc.ToUk().Date == now.ToUk().Date ? utc.ClockWords() : utc.Words();

    /// <summary>How long until then, in the largest unit that is true: "in 3 days", "tomorrow", "in 5 hours", "in 12 minutes".</summary>
    public static string Until(this DateTime utc, DateTime now)
    {
        var days = DateOnly.FromDateTime(utc.ToUk()).DayNumber - DateOnly.FromDateTime(now.ToUk()).DayNumber;
        var left = utc - now;
        return days > 1 ? string.Create(English, $"in {days} days")
            : days == 1 && left.TotalHours >= 12 ? "tomorrow"
            : left.TotalHours >= 2 ? string.Create(English, $"in {(int)left.TotalHours} hours")
            : left.TotalMinutes >= 2 ? string.Create(English, $"in {(int)left.TotalMinutes} minutes")
            : "in a minute";
    }
}
