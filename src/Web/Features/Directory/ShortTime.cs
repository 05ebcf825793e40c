using System.Globalization;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.Directory;

/// <summary>Instants and days with their year, as short as a table needs them.</summary>
public static class ShortTime
{
    /// <summary>"11 Dec 2026, 17:05"</summary>
    public static string Words(DateTime utc) => utc.ToUk().ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"11 Dec 2026"</summary>
    public static string Words(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant on the clock on the wall.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc.ToUk());

    /// <summary>The instant at which a day begins.</summary>
    public static DateTime BeginUtc(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), UkTime.Zone);
}
