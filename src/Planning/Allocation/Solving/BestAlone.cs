namespace Guildhall.Planning.Allocation.Solving;

/// <summary>The best day that a person could have if nobody else came.</summary>
/// <remarks>
/// The workshops that can fill a person's slots together are the independent sets of a transversal matroid, and a place costs
/// the same in whichever slot it is. So taking workshops by rising cost, each whenever the slots can be rearranged to hold it
/// (an augmenting path), fills as many slots as possible and among such fillings costs least (Edmonds and Fulkerson 1965).
/// </remarks>
/// <param name="Filled">Slots filled, fixed places included.</param>
/// <param name="Cost">The total over all slots that the person wants a place in, fixed and empty ones included.</param>
internal readonly record struct BestAlone(int Filled, int Cost)
{
    /// <summary>Computes the best day of a person over some of their slots. O(workshops x slots^2) at worst, mostly far less.</summary>
    /// <param name="facts">The day.</param>
    /// <param name="person">The person.</param>
    /// <param name="hasSeat">For each session whether it can be sat in.</param>
    /// <param name="slots">Which slots count, a bit each.</param>
    public static BestAlone Of(ProblemFacts facts, int person, bool[] hasSeat, uint slots = uint.MaxValue)
    {
        var wishes = facts.Wishes[person];
        var fixedSessions = facts.Fixed[person];
        var (filled, cost, open) = (0, 0, 0);
        Span<int> holder = stackalloc int[facts.SlotCount];
        for (var slot = 0; slot < facts.SlotCount; slot++)
        {
            holder[slot] = Closed;
            if (facts.Busy[person][slot] || (slots >> slot & 1) == 0)
                continue;
            if (fixedSessions[slot] == ProblemFacts.None)
            {
                holder[slot] = Free;
                open++;
                continue;
            }
            filled++;
            cost += Objective.CostOfPlace(facts.Rank(person, facts.SessionWorkshop[fixedSessions[slot]]), wishes.Length);
        }

        var search = new SlotSearch(facts, person, hasSeat);
        for (var rank = 0; rank < wishes.Length && open > 0; rank++)
        {
            if (!search.TryHold(holder, wishes[rank]))
                continue;
            (filled, open, cost) = (filled + 1, open - 1, cost + rank);
        }
        for (var workshop = 0; workshop < facts.WorkshopCount && open > 0; workshop++)
        {
            if (facts.Rank(person, workshop) != ProblemFacts.None || !search.TryHold(holder, workshop))
                continue;
            (filled, open, cost) = (filled + 1, open - 1, cost + wishes.Length);
        }
        return new BestAlone(filled, cost + (open * Objective.CostOfEmptySlot(wishes.Length)));
    }

    private const int Free = -1;
    private const int Closed = -2;

    private readonly struct SlotSearch(ProblemFacts facts, int person, bool[] hasSeat)
    {
        private readonly int _group = facts.PersonGroup[person];

        public bool TryHold(Span<int> holder, int workshop)
        {
            foreach (var session in facts.Fixed[person])
            {
                if (session != ProblemFacts.None && facts.SessionWorkshop[session] == workshop)
                    return false;
            }
            return !facts.Presents[person].AsSpan().Contains(workshop) && TryPlace(holder, workshop, 0u) != Refused;
        }

        private const uint Refused = uint.MaxValue;

        /// <summary>Puts a workshop into a slot, moving others where that makes room; returns the slots tried, or refused.</summary>
        private uint TryPlace(Span<int> holder, int workshop, uint tried)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                for (var slot = 0; slot < holder.Length; slot++)
                {
                    if (holder[slot] == Closed || (tried >> slot & 1) != 0 || (pass == 0) != (holder[slot] == Free))
                        continue;
                    var session = facts.SessionAt(workshop, slot);
                    if (session == ProblemFacts.None || !hasSeat[session] || !facts.IsFor(_group, session))
                        continue;
                    tried |= 1u << slot;
                    if (holder[slot] != Free && !TryMove(holder, slot, ref tried))
                        continue;
                    holder[slot] = workshop;
                    return tried;
                }
            }
            return Refused;
        }

        private bool TryMove(Span<int> holder, int slot, ref uint tried)
        {
            var result = TryPlace(holder, holder[slot], tried);
            if (result == Refused)
            {
                return false;
            }
            tried = result;
            return true;
        }
    }
}
