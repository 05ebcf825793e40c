using System.Globalization;

namespace Guildhall.Web.Platform;

/// <summary>Instants and dates as people in schools read them: UK time, summer time included, in British words.</summary>
public static class UkTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    internal static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>A stored instant by the clock on the wall.</summary>
    public static DateTime ToUk(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>
    /// The instant of a time on the wall. In the hour that spring leaves out it is an hour later; in the hour that autumn repeats it is the
    /// later one, so that a deadline never comes before the time that was written down.
    /// </summary>
    public static DateTime FromUk(DateTime onTheWall)
    {
        var local = DateTime.SpecifyKind(onTheWall, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return Zone.IsAmbiguousTime(local)
            ? DateTime.SpecifyKind(local - Zone.GetAmbiguousTimeOffsets(local).Min(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(local, Zone);
    }

    /// <summary>"Friday 11 December 2026"</summary>
    public static string Words(this DateOnly date) => date.ToString("dddd d MMMM yyyy", British);

    /// <summary>"9:30"</summary>
    public static string Words(this TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>"14:03", by the clock on the wall.</summary>
    public static string ClockWords(this DateTime utc) => utc.ToUk().ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>"14:03" if that is today, otherwise with its day.</summary>
    public static string ClockWords(this DateTime utc, DateTime now) =>
        utc.ToUk().Date == now.ToUk().Date ? utc.ClockWords() : utc.Words();

    /// <summary>"Friday 11 December at 17:00"</summary>
    public static string Words(this DateTime utc) => utc.ToUk().ToString("dddd d MMMM 'at' H:mm", British);

    /// <summary>How long until then, in the largest unit that is true: "in 3 days", "tomorrow", "in 5 hours", "in 12 minutes".</summary>
    public static string Until(this DateTime utc, DateTime now)
    {
        var days = DateOnly.FromDateTime(utc.ToUk()).DayNumber - DateOnly.FromDateTime(now.ToUk()).DayNumber;
        var left = utc - now;
        return days > 1 ? string.Create(British, $"in {days} days")
            : days == 1 && left.TotalHours >= 12 ? "tomorrow"
            : left.TotalHours >= 2 ? string.Create(British, $"in {(int)left.TotalHours} hours")
            : left.TotalMinutes >= 2 ? string.Create(British, $"in {(int)left.TotalMinutes} minutes")
            : "in a minute";
    }
}
