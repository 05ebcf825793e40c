namespace Guildhall.Bench.Days;

/// <summary>How big and how hard a generated day is.</summary>
/// <param name="People">People; the first as many as there are workshops present one each.</param>
/// <param name="Workshops">Workshops.</param>
/// <param name="Slots">Slots.</param>
/// <param name="Rooms">Rooms, each with a session in every slot.</param>
public sealed record DayShape(int People, int Workshops, int Slots, int Rooms)
{
    /// <summary>Seats in per cent of what is needed.</summary>
    public int Tightness { get; init; } = 110;

    /// <summary>How even the demand is: 0 = most skewed.</summary>
    public int Skew { get; init; } = 2;

    /// <summary>Whether rooms are dealt by chance instead of larger rooms to the more popular.</summary>
    public bool RandomRooms { get; init; }

    /// <summary>Fewest wishes of a person.</summary>
    public int FewestWishes { get; init; } = 6;

    /// <summary>Most wishes of a person.</summary>
    public int MostWishes { get; init; } = 6;

    /// <summary>Whether the first people present.</summary>
    public bool WithPresenters { get; init; } = true;

    /// <summary>The mild family: some slack, demand a little skewed, rooms that fit it.</summary>
    public DayShape Mild() => this with { Tightness = 110, Skew = 2, RandomRooms = false };

    /// <summary>The hard family: hardly any slack, demand much skewed, rooms by chance.</summary>
    public DayShape Hard() => this with { Tightness = 103, Skew = 0, RandomRooms = true };

    /// <summary>A trust's day: 850 people, 60 workshops, 3 slots.</summary>
    public static DayShape Trust { get; } = new(850, 60, 3, 25);

    /// <summary>A city's day: 5,000 people, 200 workshops, 3 slots.</summary>
    public static DayShape City { get; } = new(5_000, 200, 3, 100);

    /// <summary>A county's day: 20,000 people, 500 workshops, 5 slots.</summary>
    public static DayShape County { get; } = new(20_000, 500, 5, 200);
}
