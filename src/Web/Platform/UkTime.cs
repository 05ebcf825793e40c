using System.Globalization;

namespace Guildhall.Web.Platform;

/// <summary>What a clock on a wall in the United Kingdom shows, in winter and in summer.</summary>
public static class UkTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

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

    public static DateTime OnClock(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>Today's date in the United Kingdom.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(OnClock(clock.GetUtcNow().UtcDateTime));

    /// <summary>"Friday 20 November 2026, 17:00".</summary>
    public static string Words(DateTime utc) => OnClock(utc).ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Friday 20 November 2026".</summary>
    public static string Words(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
}
