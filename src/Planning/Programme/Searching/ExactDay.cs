using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// A programme as a day for the allocation planner. Regret is measured there from the best day that a person could have alone; here it is to
/// be measured from the best day in any programme. So the day gets sessions that nobody can attend, their only seat being fixed for somebody
/// who is there for nothing else: they make the best day alone what it would be if everything ran in every slot.
/// </summary>
internal static class ExactDay
{
    /// <summary>Whether the planner can tell the objective: it knows ranked wishes only.</summary>
    public static bool IsPossible(Facts facts) =>
        Enumerable.Range(0, facts.People).All(person => !facts.IsEqual[person] || facts.Wishes[person].Length <= 1);

    public static AllocationProblem Of(ProgrammeProblem problem, Grid grid)
    {
        var facts = problem.Facts;
        var builder = new AllocationProblemBuilder();
        var runs = new uint[facts.Workshops];
        for (var workshop = 0; workshop < facts.Workshops; workshop++)
        {
            for (var slot = 0; slot < facts.Slots; slot++)
            {
                if (grid.Seats(workshop, slot) is var seats && seats == Facts.None)
                    continue;
                runs[workshop] |= 1u << slot;
                builder.Add(SessionOf(problem, workshop, slot, seats) with { Minimum = problem.Workshops[workshop].Smallest });
            }
        }
        for (var person = 0; person < facts.People; person++)
            builder.Add(PersonOf(problem, person, facts.Free(person, runs)));
        var number = 0;
        foreach (var session in Unattended(problem, runs))
        {
            builder.Add(session);
            var nobody = new Person($"\uffff{number++}") { Group = session.Groups.FirstOrDefault(""), Away = [.. problem.Slots.Where(slot => !string.Equals(slot, session.Slot, StringComparison.Ordinal))] };
            builder.Add(nobody).Add(new FixedPlace(nobody.Id, session.Workshop, session.Slot));
        }
        return builder.Build();
    }

    private static Session SessionOf(ProgrammeProblem problem, int workshop, int slot, int seats) =>
        new(problem.Workshops[workshop].Id, problem.Slots[slot], seats) { Groups = problem.Workshops[workshop].Groups };

    private static Person PersonOf(ProgrammeProblem problem, int person, uint free) => new(problem.People[person].Id)
    {
        Group = problem.People[person].Group,
        Carry = problem.People[person].Carry,
        Away = [.. problem.Slots.Where((_, slot) => (free >> slot & 1) == 0)],
        Wishes = [.. problem.Facts.Wishes[person].Select(workshop => problem.Workshops[workshop].Id)],
    };

    /// <summary>
    /// One off everybody's list in each slot, and of each workshop as many as are missing for somebody's best wishes to fit into their slots.
    /// </summary>
    private static IEnumerable<Session> Unattended(ProgrammeProblem problem, uint[] runs)
    {
        var facts = problem.Facts;
        foreach (var slot in problem.Slots)
            yield return new Session($"\uffff{slot}", slot, 1);
        uint[] exists = [.. runs];
        for (var person = 0; person < facts.People; person++)
        {
            var free = facts.Free(person, runs);
            var wishes = facts.Wishes[person].AsSpan(0, Math.Min(facts.Wishes[person].Length, Facts.Count(free))).ToArray();
            var holder = new int[facts.Slots];
            Array.Fill(holder, Facts.None);
            foreach (var workshop in wishes)
            {
                var tried = 0u;
                if (TryHold(workshop, ref tried))
                    continue;
                var slot = Enumerable.Range(0, facts.Slots).First(slot => (free >> slot & 1) != 0 && holder[slot] == Facts.None);
                holder[slot] = workshop;
                exists[workshop] |= 1u << slot;
                yield return SessionOf(problem, workshop, slot, 1);
            }

            bool TryHold(int workshop, ref uint tried)
            {
                for (var slot = 0; slot < facts.Slots; slot++)
                {
                    if ((exists[workshop] & free & ~tried & 1u << slot) == 0)
                        continue;
                    tried |= 1u << slot;
                    if (holder[slot] != Facts.None && !TryHold(holder[slot], ref tried))
                        continue;
                    holder[slot] = workshop;
                    return true;
                }
                return false;
            }
        }
        for (var workshop = 0; workshop < facts.Workshops; workshop++)
        {
            // A wish for what runs nowhere is still a wish.
            if (exists[workshop] == 0 && facts.Concerned[workshop].Length > 0)
                yield return SessionOf(problem, workshop, 0, 1);
        }
    }
}
