namespace Guildhall.Planning.Programme.Searching;

/// <summary>A programme while it is made: what stands in each room in each slot. It never breaks a rule about two runs or about one.</summary>
internal sealed class Grid(Facts facts)
{
    private readonly int[] _workshop = Filled(facts.Slots * facts.Rooms);
    private readonly int[] _room = Filled(facts.Workshops * facts.Slots);
    private readonly int[] _count = new int[facts.Workshops];

    /// <summary>Slot x rooms + room.</summary>
    public int Cells => _workshop.Length;

    /// <summary>The workshop in a cell, or <see cref="Facts.None"/>.</summary>
    public int this[int cell] => _workshop[cell];

    public int SlotOf(int cell) => cell / facts.Rooms;

    public int RoomOf(int cell) => cell % facts.Rooms;

    /// <summary>The room of a workshop in a slot, or <see cref="Facts.None"/>.</summary>
    public int RoomOf(int workshop, int slot) => _room[(workshop * facts.Slots) + slot];

    public int Count(int workshop) => _count[workshop];

    /// <summary>The seats of a workshop in a slot, or <see cref="Facts.None"/> where it does not run.</summary>
    public int Seats(int workshop, int slot) =>
        RoomOf(workshop, slot) is var room && room == Facts.None ? Facts.None : facts.SeatsIn[(workshop * facts.Rooms) + room];

    public void Put(int workshop, int cell)
    {
        _workshop[cell] = workshop;
        _room[(workshop * facts.Slots) + SlotOf(cell)] = RoomOf(cell);
        _count[workshop]++;
    }

    public void Clear(int cell)
    {
        var workshop = _workshop[cell];
        if (workshop == Facts.None)
            return;
        _workshop[cell] = Facts.None;
        _room[(workshop * facts.Slots) + SlotOf(cell)] = Facts.None;
        _count[workshop]--;
    }

    /// <summary>Whether a workshop may be put into an empty cell.</summary>
    public bool Fits(int workshop, int cell)
    {
        var (slot, room) = (SlotOf(cell), RoomOf(cell));
        if (_workshop[cell] != Facts.None || _count[workshop] >= facts.MostRuns[workshop] || !facts.MayStand(workshop, slot, room)
            || RoomOf(workshop, slot) != Facts.None)
            return false;
        foreach (var presenter in facts.PresentersOf[workshop])
        {
            foreach (var other in facts.PresentedBy[presenter])
            {
                if (RoomOf(other, slot) != Facts.None || IsFar(other, slot - 1, room) || IsFar(other, slot + 1, room))
                    return false;
            }
        }
        return true;
    }

    /// <summary>The cells whose runs keep a workshop, with as many runs as it may have left aside, from being put into a cell.</summary>
    public void CollectObstacles(int workshop, int cell, List<int> obstacles)
    {
        var (slot, room) = (SlotOf(cell), RoomOf(cell));
        if (_workshop[cell] != Facts.None)
            obstacles.Add(cell);
        Note(workshop, slot);
        foreach (var presenter in facts.PresentersOf[workshop])
        {
            foreach (var other in facts.PresentedBy[presenter])
            {
                Note(other, slot);
                if (IsFar(other, slot - 1, room))
                    Note(other, slot - 1);
                if (IsFar(other, slot + 1, room))
                    Note(other, slot + 1);
            }
        }

        void Note(int other, int at)
        {
            if (RoomOf(other, at) is var its && its != Facts.None && !obstacles.Contains((at * facts.Rooms) + its))
                obstacles.Add((at * facts.Rooms) + its);
        }
    }

    public bool Holds(Facts.Pin pin)
    {
        for (var slot = 0; slot < facts.Slots; slot++)
        {
            var room = RoomOf(pin.Workshop, slot);
            if (room != Facts.None && (pin.Slot == Facts.None || pin.Slot == slot) && (pin.Room == Facts.None || pin.Room == room))
                return true;
        }
        return false;
    }

    public bool HoldsPinsOf(int workshop)
    {
        foreach (var pin in facts.PinsOf[workshop])
        {
            if (!Holds(pin))
                return false;
        }
        return true;
    }

    /// <summary>Whether every workshop runs often enough and every pin holds.</summary>
    public bool IsComplete()
    {
        for (var workshop = 0; workshop < facts.Workshops; workshop++)
        {
            if (_count[workshop] < facts.FewestRuns[workshop] || !HoldsPinsOf(workshop))
                return false;
        }
        return true;
    }

    public bool IsSameAs(Grid other) => _workshop.AsSpan().SequenceEqual(other._workshop);

    public Grid Copy()
    {
        var copy = new Grid(facts);
        CopyTo(copy);
        return copy;
    }

    public void CopyTo(Grid other)
    {
        _workshop.CopyTo(other._workshop, 0);
        _room.CopyTo(other._room, 0);
        _count.CopyTo(other._count, 0);
    }

    /// <summary>By workshop and slot the seats, as <see cref="Market.Open"/> takes them.</summary>
    public int[] AllSeats()
    {
        var seats = new int[facts.Workshops * facts.Slots];
        for (var at = 0; at < seats.Length; at++)
            seats[at] = Seats(at / facts.Slots, at % facts.Slots);
        return seats;
    }

    public ProgrammeBoard ToBoard(ProgrammeProblem problem) => new([.. Enumerable.Range(0, Cells).Where(cell => _workshop[cell] != Facts.None)
        .Select(cell => new ProgrammeRun(problem.Workshops[_workshop[cell]].Id, problem.Slots[SlotOf(cell)], problem.Rooms[RoomOf(cell)].Id))]);

    private bool IsFar(int other, int slot, int room) =>
        slot >= 0 && slot < facts.Slots && RoomOf(other, slot) is var its && its != Facts.None && facts.Site[its] != facts.Site[room];

    private static int[] Filled(int length)
    {
        var array = new int[length];
        Array.Fill(array, Facts.None);
        return array;
    }
}
