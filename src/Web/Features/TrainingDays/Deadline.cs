using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Until when people choose: asked for as UK time, kept in UTC.</summary>
public static class Deadline
{
    /// <summary>Reads what an organiser gave, or says in words why it cannot be.</summary>
    /// <param name="onClock">As the clock on the wall shows it.</param>
    /// <param name="day">The date of the training day.</param>
    /// <param name="now">Now, in UTC.</param>
    /// <param name="utc">The instant.</param>
    /// <param name="problem">Empty when there is none.</param>
    public static bool TryRead(DateTime onClock, DateOnly day, DateTime now, out DateTime utc, out string problem)
    {
        problem = "";
        if (!UkTime.TryToUtc(onClock, out utc))
            problem = $"There is no {onClock:HH:mm} on that day, because the clocks go forward. Choose another time";
        else if (utc <= now)
            problem = "The deadline is in the past. Choose a later time";
        else if (DateOnly.FromDateTime(onClock) >= day)
            problem = "The deadline must be before the day itself, so that places can be given";
        return problem.Length == 0;
    }

    /// <summary>What is proposed: a week from now at 17:00, or the evening before the day when that is sooner.</summary>
    public static DateTime Proposed(DateOnly day, DateTime now)
    {
        var week = DateOnly.FromDateTime(UkTime.ToUk(now)).AddDays(7);
        var latest = day.AddDays(-1);
        return (week < latest ? week : latest).ToDateTime(new TimeOnly(17, 0));
    }
}
