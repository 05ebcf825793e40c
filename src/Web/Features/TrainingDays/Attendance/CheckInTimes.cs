using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>From when until when a session's code counts, UTC.</summary>
public readonly record struct CheckInTimes(DateTime Opens, DateTime Closes)
{
    /// <summary>People come early to find a seat.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromMinutes(20);

    /// <summary>The code may be shown at the end, and the wifi may be slow.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(30);

    /// <summary>Of a slot, by the clock on the wall.</summary>
    public static CheckInTimes Of(DateOnly date, TimeOnly starts, TimeOnly ends) => new(At(date, starts) - Before, At(date, ends) + After);

    public bool Include(DateTime now) => Opens <= now && now < Closes;

    /// <summary>A time that the clocks skip when they go forward is the one at which they do.</summary>
    private static DateTime At(DateOnly date, TimeOnly time) =>
        UkTime.TryToUtc(date.ToDateTime(time), out var utc) ? utc : UkTime.BeginUtc(date) + time.ToTimeSpan();
}
