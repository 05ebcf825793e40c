using System.Numerics;

namespace Guildhall.Planning.Allocation.Checking;

/// <summary>One person's day, read off the rows.</summary>
internal sealed class PersonView
{
    private const int Unreachable = int.MaxValue / 2;
    private readonly DayView _day;
    private readonly Person _person;
    private readonly List<FixedPlace> _fixed;

    public PersonView(DayView day, Person person, IEnumerable<FixedPlace> fixedPlaces)
    {
        (_day, _person, _fixed) = (day, person, [.. fixedPlaces]);
        var presenting = person.Presents.SelectMany(workshop => day.ByWorkshop[workshop]).Select(session => session.Slot).ToHashSet(StringComparer.Ordinal);
        WantedSlots = [.. day.Problem.Slots.Where(slot => !person.Away.Contains(slot, StringComparer.Ordinal) && !presenting.Contains(slot))];
        OpenSlots = [.. WantedSlots.Where(slot => !_fixed.Exists(place => place.Slot == slot))];
        Wishes = [.. person.Wishes.Distinct(StringComparer.Ordinal)
            .Where(workshop => !person.Presents.Contains(workshop, StringComparer.Ordinal) && day.ByWorkshop[workshop].Any(IsForMe))];
    }

    /// <summary>Slots in which the person wants a place.</summary>
    public List<string> WantedSlots { get; }

    /// <summary>Those of them that no fixed place fills.</summary>
    public List<string> OpenSlots { get; }

    /// <summary>The valid list.</summary>
    public List<string> Wishes { get; }

    public string Id => _person.Id;

    public int Weight => 1 + _person.Carry;

    public string School => _person.School;

    public int EmptyCost => Wishes.Count + 1;

    public int FixedCost => _fixed.Sum(place => CostOf(place.Workshop));

    public int CostOf(string workshop) => Wishes.IndexOf(workshop) is var rank and >= 0 ? rank : Wishes.Count;

    /// <summary>The workshops that the person may attend beside the fixed ones, each with its sessions in open slots.</summary>
    public List<(string Workshop, List<Session> Sessions)> OpenWorkshops()
    {
        var result = new List<(string, List<Session>)>();
        foreach (var workshop in _day.ByWorkshop)
        {
            if (_person.Presents.Contains(workshop.Key, StringComparer.Ordinal) || _fixed.Exists(place => place.Workshop == workshop.Key))
                continue;
            var sessions = workshop.Where(session => session.Seats > 0 && IsForMe(session) && OpenSlots.Contains(session.Slot)).ToList();
            if (sessions.Count > 0)
                result.Add((workshop.Key, sessions));
        }
        return result;
    }

    /// <summary>How many of the open slots could be filled if nobody else came.</summary>
    public int MostSlotsAlone() => MostSlots(CostsAlone());

    /// <summary>The best day alone: most slots filled, then least cost.</summary>
    public int BestAloneCost()
    {
        var cost = CostsAlone();
        var most = MostSlots(cost);
        return FixedCost + ((OpenSlots.Count - most) * EmptyCost)
            + Enumerable.Range(0, cost.Length).Where(set => BitOperations.PopCount((uint)set) == most).Min(set => cost[set]);
    }

    private static int MostSlots(int[] cost) =>
        Enumerable.Range(0, cost.Length).Where(set => cost[set] < Unreachable).Max(set => BitOperations.PopCount((uint)set));

    /// <summary>For each set of open slots the least that filling just these could cost, by trying every workshop in every slot.</summary>
    private int[] CostsAlone()
    {
        var cost = new int[1 << OpenSlots.Count];
        Array.Fill(cost, Unreachable);
        cost[0] = 0;
        var unlisted = new Dictionary<int, int>();
        foreach (var (workshop, sessions) in OpenWorkshops())
        {
            var slots = sessions.Sum(session => 1 << OpenSlots.IndexOf(session.Slot));
            if (!Wishes.Contains(workshop))
            {
                // Workshops off the list with the same slots are alike; more than one for each slot is of no use.
                unlisted[slots] = unlisted.GetValueOrDefault(slots) + 1;
                if (unlisted[slots] > OpenSlots.Count)
                    continue;
            }
            Offer(cost, slots, CostOf(workshop));
        }
        return cost;
    }

    private static void Offer(int[] cost, int slots, int price)
    {
        for (var set = cost.Length - 1; set > 0; set--)
        {
            for (var rest = set & slots; rest != 0; rest &= rest - 1)
            {
                var without = cost[set & ~(rest & -rest)] + price;
                if (without < cost[set])
                    cost[set] = without;
            }
        }
    }

    private bool IsForMe(Session session) => session.Groups.Count == 0 || session.Groups.Contains(_person.Group, StringComparer.Ordinal);
}
