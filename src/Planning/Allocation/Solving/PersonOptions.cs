namespace Guildhall.Planning.Allocation.Solving;

/// <summary>One way to spend one slot.</summary>
/// <param name="Session">The session; or <see cref="Unlisted"/>, <see cref="Empty"/>.</param>
/// <param name="Workshop">The session's workshop; for the others a number below zero that equals no other in the person's day.</param>
/// <param name="Cost">What it costs its owner.</param>
/// <param name="Tie">The tie-break.</param>
internal readonly record struct Option(int Session, int Workshop, int Cost, double Tie)
{
    /// <summary>Some session that is not on the person's list, left open which.</summary>
    public const int Unlisted = -3;

    /// <summary>No place.</summary>
    public const int Empty = -2;
}

/// <summary>A person's options in each slot that is theirs to fill, cheapest first.</summary>
internal sealed class PersonOptions
{
    private PersonOptions(Model model, int person, int[] slots, int[] start, Option[] options, bool isExplicit, PersonOptions? source)
    {
        Person = person;
        Slots = slots;
        Start = start;
        Options = options;
        IsExplicit = isExplicit;
        var facts = model.Facts;
        if (source is not null)
        {
            (Fixed, BestAlone, ForcedEmpty, LeastCostFrom, Weight) =
                (source.Fixed, source.BestAlone, source.ForcedEmpty, source.LeastCostFrom, source.Weight);
            return;
        }

        Weight = 1 + model.Carry(person);
        var best = Solving.BestAlone.Of(facts, person, model.HasSeat);
        BestAlone = best.Cost;
        ForcedEmpty = facts.Busy[person].Count(busy => !busy) - best.Filled;
        Fixed = FixedCost(facts, person);
        LeastCostFrom = new int[slots.Length + 1];
        LeastCostFrom[0] = BestAlone - Fixed;
        uint rest = 0;
        for (var i = slots.Length - 1; i > 0; i--)
        {
            rest |= 1u << slots[i];
            LeastCostFrom[i] = Solving.BestAlone.Of(facts, person, model.HasSeat, rest).Cost;
        }
    }

    public int Person { get; }

    /// <summary>The slots that are to be filled: not away, not presenting, nothing fixed.</summary>
    public int[] Slots { get; }

    /// <summary>Where each slot's options begin; one entry more than slots.</summary>
    public int[] Start { get; }

    public Option[] Options { get; }

    /// <summary>Whether sessions that are not on the list are named one by one instead of counted by class.</summary>
    public bool IsExplicit { get; }

    /// <summary>What the fixed places cost.</summary>
    public int Fixed { get; }

    /// <summary>The cost of the best day alone, fixed places included.</summary>
    public int BestAlone { get; }

    /// <summary>Empty slots in the best day alone.</summary>
    public int ForcedEmpty { get; }

    /// <summary>1 + carry.</summary>
    public int Weight { get; }

    /// <summary>What a regret counts in the third objective.</summary>
    public double Square(double regret) => Weight * regret * regret;

    /// <summary>For each position the least that the slots from there on can cost.</summary>
    public int[] LeastCostFrom { get; }

    /// <summary>
    /// All options, those that are not on the list as one; by name for people who cannot fill their slots even alone, for whom
    /// "some session" would promise what there is not.
    /// </summary>
    public static PersonOptions Listed(Model model, int person) =>
        Make(model, person, isExplicit: false, source: null) is var options && options.ForcedEmpty > 0 ? Explicit(model, options) : options;

    /// <summary>All options, each session by name.</summary>
    public static PersonOptions Explicit(Model model, PersonOptions source) => Make(model, source.Person, isExplicit: true, source);

    /// <summary>These options without some of them.</summary>
    public PersonOptions Where(Model model, Func<int, Option, bool> keep)
    {
        var (start, options) = (new int[Start.Length], new List<Option>(Options.Length));
        for (var i = 0; i < Slots.Length; i++)
        {
            for (var j = Start[i]; j < Start[i + 1]; j++)
            {
                if (keep(Slots[i], Options[j]))
                    options.Add(Options[j]);
            }
            start[i + 1] = options.Count;
        }
        return new PersonOptions(model, Person, Slots, start, [.. options], IsExplicit, this);
    }

    /// <summary>The regret if every open slot stayed empty: nobody's can be larger.</summary>
    public int WorstRegret => Slots.Length == 0 ? 0 : Fixed - BestAlone + (Slots.Length * Options[^1].Cost);

    /// <summary>Regret and empty slots in an allocation of sessions by person and slot.</summary>
    public (int Regret, int Empty) Judge(ProblemFacts facts, int[] allocation)
    {
        var (cost, empty, length) = (Fixed, 0, facts.Wishes[Person].Length);
        foreach (var slot in Slots)
        {
            var session = allocation[(Person * facts.SlotCount) + slot];
            if (session == ProblemFacts.None)
            {
                empty++;
                cost += Objective.CostOfEmptySlot(length);
                continue;
            }
            cost += Objective.CostOfPlace(facts.Rank(Person, facts.SessionWorkshop[session]), length);
        }
        return (cost - BestAlone, empty);
    }

    /// <summary>Whether the i-th slot may be spent in a way.</summary>
    public bool Allows(int i, int session)
    {
        for (var j = Start[i]; j < Start[i + 1]; j++)
        {
            if (Options[j].Session == session)
                return true;
        }
        return false;
    }

    private static PersonOptions Make(Model model, int person, bool isExplicit, PersonOptions? source)
    {
        var facts = model.Facts;
        var wishes = facts.Wishes[person];
        int[] slots = [.. Enumerable.Range(0, facts.SlotCount)
            .Where(slot => !facts.Busy[person][slot] && facts.Fixed[person][slot] == ProblemFacts.None)];
        int[] held = [.. facts.Fixed[person].Where(session => session != ProblemFacts.None).Select(session => facts.SessionWorkshop[session])];

        var start = new int[slots.Length + 1];
        var options = new List<Option>();
        for (var i = 0; i < slots.Length; i++)
        {
            for (var rank = 0; rank < wishes.Length; rank++)
                AddIfOpen(facts.SessionAt(wishes[rank], slots[i]), rank);
            AddUnlisted(slots[i]);
            options.Add(new Option(Option.Empty, -1 - (2 * i), Objective.CostOfEmptySlot(wishes.Length), 0));
            start[i + 1] = options.Count;
        }
        return new PersonOptions(model, person, slots, start, [.. options], isExplicit, source);

        bool IsOpen(int session) => session != ProblemFacts.None && model.Seats[session] > 0 && facts.IsFor(facts.PersonGroup[person], session)
            && !held.Contains(facts.SessionWorkshop[session]) && !facts.Presents[person].Contains(facts.SessionWorkshop[session])
            && (model.CapLeft is null || model.CapLeft[facts.PersonSchool[person], session] > 0);

        void AddIfOpen(int session, int cost)
        {
            if (IsOpen(session))
                options.Add(new Option(session, facts.SessionWorkshop[session], cost, model.Ties.Of(person, session)));
        }

        void AddUnlisted(int slot)
        {
            for (var session = model.FirstOfSlot(slot); session < model.FirstOfSlot(slot + 1); session++)
            {
                if (facts.Rank(person, facts.SessionWorkshop[session]) != ProblemFacts.None || !IsOpen(session))
                    continue;
                if (isExplicit)
                {
                    AddIfOpen(session, wishes.Length);
                    continue;
                }
                options.Add(new Option(Option.Unlisted, -2 - (2 * slot), wishes.Length, 0));
                return;
            }
        }
    }

    private static int FixedCost(ProblemFacts facts, int person) =>
        facts.Fixed[person].Where(session => session != ProblemFacts.None)
            .Sum(session => Objective.CostOfPlace(facts.Rank(person, facts.SessionWorkshop[session]), facts.Wishes[person].Length));
}
