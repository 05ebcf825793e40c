using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Demo;

namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>When the demo's day is, and its deadlines were or will be.</summary>
/// <param name="Date">The day.</param>
/// <param name="Shift">By how many minutes its slots are later than in the files, where the first begins at 9:30.</param>
/// <param name="OfferUntil">Until when workshops are offered, UTC.</param>
/// <param name="ChooseUntil">Until when people choose, UTC; null before choosing was opened.</param>
internal sealed record DemoTimes(DateOnly Date, int Shift, DateTime OfferUntil, DateTime? ChooseUntil)
{
    private const int FirstBegins = (9 * 60) + 30;
    private const int LastEnds = 15 * 60;
    private const int LastMinute = (24 * 60) - 15;
    private const int SinceBegin = 20;
    private const int Quarter = 15;

    /// <summary>When the slots of the files begin, the one that a visitor should come to first.</summary>
    private static readonly int[] Begins = [(11 * 60) + 15, (13 * 60) + 45, FirstBegins];

    public static DemoTimes Of(DemoStage stage, DateTime now)
    {
        var today = DateOnly.FromDateTime(now.ToUk());
        return stage switch
        {
            DemoStage.Call => new DemoTimes(NextFriday(today.AddDays(70)), 0, Evening(now, 10), null),
            DemoStage.Review => new DemoTimes(NextFriday(today.AddDays(56)), 0, Evening(now, -2), null),
            DemoStage.Collecting => new DemoTimes(NextFriday(today.AddDays(21)), 0, Evening(now, -42), Evening(now, 7)),
            DemoStage.Chosen or DemoStage.Published => new DemoTimes(NextFriday(today.AddDays(21)), 0, Evening(now, -42), Evening(now, -1)),
            DemoStage.Today => new DemoTimes(today, ShiftTo(now.ToUk()), Evening(now, -63), Evening(now, -22)),
            _ => new DemoTimes(NextFriday(today.AddDays(-27)), 0, Evening(now, -84), Evening(now, -43)),
        };
    }

    /// <summary>Lays the day around the clock, so that a visitor comes into the middle of a session at whatever hour.</summary>
    private static int ShiftTo(DateTime clock)
    {
        var wanted = ((int)clock.TimeOfDay.TotalMinutes - SinceBegin) / Quarter * Quarter;
        foreach (var begin in Begins)
        {
            if (wanted - begin is var shift and >= -FirstBegins and <= LastMinute - LastEnds)
                return shift;
        }
        return wanted < FirstBegins ? -FirstBegins : LastMinute - LastEnds;
    }

    private static DateTime Evening(DateTime now, int days) => UkTime.BeginUtc(DateOnly.FromDateTime(now.ToUk()).AddDays(days)).AddHours(17);

    private static DateOnly NextFriday(DateOnly date) => date.AddDays(((int)DayOfWeek.Friday - (int)date.DayOfWeek + 7) % 7);
}
