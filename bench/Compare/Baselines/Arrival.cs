using Guildhall.Bench.Days;
using static Guildhall.Bench.Compare.PlainDay;

namespace Guildhall.Bench.Compare.Baselines;

/// <summary>What is done today: people come one after the other and take what is still there.</summary>
internal static class Arrival
{
    /// <summary>Sign-up sheets: in order of arrival each takes, slot by slot, the best that is still open.</summary>
    public static int[][] FirstComeFirstServed(PlainDay day, ulong seed)
    {
        var (sheet, chance) = (new OpenPlaces(day), new SplitMix64(seed));
        var order = Shuffle(day.People, chance);
        foreach (var person in order)
        {
            for (var slot = 0; slot < day.Slots; slot++)
            {
                var open = person.Allowed[slot].Where(session => sheet.Places[person.Index][slot] == None
                    && Array.IndexOf(person.List, day.WorkshopOf[session]) >= 0 && sheet.IsOpen(person, session)).ToList();
                if (open.Count > 0)
                    sheet.Take(person, open.MinBy(session => person.Cost(day.WorkshopOf[session])));
            }
        }
        return sheet.FillTheRest(order, chance);
    }

    /// <summary>Random serial dictatorship: in random order each takes the best whole day that is still open.</summary>
    public static int[][] RandomOrder(PlainDay day, ulong seed)
    {
        var (sheet, chance) = (new OpenPlaces(day), new SplitMix64(seed));
        var order = Shuffle(day.People, chance);
        foreach (var person in order)
        {
            var best = BestDay.Find(day, person, session => sheet.IsOpen(person, session)).Sessions;
            foreach (var session in best.Where((session, slot) => session != None && person.Fixed[slot] == None))
            {
                // What is not on the list is left to those who wish for it.
                if (Array.IndexOf(person.List, day.WorkshopOf[session]) >= 0)
                    sheet.Take(person, session);
            }
        }
        return sheet.FillTheRest(order, chance);
    }

    private static Attendee[] Shuffle(IReadOnlyList<Attendee> people, SplitMix64 chance)
    {
        Attendee[] order = [.. people];
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = chance.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }
}
