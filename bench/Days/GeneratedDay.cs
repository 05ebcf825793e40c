using System.Buffers.Binary;
using System.Globalization;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Days;

/// <summary>
/// A made-up day with the properties of real ones: few workshops that everybody wants, repeats of the popular, people who present,
/// role groups. Integers only, one stream of random numbers, so that anybody can make the same day again.
/// </summary>
public sealed class GeneratedDay
{
    private static readonly int[] RoomPattern =
        [120, 60, 60, 40, 40, 32, 32, 30, 30, 30, 30, 30, 28, 28, 28, 24, 24, 24, 24, 20, 20, 20, 20, 16, 16];

    private readonly DayShape _shape;
    private readonly SplitMix64 _chance;
    private readonly int[] _popularity;
    private readonly int[] _track;
    private readonly Audience[] _audience;
    private readonly int[] _runs;

    private GeneratedDay(DayShape shape, ulong seed)
    {
        _shape = shape;
        _chance = new SplitMix64(seed);
        (_popularity, _track, _audience, _runs) =
            (new int[shape.Workshops], new int[shape.Workshops], new Audience[shape.Workshops], new int[shape.Workshops]);
        DrawWorkshops();
        DrawRuns();
        Offerings = DealSlots();
        DealRooms();
        People = DrawPeople();
        DrawWishes();
    }

    /// <summary>Whom a workshop is for, or who a person is.</summary>
    public enum Audience
    {
        /// <summary>Everybody.</summary>
        All = 0,

        /// <summary>Teaching staff.</summary>
        Teaching = 1,

        /// <summary>Support staff.</summary>
        Support = 2,
    }

    /// <summary>A workshop in a slot.</summary>
    public sealed record Offering(int Workshop, int Slot)
    {
        /// <summary>Seats.</summary>
        public int Size { get; set; }
    }

    /// <summary>Somebody.</summary>
    public sealed record Attendee(int Number, Audience Role, int Track, int BusyMask)
    {
        /// <summary>The workshops wished for, best first.</summary>
        public IReadOnlyList<int> Wishes { get; set; } = [];
    }

    /// <summary>All sessions, by slot, then workshop.</summary>
    public IReadOnlyList<Offering> Offerings { get; }

    /// <summary>All people.</summary>
    public IReadOnlyList<Attendee> People { get; }

    /// <summary>Makes a day.</summary>
    /// <param name="shape">How big and how hard.</param>
    /// <param name="seed">The seed.</param>
    public static GeneratedDay Make(DayShape shape, ulong seed) => new(shape, seed);

    /// <summary>The day as rows for the planner.</summary>
    /// <param name="minimum">Every session's minimum.</param>
    public AllocationProblemBuilder ToBuilder(int minimum = 0)
    {
        var builder = new AllocationProblemBuilder();
        foreach (var offering in Offerings)
        {
            builder.Add(new Session(WorkshopName(offering.Workshop), SlotName(offering.Slot), offering.Size)
            {
                Minimum = minimum,
                Groups = _audience[offering.Workshop] == Audience.All ? [] : [GroupName(_audience[offering.Workshop])],
            });
        }
        foreach (var person in People)
        {
            builder.Add(new Person(string.Create(CultureInfo.InvariantCulture, $"p{person.Number:D5}"))
            {
                Group = GroupName(person.Role),
                Presents = _shape.WithPresenters && person.Number < _shape.Workshops ? [WorkshopName(person.Number)] : [],
                Wishes = [.. person.Wishes.Select(WorkshopName)],
            });
        }
        return builder;
    }

    /// <summary>A number that tells this day from any other: FNV-1a 64 over sessions, then people, eight bytes a value.</summary>
    public ulong CheckValue()
    {
        var hash = 0xCBF29CE484222325;
        foreach (var offering in Offerings)
            hash = Add(Add(Add(hash, offering.Workshop), offering.Slot), offering.Size);
        foreach (var person in People)
        {
            hash = Add(Add(Add(hash, (int)person.Role), person.BusyMask), person.Wishes.Count);
            foreach (var wish in person.Wishes)
                hash = Add(hash, wish);
        }
        return hash;
    }

    /// <summary>The name of a workshop.</summary>
    public static string WorkshopName(int workshop) => string.Create(CultureInfo.InvariantCulture, $"w{workshop:D3}");

    private static string SlotName(int slot) => (slot + 1).ToString(CultureInfo.InvariantCulture);

    private static string GroupName(Audience audience) => audience == Audience.Support ? "support" : "teaching";

    private void DrawWorkshops()
    {
        var count = _shape.Workshops;
        int[] place = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i >= 1; i--)
        {
            var j = _chance.Below(i + 1);
            (place[i], place[j]) = (place[j], place[i]);
        }
        for (var i = 0; i < count; i++)
            _popularity[i] = 1_000_000 / (place[i] + 1 + _shape.Skew);
        for (var i = 0; i < count; i++)
            _track[i] = _chance.Below(8);
        for (var i = 0; i < count; i++)
        {
            var draw = _chance.Below(100);
            _audience[i] = draw < 70 ? Audience.All : draw < 90 ? Audience.Teaching : Audience.Support;
        }
    }

    private void DrawRuns()
    {
        Array.Fill(_runs, 1);
        var key = new long[_shape.Workshops];
        for (var i = 0; i < key.Length; i++)
            key[i] = (long)_popularity[i] * (50 + _chance.Below(100));
        int[] order = [.. Enumerable.Range(0, key.Length).OrderByDescending(i => key[i])];
        for (var left = (_shape.Slots * _shape.Rooms) - key.Length; left > 0;)
        {
            foreach (var workshop in order)
            {
                if (left == 0 || _runs[workshop] >= _shape.Slots)
                    continue;
                _runs[workshop]++;
                left--;
            }
        }
    }

    private List<Offering> DealSlots()
    {
        var offerings = new List<Offering>();
        var load = new int[_shape.Slots];
        foreach (var workshop in Enumerable.Range(0, _shape.Workshops).OrderByDescending(i => _runs[i]))
        {
            int[] tie = [.. Enumerable.Range(0, _shape.Slots).Select(_ => _chance.Below(1_000_000))];
            foreach (var slot in Enumerable.Range(0, _shape.Slots).OrderBy(s => load[s]).ThenBy(s => tie[s]).ThenBy(s => s)
                .Take(_runs[workshop]).ToList())
            {
                offerings.Add(new Offering(workshop, slot));
                load[slot]++;
            }
        }
        return [.. offerings.OrderBy(offering => offering.Slot).ThenBy(offering => offering.Workshop)];
    }

    private void DealRooms()
    {
        var pattern = Enumerable.Range(0, _shape.Rooms).Select(i => RoomPattern[i % RoomPattern.Length]).ToList();
        long sum = pattern.Sum();
        long[] sizes = [.. pattern
            .Select(room => Math.Max(8, ((2L * room * _shape.Tightness * _shape.People) + (100 * sum)) / (200 * sum)))
            .OrderDescending()];
        for (var slot = 0; slot < _shape.Slots; slot++)
        {
            var keyed = Offerings.Where(offering => offering.Slot == slot)
                .Select(offering => (Offering: offering,
                    Key: _shape.RandomRooms ? _chance.Below(1_000_000) : (long)_popularity[offering.Workshop] * (30 + _chance.Below(270))))
                .ToList();
            var room = 0;
            foreach (var (offering, _) in keyed.OrderByDescending(pair => pair.Key))
                offering.Size = (int)sizes[room++];
        }
    }

    private List<Attendee> DrawPeople()
    {
        var people = new List<Attendee>(_shape.People);
        for (var number = 0; number < _shape.People; number++)
        {
            var draw = _chance.Below(100);
            var presents = _shape.WithPresenters && number < _shape.Workshops;
            var role = presents
                ? _audience[number] == Audience.Support ? Audience.Support : Audience.Teaching
                : draw < 20 ? Audience.Support : Audience.Teaching;
            var busy = presents ? Offerings.Where(offering => offering.Workshop == number).Sum(offering => 1 << offering.Slot) : 0;
            people.Add(new Attendee(number, role, _chance.Below(8), busy));
        }
        return people;
    }

    private void DrawWishes()
    {
        var slotsOf = new int[_shape.Workshops];
        foreach (var offering in Offerings)
            slotsOf[offering.Workshop] |= 1 << offering.Slot;
        foreach (var person in People)
        {
            var candidates = Enumerable.Range(0, _shape.Workshops)
                .Where(i => (_audience[i] == Audience.All || _audience[i] == person.Role)
                    && !(_shape.WithPresenters && i == person.Number) && (slotsOf[i] & ~person.BusyMask) != 0)
                .ToList();
            var weight = candidates.ConvertAll(i => (long)_popularity[i] * (_track[i] == person.Track ? 4 : 1));
            var count = _shape.FewestWishes
                + (_shape.MostWishes > _shape.FewestWishes ? _chance.Below(_shape.MostWishes - _shape.FewestWishes + 1) : 0);
            var wishes = new List<int>(count);
            while (wishes.Count < count && candidates.Count > 0)
            {
                var draw = _chance.Below(weight.Sum());
                var at = 0;
                while (draw >= weight[at])
                    draw -= weight[at++];
                wishes.Add(candidates[at]);
                candidates.RemoveAt(at);
                weight.RemoveAt(at);
            }
            person.Wishes = wishes;
        }
    }

    private static ulong Add(ulong hash, int value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        foreach (var part in bytes)
            hash = (hash ^ part) * 0x100000001B3;
        return hash;
    }
}
