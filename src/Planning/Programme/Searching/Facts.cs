using System.Numerics;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Programme.Searching;

/// <summary>A problem's names as numbers. Indexes are those of the problem's lists.</summary>
internal sealed class Facts
{
    /// <summary>No workshop, no person, no rank.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> _slots;
    private readonly Dictionary<string, int> _rooms;
    private readonly Dictionary<string, int> _workshops;
    private readonly bool[] _suits;
    private readonly bool[] _isFor;

    public Facts(ProgrammeProblem problem)
    {
        _slots = Positions(problem.Slots);
        _rooms = Positions(problem.Rooms.Select(room => room.Id));
        _workshops = Positions(problem.Workshops.Select(workshop => workshop.Id));
        (Slots, Rooms, Workshops, People) = (_slots.Count, _rooms.Count, _workshops.Count, problem.People.Count);
        AllSlots = (1u << Slots) - 1;
        var sites = Positions(problem.Rooms.Select(room => room.Site).Distinct(StringComparer.Ordinal));
        Site = [.. problem.Rooms.Select(room => sites[room.Site])];

        var people = Positions(problem.People.Select(person => person.Id));
        var presenters = Positions(problem.Workshops.SelectMany(workshop => workshop.Presenters).Distinct(StringComparer.Ordinal));
        PresentersOf = [.. problem.Workshops.Select(workshop => workshop.Presenters.Distinct(StringComparer.Ordinal).Select(name => presenters[name]).ToArray())];
        PresentedBy = [.. Enumerable.Range(0, presenters.Count).Select(presenter => Where(Workshops, workshop => PresentersOf[workshop].Contains(presenter)))];
        Away = [.. problem.People.Select(person => Mask(person.Away))];

        (MayRun, FewestRuns, MostRuns) = (new uint[Workshops], new int[Workshops], new int[Workshops]);
        (SeatsIn, _suits) = (new int[Workshops * Rooms], new bool[Workshops * Rooms]);
        for (var workshop = 0; workshop < Workshops; workshop++)
            ReadWorkshop(problem, problem.Workshops[workshop], workshop, people);

        var groups = Positions(problem.People.Select(person => person.Group).Distinct(StringComparer.Ordinal));
        Groups = groups.Count;
        GroupOf = [.. problem.People.Select(person => groups[person.Group])];
        _isFor = new bool[Groups * Workshops];
        foreach (var (group, index) in groups)
        {
            for (var workshop = 0; workshop < Workshops; workshop++)
                _isFor[(index * Workshops) + workshop] = IsNamed(problem.Workshops[workshop].Groups, group);
        }

        Presents = [.. problem.People.Select(person => presenters.TryGetValue(person.Id, out var presenter) ? PresentedBy[presenter] : [])];
        Weight = [.. problem.People.Select(person => 1 + person.Carry)];
        IsEqual = [.. problem.People.Select(person => person.WishesAreEqual)];
        Wishes = [.. problem.People.Select((person, index) => person.Wishes.Select(wish => _workshops[wish]).Distinct()
            .Where(workshop => IsFor(GroupOf[index], workshop) && !Presents[index].Contains(workshop)).ToArray())];
        Costs = [.. Enumerable.Range(0, People).Select(CostsOf)];
        var followers = Enumerable.Range(0, Workshops).Select(_ => new List<int>()).ToArray();
        for (var person = 0; person < People; person++)
        {
            foreach (var workshop in Wishes[person].Concat(Presents[person]))
                followers[workshop].Add(person);
        }
        Concerned = [.. followers.Select(list => list.ToArray())];
        MostRegret = Enumerable.Range(0, People).Select(person => Slots * (Wishes[person].Length + 1)).DefaultIfEmpty().Max();
        Pins = [.. problem.Pins.Select(pin => new Pin(
            _workshops[pin.Workshop], pin.Slot is null ? None : _slots[pin.Slot], pin.Room is null ? None : _rooms[pin.Room]))];
        PinsOf = [.. Enumerable.Range(0, Workshops).Select(workshop => Pins.Where(pin => pin.Workshop == workshop).ToArray())];
    }

    /// <summary>A pin; slot or room can be <see cref="None"/>.</summary>
    internal readonly record struct Pin(int Workshop, int Slot, int Room);

    public int Slots { get; }
    public int Rooms { get; }
    public int Workshops { get; }
    public int People { get; }
    public int Groups { get; }

    /// <summary>A bit for each slot.</summary>
    public uint AllSlots { get; }

    public int[] Site { get; }

    /// <summary>By workshop and room the people whom a run there can take.</summary>
    public int[] SeatsIn { get; }

    /// <summary>For each workshop the slots in which it and its presenters are available.</summary>
    public uint[] MayRun { get; }

    public int[] FewestRuns { get; }

    /// <summary>The most runs, no more than slots in which it may run.</summary>
    public int[] MostRuns { get; }

    /// <summary>For each workshop its presenters, numbered for themselves.</summary>
    public int[][] PresentersOf { get; }

    /// <summary>For each presenter their workshops.</summary>
    public int[][] PresentedBy { get; }

    /// <summary>For each person the workshops that they present.</summary>
    public int[][] Presents { get; }

    /// <summary>For each person the slots in which they are away.</summary>
    public uint[] Away { get; }

    public int[] GroupOf { get; }
    public int[] Weight { get; }
    public bool[] IsEqual { get; }

    /// <summary>For each person the valid wishes: no doubles, none that they present, none that is not for them.</summary>
    public int[][] Wishes { get; }

    /// <summary>For each person what the i cheapest places cost together, i from 0: first wishes, then places off the list.</summary>
    public int[][] Costs { get; }

    /// <summary>For each workshop the people who wish for it or present it.</summary>
    public int[][] Concerned { get; }

    /// <summary>No regret can be larger.</summary>
    public int MostRegret { get; }

    public Pin[] Pins { get; }
    public Pin[][] PinsOf { get; }

    public int SlotOf(string label) => _slots.GetValueOrDefault(label, None);

    public int RoomOf(string id) => _rooms.GetValueOrDefault(id, None);

    public int WorkshopOf(string id) => _workshops.GetValueOrDefault(id, None);

    /// <summary>Whether a workshop may be held in a room, other runs aside.</summary>
    public bool Suits(int workshop, int room) => _suits[(workshop * Rooms) + room];

    public bool MayStand(int workshop, int slot, int room) => Suits(workshop, room) && (MayRun[workshop] >> slot & 1) != 0;

    public bool IsFor(int group, int workshop) => _isFor[(group * Workshops) + workshop];

    /// <summary>What the wish in a place of a person's list costs.</summary>
    public int CostOfWish(int person, int rank) => IsEqual[person] ? 0 : rank;

    /// <summary>What a place in a workshop costs a person, <see cref="None"/> = no place.</summary>
    public int CostOf(int person, int workshop)
    {
        var wishes = Wishes[person];
        if (workshop == None)
            return Objective.CostOfEmptySlot(wishes.Length);
        var rank = Array.IndexOf(wishes, workshop);
        return rank < 0 ? wishes.Length : CostOfWish(person, rank);
    }

    /// <summary>The least that a person's day can cost in any programme if they attend in so many slots: what regret is measured from.</summary>
    public int BestDay(int person, int slots) => Costs[person][slots];

    /// <summary>The slots in which a person wants a place, given the slots in which each workshop runs.</summary>
    public uint Free(int person, uint[] runs)
    {
        var free = AllSlots & ~Away[person];
        foreach (var workshop in Presents[person])
            free &= ~runs[workshop];
        return free;
    }

    public static int Count(uint slots) => BitOperations.PopCount(slots);

    private void ReadWorkshop(ProgrammeProblem problem, ProgrammeWorkshop workshop, int index, Dictionary<string, int> people)
    {
        var may = AllSlots & ~Mask(workshop.UnavailableSlots);
        foreach (var presenter in workshop.Presenters)
        {
            if (people.TryGetValue(presenter, out var person))
                may &= ~Away[person];
        }
        MayRun[index] = may;
        (FewestRuns[index], MostRuns[index]) = (workshop.FewestRuns, Math.Min(workshop.MostRuns, Count(may)));
        for (var room = 0; room < Rooms; room++)
        {
            SeatsIn[(index * Rooms) + room] = Math.Min(problem.Rooms[room].Seats, workshop.Largest ?? int.MaxValue);
            _suits[(index * Rooms) + room] = problem.Rooms[room].Seats >= workshop.Smallest
                && (workshop.Rooms is null || workshop.Rooms.Contains(problem.Rooms[room].Id, StringComparer.Ordinal));
        }
    }

    private int[] CostsOf(int person)
    {
        var length = Wishes[person].Length;
        var costs = new int[length + Slots + 1];
        for (var i = 0; i < costs.Length - 1; i++)
            costs[i + 1] = costs[i] + (i < length ? CostOfWish(person, i) : length);
        return costs;
    }

    private uint Mask(IEnumerable<string> slots) => slots.Aggregate(0u, (mask, slot) => mask | 1u << _slots[slot]);

    private static bool IsNamed(IReadOnlyList<string> groups, string group) => groups.Count == 0 || groups.Contains(group, StringComparer.Ordinal);

    private static int[] Where(int count, Func<int, bool> holds) => [.. Enumerable.Range(0, count).Where(holds)];

    private static Dictionary<string, int> Positions(IEnumerable<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(StringComparer.Ordinal);
}
