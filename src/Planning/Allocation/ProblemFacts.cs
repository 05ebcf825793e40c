namespace Guildhall.Planning.Allocation;

/// <summary>A problem's names as numbers: what every part that counts starts from. Indexes are those of the problem's lists.</summary>
internal sealed class ProblemFacts
{
    /// <summary>No session, no workshop, no rank.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> _workshops;
    private readonly Dictionary<string, int> _slots;
    private readonly Dictionary<string, int> _people;
    private readonly int[,] _sessionAt;

    public ProblemFacts(AllocationProblem problem)
    {
        _workshops = Positions(problem.Workshops);
        _slots = Positions(problem.Slots);
        _people = Positions([.. problem.People.Select(person => person.Id)]);
        SlotCount = problem.Slots.Count;
        WorkshopCount = problem.Workshops.Count;

        SessionSlot = [.. problem.Sessions.Select(session => _slots[session.Slot])];
        SessionWorkshop = [.. problem.Sessions.Select(session => _workshops[session.Workshop])];
        _sessionAt = new int[problem.Workshops.Count, SlotCount];
        for (var workshop = 0; workshop < problem.Workshops.Count; workshop++)
        {
            for (var slot = 0; slot < SlotCount; slot++)
                _sessionAt[workshop, slot] = None;
        }
        for (var session = 0; session < SessionSlot.Length; session++)
            _sessionAt[SessionWorkshop[session], SessionSlot[session]] = session;

        var groups = Positions([.. problem.People.Select(person => person.Group)
            .Concat(problem.Sessions.SelectMany(session => session.Groups)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        GroupCount = groups.Count;
        PersonGroup = [.. problem.People.Select(person => groups[person.Group])];
        _isFor = new bool[GroupCount, SessionSlot.Length];
        for (var session = 0; session < SessionSlot.Length; session++)
        {
            var named = problem.Sessions[session].Groups;
            for (var group = 0; group < GroupCount; group++)
                _isFor[group, session] = named.Count == 0;
            foreach (var name in named)
                _isFor[groups[name], session] = true;
        }

        Schools = [.. problem.People.Select(person => person.School).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var schools = Positions(Schools);
        PersonSchool = [.. problem.People.Select(person => schools[person.School])];

        var count = problem.People.Count;
        Presents = new int[count][];
        Busy = new bool[count][];
        Wishes = new int[count][];
        for (var person = 0; person < count; person++)
            ReadPerson(problem.People[person], person);

        Fixed = new int[count][];
        foreach (var place in problem.FixedPlaces)
        {
            var person = _people[place.Person];
            Fixed[person] ??= EmptyRow();
            Fixed[person][_slots[place.Slot]] = SessionAt(_workshops[place.Workshop], _slots[place.Slot]);
        }
        var nothingFixed = EmptyRow();
        for (var person = 0; person < count; person++)
            Fixed[person] ??= nothingFixed;
    }

    private readonly bool[,] _isFor;

    public int SlotCount { get; }
    public int WorkshopCount { get; }
    public int GroupCount { get; }
    public int[] SessionSlot { get; }
    public int[] SessionWorkshop { get; }
    public int[] PersonGroup { get; }
    public int[] PersonSchool { get; }
    public IReadOnlyList<string> Schools { get; }

    /// <summary>For each person the workshops that they present.</summary>
    public int[][] Presents { get; }

    /// <summary>For each person and slot whether they are away or presenting in it, and so want no place.</summary>
    public bool[][] Busy { get; }

    /// <summary>For each person the valid list of wishes, as workshops, best first.</summary>
    public int[][] Wishes { get; }

    /// <summary>For each person and slot the session of their fixed place, or <see cref="None"/>.</summary>
    public int[][] Fixed { get; }

    public int PersonIndex(string id) => _people[id];

    public int SlotIndex(string label) => _slots[label];

    public int WorkshopIndex(string workshop) => _workshops[workshop];

    /// <summary>The session of a workshop in a slot, or <see cref="None"/>.</summary>
    public int SessionAt(int workshop, int slot) => _sessionAt[workshop, slot];

    /// <summary>Whether a session is for a role group.</summary>
    public bool IsFor(int group, int session) => _isFor[group, session];

    /// <summary>The rank of a workshop on a person's valid list from 0, or <see cref="None"/>.</summary>
    public int Rank(int person, int workshop) => Array.IndexOf(Wishes[person], workshop);

    private int[] EmptyRow()
    {
        var row = new int[SlotCount];
        Array.Fill(row, None);
        return row;
    }

    private void ReadPerson(Person person, int index)
    {
        var busy = new bool[SlotCount];
        foreach (var label in person.Away)
        {
            if (_slots.TryGetValue(label, out var slot))
                busy[slot] = true;
        }
        Presents[index] = [.. person.Presents.Select(name => _workshops[name]).Distinct()];
        foreach (var workshop in Presents[index])
        {
            for (var slot = 0; slot < SlotCount; slot++)
                busy[slot] |= SessionAt(workshop, slot) != None;
        }
        Busy[index] = busy;

        var wishes = new List<int>(person.Wishes.Count);
        foreach (var name in person.Wishes)
        {
            var workshop = _workshops[name];
            if (!wishes.Contains(workshop) && !Presents[index].Contains(workshop) && IsOpenTo(PersonGroup[index], workshop))
                wishes.Add(workshop);
        }
        Wishes[index] = [.. wishes];
    }

    /// <summary>Whether any session of a workshop is for a role group.</summary>
    private bool IsOpenTo(int group, int workshop)
    {
        for (var slot = 0; slot < SlotCount; slot++)
        {
            var session = SessionAt(workshop, slot);
            if (session != None && IsFor(group, session))
                return true;
        }
        return false;
    }

    private static Dictionary<string, int> Positions(IReadOnlyList<string> names)
    {
        var positions = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
            positions.Add(names[i], i);
        return positions;
    }
}
