namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// Turns sets of places into sessions: whoever has a place that is on no list gets one of the sessions with seats left, by
/// augmenting paths (Kuhn 1955) slot by slot. Exact within a slot unless a school cap binds; if it fails, the people concerned
/// are named, and the linear program then treats their sessions one by one.
/// </summary>
internal sealed class HandOut
{
    private readonly Model _model;
    private readonly int[] _place;
    private readonly int[] _seatsLeft;
    private readonly int[] _limit;
    private readonly List<int>[] _sitting;
    private readonly int[,]? _capLeft;
    private readonly bool[] _visited;

    /// <param name="model">The day.</param>
    /// <param name="sets">Each person's set.</param>
    /// <param name="needed">For each session how many people it must have at least; -1 = it does not run.</param>
    public HandOut(Model model, Column[] sets, int[] needed)
    {
        _model = model;
        _place = new int[model.PersonCount * model.SlotCount];
        Array.Fill(_place, ProblemFacts.None);
        _seatsLeft = [.. model.Seats];
        _limit = new int[model.SessionCount];
        _capLeft = (int[,]?)model.CapLeft?.Clone();
        _visited = new bool[model.SessionCount];
        _sitting = [.. Enumerable.Range(0, model.SessionCount).Select(_ => new List<int>())];
        foreach (var set in sets)
            TakeListed(set);
        var waiting = WaitingBySlot(sets);
        for (var slot = 0; slot < model.SlotCount; slot++)
            FillSlot(slot, waiting[slot], needed);
    }

    /// <summary>People for whom no session was found, and, where a minimum could not be met, all who might have met it.</summary>
    public SortedSet<int> Unplaced { get; } = [];

    /// <summary>Whether the listed places alone break seats or caps; then <see cref="Place"/> means nothing.</summary>
    public bool IsOverfull { get; private set; }

    /// <summary>The session of a person in a slot, or none.</summary>
    public int Place(int person, int slot) => _place[(person * _model.SlotCount) + slot];

    private void TakeListed(Column set)
    {
        var options = _model.People[set.Person];
        for (var i = 0; i < set.Set.Length; i++)
        {
            var session = set.Set[i].Session;
            if (session < 0)
                continue;
            _place[(set.Person * _model.SlotCount) + options.Slots[i]] = session;
            IsOverfull |= --_seatsLeft[session] < 0;
            if (_capLeft is not null)
                IsOverfull |= --_capLeft[_model.Facts.PersonSchool[set.Person], session] < 0;
        }
    }

    private List<int>[] WaitingBySlot(Column[] sets)
    {
        var waiting = new List<int>[_model.SlotCount];
        for (var slot = 0; slot < waiting.Length; slot++)
            waiting[slot] = [];
        foreach (var set in sets.OrderBy(set => _model.Ties.OrderOf(set.Person)).ThenBy(set => set.Person))
        {
            var options = _model.People[set.Person];
            for (var i = 0; i < set.Set.Length; i++)
            {
                if (set.Set[i].Session == Option.Unlisted)
                    waiting[options.Slots[i]].Add(set.Person);
            }
        }
        return waiting;
    }

    private void FillSlot(int slot, List<int> waiting, int[] needed)
    {
        var isShort = false;
        for (var session = _model.FirstOfSlot(slot); session < _model.FirstOfSlot(slot + 1); session++)
            _limit[session] = Math.Max(0, needed[session] - (_model.Seats[session] - _seatsLeft[session]));
        waiting.RemoveAll(person => TrySeat(person, slot));
        for (var session = _model.FirstOfSlot(slot); session < _model.FirstOfSlot(slot + 1); session++)
        {
            isShort |= _sitting[session].Count < _limit[session];
            _limit[session] = needed[session] < 0 ? 0 : _sitting[session].Count + _seatsLeft[session];
        }
        foreach (var person in waiting)
        {
            if (!TrySeat(person, slot))
                Unplaced.Add(person);
        }
        if (!isShort)
            return;
        for (var session = _model.FirstOfSlot(slot); session < _model.FirstOfSlot(slot + 1); session++)
            Unplaced.UnionWith(_sitting[session]);
    }

    private bool TrySeat(int person, int slot)
    {
        Array.Clear(_visited);
        return Augment(person, slot);
    }

    private bool Augment(int person, int slot)
    {
        var (from, to) = (_model.FirstOfSlot(slot), _model.FirstOfSlot(slot + 1));
        for (var session = from; session < to; session++)
        {
            if (_visited[session] || _sitting[session].Count >= _limit[session] || !MaySit(person, session) || !HasCapFor(person, session))
                continue;
            Sit(person, session);
            return true;
        }
        for (var session = from; session < to; session++)
        {
            if (_visited[session] || _limit[session] == 0 || !MaySit(person, session))
                continue;
            _visited[session] = true;
            for (var i = 0; i < _sitting[session].Count; i++)
            {
                var other = _sitting[session][i];
                if (!HasCapFor(person, session) && _model.Facts.PersonSchool[other] != _model.Facts.PersonSchool[person])
                    continue;
                Rise(other, session, i);
                if (Augment(other, slot))
                {
                    Sit(person, session);
                    return true;
                }
                Sit(other, session, i);
            }
        }
        return false;
    }

    private void Sit(int person, int session, int at = -1)
    {
        _sitting[session].Insert(at < 0 ? _sitting[session].Count : at, person);
        _seatsLeft[session]--;
        if (_capLeft is not null)
            _capLeft[_model.Facts.PersonSchool[person], session]--;
        _place[(person * _model.SlotCount) + _model.Facts.SessionSlot[session]] = session;
    }

    private void Rise(int person, int session, int at)
    {
        _sitting[session].RemoveAt(at);
        _seatsLeft[session]++;
        if (_capLeft is not null)
            _capLeft[_model.Facts.PersonSchool[person], session]++;
        _place[(person * _model.SlotCount) + _model.Facts.SessionSlot[session]] = ProblemFacts.None;
    }

    private bool HasCapFor(int person, int session) => _capLeft is null || _capLeft[_model.Facts.PersonSchool[person], session] > 0;

    private bool MaySit(int person, int session)
    {
        var facts = _model.Facts;
        var workshop = facts.SessionWorkshop[session];
        if (!facts.IsFor(facts.PersonGroup[person], session) || facts.Rank(person, workshop) != ProblemFacts.None
            || facts.Presents[person].Contains(workshop))
            return false;
        for (var slot = 0; slot < _model.SlotCount; slot++)
        {
            var place = _place[(person * _model.SlotCount) + slot];
            if (place != ProblemFacts.None && place != session && facts.SessionWorkshop[place] == workshop)
                return false;
            if (facts.Fixed[person][slot] is var kept and not ProblemFacts.None && facts.SessionWorkshop[kept] == workshop)
                return false;
        }
        return true;
    }
}
