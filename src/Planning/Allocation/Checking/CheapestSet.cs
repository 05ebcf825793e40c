namespace Guildhall.Planning.Allocation.Checking;

/// <summary>
/// A person's cheapest set of places at a branch's prices, by a dynamic program over which slots are spent and what they cost so far;
/// it looks at every workshop once.
/// </summary>
internal sealed class CheapestSet
{
    private const long Unreachable = long.MaxValue / 4;

    public CheapestSet(PersonView person, DayView day, BranchPrices prices, int regretLimit, long one)
    {
        var (bestAlone, fixedCost) = (person.BestAloneCost(), person.FixedCost);
        var largest = (int)Math.Min((long)regretLimit + bestAlone - fixedCost, (long)person.OpenSlots.Count * person.EmptyCost);
        (Value, PriceAlone) = (Unreachable, Unreachable);
        if (largest < 0)
            return;
        var index = day.PersonIndex[person.Id];
        int[] slots = [.. person.OpenSlots.Select(slot => day.SlotIndex[slot])];
        var least = new long[1 << slots.Length, largest + 1];
        for (var set = 0; set < least.GetLength(0); set++)
        {
            for (var cost = 0; cost <= largest; cost++)
                least[set, cost] = set == 0 && cost == 0 ? 0 : Unreachable;
        }

        foreach (var (workshop, sessions) in Useful(person, day, prices, index))
        {
            var ways = sessions.Select(session => (Slot: person.OpenSlots.IndexOf(session.Slot), Session: day.IndexOf(session)))
                .Where(way => prices.Allows(index, slots[way.Slot], way.Session))
                .Select(way => (way.Slot, Price: prices.Seat(person.School, way.Session)));
            Offer(least, [.. ways], person.CostOf(workshop));
        }
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (prices.Allows(index, slots[slot], null))
                Offer(least, [(slot, prices.Empty)], person.EmptyCost);
        }

        for (var cost = 0; cost <= largest; cost++)
        {
            var price = least[least.GetLength(0) - 1, cost];
            if (price >= Unreachable)
                continue;
            var regret = cost + fixedCost - bestAlone;
            PriceAlone = Math.Min(PriceAlone, price);
            Value = Math.Min(Value, price + ((long)person.Weight * regret * regret * one));
        }
    }

    public bool Exists => Value < Unreachable;

    /// <summary>The least of weighted square and prices.</summary>
    public long Value { get; }

    /// <summary>The least of prices alone.</summary>
    public long PriceAlone { get; }

    /// <summary>All wishes, and of the other workshops those that are among the cheapest of a slot: no set needs more of them than it has slots.</summary>
    private static IEnumerable<(string Workshop, List<Session> Sessions)> Useful(PersonView person, DayView day, BranchPrices prices, int index)
    {
        var open = person.OpenWorkshops();
        var cheap = person.OpenSlots.SelectMany(slot => open
            .Where(workshop => !person.Wishes.Contains(workshop.Workshop))
            .SelectMany(workshop => workshop.Sessions).Where(session => session.Slot == slot && prices.Allows(index, day.SlotIndex[slot], day.IndexOf(session)))
            .OrderBy(session => prices.Seat(person.School, day.IndexOf(session))).Take(person.OpenSlots.Count)
            .Select(session => session.Workshop)).ToHashSet(StringComparer.Ordinal);
        return open.Where(workshop => person.Wishes.Contains(workshop.Workshop) || cheap.Contains(workshop.Workshop));
    }

    private static void Offer(long[,] least, (int Slot, long Price)[] ways, int cost)
    {
        var (sets, costs) = (least.GetLength(0), least.GetLength(1));
        for (var set = sets - 1; set > 0; set--)
        {
            foreach (var (slot, price) in ways)
            {
                if ((set >> slot & 1) == 0)
                    continue;
                var without = set & ~(1 << slot);
                for (var total = cost; total < costs; total++)
                    least[set, total] = Math.Min(least[set, total], least[without, total - cost] + price);
            }
        }
    }
}
