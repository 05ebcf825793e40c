using System.Globalization;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Days.Example;

/// <summary>
/// The day in <c>examples/day</c>: 850 people of an invented trust of 14 schools, 60 workshops in 25 rooms and three slots. Made by
/// chance from word lists, so that everything in it may be shown to anybody; the same seed makes the same day.
/// </summary>
public sealed class ExampleDay
{
    /// <summary>The seed of <c>examples/day</c>.</summary>
    public const ulong Seed = 2047;

    internal const string Teachers = "teacher";
    internal const string Assistants = "teaching assistant";
    internal const string Support = "support staff";
    internal const string Leaders = "leader";

    private static readonly string[] Slots = ["09:30", "11:15", "13:45"];
    private readonly SplitMix64 _chance;
    private readonly List<Session> _sessions = [];
    private readonly List<Staff> _staff = [];
    private readonly Dictionary<Staff, Person> _people = [];

    private ExampleDay(ulong seed)
    {
        _chance = new SplitMix64(seed);
        DrawSessions();
        DrawStaff();
        DrawPresenters();
        foreach (var staff in _staff)
            _people.Add(staff, DrawPerson(staff));
        FixedPlaces = new ExampleFixedPlaces(_sessions, [.. _people.Values], _chance).Draw();
    }

    private IReadOnlyList<FixedPlace> FixedPlaces { get; }

    private sealed class Staff
    {
        public required string School { get; init; }
        public required Phase Phase { get; init; }
        public required string Group { get; init; }
        public List<int> Presents { get; } = [];
    }

    /// <summary>Makes the day.</summary>
    /// <param name="seed">The seed; <see cref="Seed"/> makes <c>examples/day</c>.</param>
    public static AllocationProblemBuilder Make(ulong seed)
    {
        var day = new ExampleDay(seed);
        var builder = new AllocationProblemBuilder();
        foreach (var session in day._sessions)
            builder.Add(session);
        foreach (var staff in day._staff)
            builder.Add(day._people[staff]);
        foreach (var place in day.FixedPlaces)
            builder.Add(place);
        return builder;
    }

    private static string Workshop(int number) => string.Create(CultureInfo.InvariantCulture, $"W{number + 1:D2}");

    /// <summary>Runs go to the emptiest slots; in each slot the larger rooms go to what is expected to draw more, which is never quite right.</summary>
    private void DrawSessions()
    {
        var programme = ExampleProgramme.Workshops;
        var inSlot = Slots.Select(_ => new List<int>()).ToArray();
        foreach (var number in Enumerable.Range(0, programme.Count).OrderByDescending(i => programme[i].Runs).ToList())
        {
            int[] tie = [.. Slots.Select(_ => _chance.Below(1000))];
            foreach (var slot in Enumerable.Range(0, Slots.Length).OrderBy(s => inSlot[s].Count).ThenBy(s => tie[s])
                .Take(programme[number].Runs).ToList())
            {
                inSlot[slot].Add(number);
            }
        }
        for (var slot = 0; slot < Slots.Length; slot++)
        {
            var expected = inSlot[slot]
                .Select(number => (Number: number, Draw: programme[number].Appeal * Share(programme[number]) * (60 + _chance.Below(80))))
                .OrderByDescending(pair => pair.Draw).ToList();
            for (var room = 0; room < expected.Count; room++)
                _sessions.Add(ToSession(expected[room].Number, slot, ExampleNames.Rooms[room]));
        }
    }

    private Session ToSession(int number, int slot, (string Name, int Seats) room)
    {
        var workshop = ExampleProgramme.Workshops[number];
        return new Session(Workshop(number), Slots[slot], room.Seats)
        {
            Title = workshop.Title,
            Room = room.Name,
            Groups = workshop.Groups,
            // Guests are paid for these, or they are no use to a handful.
            Minimum = workshop.Runs == 1 && workshop.Appeal <= 3 && _chance.Below(2) == 0 ? Math.Min(16 + (2 * _chance.Below(3)), room.Seats * 3 / 4) : 0,
        };
    }

    /// <summary>How many of a hundred people a workshop is for, roughly.</summary>
    private static int Share(ExampleWorkshop workshop) =>
        (workshop.Groups.Length == 0 ? 100 : workshop.Groups.Sum(group => group switch { Teachers => 50, Assistants => 28, Support => 16, _ => 6 }))
        * (workshop.Phase == Phase.All ? 2 : 1);

    private void DrawStaff()
    {
        foreach (var (school, phase, size) in ExampleNames.Schools)
        {
            for (var i = 0; i < size; i++)
            {
                var draw = _chance.Below(100);
                // The first two of a school lead it; the central team has no classes to teach.
                var group = i < 2 || draw < 4 ? Leaders
                    : school.StartsWith("Trust", StringComparison.Ordinal) ? Support
                    : draw < 54 ? Teachers
                    : draw < 83 ? Assistants
                    : Support;
                _staff.Add(new Staff { School = school, Phase = phase, Group = group });
            }
        }
    }

    /// <summary>Four workshops in five are led by one of the staff, every third of these by two; the others by guests, who are not on the list.</summary>
    private void DrawPresenters()
    {
        for (var number = 0; number < ExampleProgramme.Workshops.Count; number++)
        {
            if (_chance.Below(5) == 0)
                continue;
            var workshop = ExampleProgramme.Workshops[number];
            var able = _staff.Where(staff => staff.Presents.Count == 0 && Fits(workshop, staff)
                && (workshop.Groups.Length > 0 || staff.Group is not Support)).ToList();
            for (var count = _chance.Below(3) == 0 ? 2 : 1; count > 0; count--)
                able[_chance.Below(able.Count)].Presents.Add(number);
        }
    }

    private static bool Fits(ExampleWorkshop workshop, Staff staff) =>
        (workshop.Groups.Length == 0 || workshop.Groups.Contains(staff.Group))
        && (workshop.Phase == Phase.All || staff.Phase == Phase.All || workshop.Phase == staff.Phase);

    private Person DrawPerson(Staff staff)
    {
        var number = _people.Count + 1;
        var name = ExampleNames.First[_chance.Below(ExampleNames.First.Count)] + " " + ExampleNames.Last[_chance.Below(ExampleNames.Last.Count)];
        var presents = staff.Presents.Distinct().Select(Workshop).ToList();
        var carry = _chance.Below(100);
        return new Person(string.Create(CultureInfo.InvariantCulture, $"S{number:D4}"))
        {
            Name = name,
            School = staff.School,
            Group = staff.Group,
            Presents = presents,
            Away = DrawAway(staff),
            Carry = carry < 88 ? 0 : carry < 95 ? 1 : carry < 98 ? 2 : 3,
            Wishes = DrawWishes(staff),
        };
    }

    /// <summary>Part-timers have the afternoon off, a few people cover at school in the morning.</summary>
    private IReadOnlyList<string> DrawAway(Staff staff)
    {
        var draw = _chance.Below(100);
        if (staff.Presents.Count > 0)
            return [];
        return draw < 5 ? [Slots[2]] : draw < 7 ? [Slots[0]] : draw < 8 ? [Slots[0], Slots[1]] : [];
    }

    /// <summary>Two themes draw a person three times as much; a workshop for the other phase an eighth; some people do not answer.</summary>
    private List<string> DrawWishes(Staff staff)
    {
        var themes = Enum.GetValues<Theme>();
        var (first, second) = (themes[_chance.Below(themes.Length)], themes[_chance.Below(themes.Length)]);
        var draw = _chance.Below(100);
        var count = draw < 3 ? 0 : draw < 5 ? 1 : draw < 8 ? 2 : draw < 30 ? 3 : draw < 50 ? 4 : draw < 70 ? 5 : 6;
        var candidates = Enumerable.Range(0, ExampleProgramme.Workshops.Count)
            .Where(number => !staff.Presents.Contains(number)
                && (ExampleProgramme.Workshops[number].Groups is { Length: 0 } || ExampleProgramme.Workshops[number].Groups.Contains(staff.Group)))
            .Select(number => (Number: number, Weight: Weight(ExampleProgramme.Workshops[number], staff, first, second))).ToList();
        var wishes = new List<string>(count);
        while (wishes.Count < count)
        {
            var at = 0;
            for (var left = _chance.Below(candidates.Sum(candidate => candidate.Weight)); left >= candidates[at].Weight; at++)
                left -= candidates[at].Weight;
            wishes.Add(Workshop(candidates[at].Number));
            candidates.RemoveAt(at);
        }
        return wishes;
    }

    private static int Weight(ExampleWorkshop workshop, Staff staff, Theme first, Theme second)
    {
        var weight = 8 * workshop.Appeal * workshop.Appeal;
        if (workshop.Theme == first || workshop.Theme == second)
            weight *= 3;
        if (workshop.Groups.Length is 1 or 2 && workshop.Groups.Contains(staff.Group))
            weight *= 2;
        return Fits(workshop, staff) ? weight : weight / 8;
    }
}
