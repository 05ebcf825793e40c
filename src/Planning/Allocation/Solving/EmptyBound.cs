namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// A floor for empty slots that needs no linear program: in each slot the most people who could sit somewhere if workshops could be
/// repeated (a maximum flow from classes to sessions), and over the day what nobody can avoid even alone.
/// </summary>
internal static class EmptyBound
{
    /// <summary>The fewest empty slots beyond those that nobody could fill even alone. A bound, not always reached.</summary>
    public static int OfAvoidable(Model model)
    {
        var unseated = 0;
        for (var slot = 0; slot < model.SlotCount; slot++)
            unseated += UnseatedIn(model, slot);
        return Math.Max(0, unseated - model.ForcedEmpty);
    }

    private static int UnseatedIn(Model model, int slot)
    {
        var waiting = new int[model.Classes.Count];
        foreach (var options in model.People)
        {
            if (options.Slots.Contains(slot))
                waiting[model.Classes.OfPerson[options.Person]]++;
        }
        var (first, count) = (model.FirstOfSlot(slot), model.FirstOfSlot(slot + 1) - model.FirstOfSlot(slot));
        var flow = new int[model.Classes.Count, count];
        var left = new int[count];
        for (var i = 0; i < count; i++)
            left[i] = model.Seats[first + i];
        for (var personClass = 0; personClass < waiting.Length; personClass++)
        {
            while (waiting[personClass] > 0)
            {
                var moved = Push(personClass, waiting[personClass], new bool[waiting.Length]);
                if (moved == 0)
                    break;
                waiting[personClass] -= moved;
            }
        }
        return waiting.Sum();

        int Room(int personClass, int i) => !model.Classes.IsFor(model.Facts, personClass, first + i) ? 0
            : model.CapLeft is null ? int.MaxValue
            : model.CapLeft[model.Classes.School[personClass], first + i] - SchoolFlow(model.Classes.School[personClass], i);

        int SchoolFlow(int school, int i) =>
            Enumerable.Range(0, waiting.Length).Where(other => model.Classes.School[other] == school).Sum(other => flow[other, i]);

        int Push(int personClass, int amount, bool[] seen)
        {
            seen[personClass] = true;
            for (var i = 0; i < count; i++)
            {
                var moved = Math.Min(Math.Min(amount, left[i]), Room(personClass, i));
                if (moved <= 0)
                    continue;
                flow[personClass, i] += moved;
                left[i] -= moved;
                return moved;
            }
            for (var i = 0; i < count; i++)
            {
                if (!model.Classes.IsFor(model.Facts, personClass, first + i))
                    continue;
                for (var other = 0; other < waiting.Length; other++)
                {
                    if (seen[other] || flow[other, i] == 0)
                        continue;
                    var give = Math.Min(amount, flow[other, i]);
                    if (model.CapLeft is not null && model.Classes.School[other] != model.Classes.School[personClass])
                        give = Math.Min(give, Room(personClass, i));
                    if (give <= 0)
                        continue;
                    var moved = Push(other, give, seen);
                    if (moved == 0)
                        continue;
                    flow[other, i] -= moved;
                    flow[personClass, i] += moved;
                    return moved;
                }
            }
            return 0;
        }
    }
}
