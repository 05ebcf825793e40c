namespace Guildhall.Planning.Allocation.Solving;

/// <summary>A day as the solver sees it: seats that are left beside fixed places, and each person's options in each open slot.</summary>
internal sealed class Model
{
    private readonly AllocationProblem _problem;
    private readonly int[] _firstOfSlot;

    public Model(AllocationProblem problem, ulong seed)
    {
        _problem = problem;
        Facts = problem.Facts;
        SessionCount = problem.Sessions.Count;
        SlotCount = Facts.SlotCount;
        PersonCount = problem.People.Count;
        SchoolCap = problem.SchoolCap ?? int.MaxValue;

        Seats = [.. problem.Sessions.Select(session => session.Seats)];
        Minimum = [.. problem.Sessions.Select(session => session.Minimum)];
        HasSeat = [.. problem.Sessions.Select(session => session.Seats > 0)];
        CapLeft = problem.SchoolCap is null ? null : new int[Facts.Schools.Count, SessionCount];
        TakeFixedPlaces();
        _firstOfSlot = new int[SlotCount + 1];
        foreach (var slot in Facts.SessionSlot)
            _firstOfSlot[slot + 1]++;
        for (var slot = 0; slot < SlotCount; slot++)
            _firstOfSlot[slot + 1] += _firstOfSlot[slot];

        Classes = new PersonClasses(Facts, problem.SchoolCap is not null);
        Ties = new TieBreak(problem, seed);
        People = new PersonOptions[PersonCount];
        for (var person = 0; person < PersonCount; person++)
        {
            People[person] = PersonOptions.Listed(this, person);
            ForcedEmpty += People[person].ForcedEmpty;
        }
    }

    public ProblemFacts Facts { get; }
    public PersonClasses Classes { get; }
    public TieBreak Ties { get; }
    public int SessionCount { get; }
    public int SlotCount { get; }
    public int PersonCount { get; }

    /// <summary>Seats that fixed places leave.</summary>
    public int[] Seats { get; }

    /// <summary>The fewest people still to come for a session to run; 0 where it runs in any case.</summary>
    public int[] Minimum { get; }

    /// <summary>Whether a session has a seat at all, fixed places or not: what a best day alone is made of.</summary>
    public bool[] HasSeat { get; }

    public int SchoolCap { get; }

    /// <summary>By school and session how many more people the school cap allows; <see langword="null"/> = no cap.</summary>
    public int[,]? CapLeft { get; }

    public PersonOptions[] People { get; }

    /// <summary>Empty slots that no allocation can avoid because the person could not fill them even alone.</summary>
    public int ForcedEmpty { get; }

    /// <summary>The first session of a slot; sessions stand in the order of their slots.</summary>
    public int FirstOfSlot(int slot) => _firstOfSlot[slot];

    /// <summary>The weighted squares if everybody had a regret: no allocation within that limit has more.</summary>
    public long MostSquares(int regret) => People.Sum(person => (long)person.Weight * regret * regret);

    public int Carry(int person) => _problem.People[person].Carry;

    private void TakeFixedPlaces()
    {
        if (CapLeft is not null)
        {
            for (var school = 0; school < Facts.Schools.Count; school++)
            {
                for (var session = 0; session < SessionCount; session++)
                    CapLeft[school, session] = Facts.Schools[school].Length == 0 ? int.MaxValue / 2 : SchoolCap;
            }
        }
        for (var person = 0; person < PersonCount; person++)
        {
            foreach (var session in Facts.Fixed[person])
            {
                if (session == ProblemFacts.None)
                    continue;
                Seats[session]--;
                Minimum[session] = 0;
                if (CapLeft is not null)
                    CapLeft[Facts.PersonSchool[person], session]--;
            }
        }
        for (var session = 0; session < SessionCount; session++)
        {
            if (Minimum[session] <= 1)
                Minimum[session] = 0;
        }
    }
}
