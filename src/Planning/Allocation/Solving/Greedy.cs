namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// An allocation that keeps every rule, found at once: people in an order drawn from the seed each take the best set that is left.
/// It is there for runs that are stopped early; nothing else is built on it.
/// </summary>
internal static class Greedy
{
    public static int[] Allocate(Model model)
    {
        var closed = new bool[model.SessionCount];
        while (true)
        {
            var (places, attendance) = Fill(model, closed);
            var tooFew = Enumerable.Range(0, model.SessionCount)
                .Where(session => attendance[session] > 0 && attendance[session] < model.Minimum[session]).ToList();
            if (tooFew.Count == 0)
                return places;
            closed[tooFew.MinBy(session => (double)attendance[session] / model.Minimum[session])] = true;
        }
    }

    private static (int[] Places, int[] Attendance) Fill(Model model, bool[] closed)
    {
        var facts = model.Facts;
        var places = new int[model.PersonCount * model.SlotCount];
        Array.Fill(places, ProblemFacts.None);
        var attendance = new int[model.SessionCount];
        var capLeft = (int[,]?)model.CapLeft?.Clone();
        foreach (var person in Enumerable.Range(0, model.PersonCount).OrderBy(model.Ties.OrderOf).ThenBy(person => person))
        {
            var taken = new HashSet<int>(facts.Fixed[person].Where(session => session != ProblemFacts.None).Select(session => facts.SessionWorkshop[session]));
            taken.UnionWith(facts.Presents[person]);
            foreach (var slot in model.People[person].Slots)
            {
                var best = ProblemFacts.None;
                var bestCost = int.MaxValue;
                for (var session = model.FirstOfSlot(slot); session < model.FirstOfSlot(slot + 1); session++)
                {
                    var workshop = facts.SessionWorkshop[session];
                    if (closed[session] || attendance[session] >= model.Seats[session] || taken.Contains(workshop)
                        || !facts.IsFor(facts.PersonGroup[person], session)
                        || capLeft?[facts.PersonSchool[person], session] <= 0)
                        continue;
                    var cost = Objective.CostOfPlace(facts.Rank(person, workshop), facts.Wishes[person].Length);
                    if (cost < bestCost)
                        (best, bestCost) = (session, cost);
                }
                if (best == ProblemFacts.None)
                    continue;
                places[(person * model.SlotCount) + slot] = best;
                attendance[best]++;
                taken.Add(facts.SessionWorkshop[best]);
                if (capLeft is not null)
                    capLeft[facts.PersonSchool[person], best]--;
            }
        }
        return (places, attendance);
    }
}
