namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// Improves a programme by swaps of two rooms or slots and by other repeats (simulated annealing: Kirkpatrick, Gelatt, Vecchi 1983). A swap
/// is first judged at the prices as they are, which looks at the people concerned only; what passes is judged again at prices that had time
/// to follow.
/// </summary>
internal sealed class Annealing
{
    private const int RoundsToFollow = 3;
    private const double PaceToFollow = 0.3;
    private readonly Facts _facts;
    private readonly Chance _chance;
    private readonly Market _market;
    private readonly double[] _oldPrice;
    private readonly double[] _oldValue;
    private readonly List<Market.Change> _changes = [];
    private readonly List<Market.Change> _before = [];
    private readonly (int Cell, int Workshop)[] _undo = new (int, int)[2];

    public Annealing(Facts facts, Grid grid, Scale scale, Chance chance)
    {
        (_facts, _chance, Grid) = (facts, chance, grid);
        _market = new Market(facts, scale);
        _market.Open(grid.AllSeats());
        _market.Tune(40, 1);
        Best = grid.Copy();
        BestFloor = _market.Floor;
        (_oldPrice, _oldValue) = (new double[_market.Price.Length], new double[facts.People]);
    }

    /// <summary>The programme at present.</summary>
    public Grid Grid { get; }

    public Market Market => _market;

    /// <summary>The programme with the lowest floor met.</summary>
    public Grid Best { get; }

    public double BestFloor { get; private set; }

    public double Floor => _market.Floor;

    /// <summary>Proposes one change and takes it or leaves it.</summary>
    /// <param name="temperature">What a change may cost, by and large.</param>
    /// <returns>Whether the programme changed.</returns>
    public bool Step(double temperature)
    {
        if (!Propose())
            return false;
        var allowed = -temperature * Math.Log(_chance.Share());
        NoteChanges();
        var predicted = _market.Apply(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_changes));
        if (predicted > allowed)
        {
            Undo();
            return false;
        }
        var floor = _market.Floor;
        _market.Price.CopyTo(_oldPrice, 0);
        foreach (var change in _before)
            _oldPrice[change.At] = change.Price;
        _market.Value.CopyTo(_oldValue, 0);
        _market.Tune(RoundsToFollow, PaceToFollow);
        if (_market.Floor > floor + allowed)
        {
            Undo();
            _oldPrice.CopyTo(_market.Price, 0);
            _oldValue.CopyTo(_market.Value, 0);
            _market.ResetFloor(floor);
            return false;
        }
        if (_market.Floor < BestFloor)
        {
            BestFloor = _market.Floor;
            Grid.CopyTo(Best);
        }
        return true;
    }

    /// <summary>Makes the prices of the present programme better.</summary>
    public void Tune(int rounds, double pace) => _market.Tune(rounds, pace);

    private bool Propose()
    {
        var (a, b) = (_chance.Below(Grid.Cells), _chance.Below(Grid.Cells));
        var (first, second) = (Grid[a], Grid[b]);
        if (_chance.Below(4) == 0)
            return ProposeOther(a, first);
        if (first == second)
            return false;
        _undo[0] = (a, first);
        _undo[1] = (b, second);
        return TryPut((a, second), (b, first));
    }

    /// <summary>Another workshop in a cell, or none.</summary>
    private bool ProposeOther(int cell, int workshop)
    {
        if (workshop != Facts.None && Grid.Count(workshop) <= _facts.FewestRuns[workshop])
            return false;
        var other = _chance.Below(_facts.Workshops + 1) - 1;
        if (other == workshop)
            return false;
        _undo[0] = (cell, workshop);
        _undo[1] = (cell, workshop);
        return TryPut((cell, other), (cell, other));
    }

    private bool TryPut((int Cell, int Workshop) one, (int Cell, int Workshop) other)
    {
        Grid.Clear(one.Cell);
        Grid.Clear(other.Cell);
        if (TryPut(one) && (other == one || TryPut(other)) && HoldsPins())
            return true;
        UndoGrid();
        return false;
    }

    private bool TryPut((int Cell, int Workshop) item)
    {
        if (item.Workshop == Facts.None)
            return true;
        if (!Grid.Fits(item.Workshop, item.Cell))
            return false;
        Grid.Put(item.Workshop, item.Cell);
        return true;
    }

    private bool HoldsPins()
    {
        foreach (var (_, workshop) in _undo)
        {
            if (workshop != Facts.None && !Grid.HoldsPinsOf(workshop))
                return false;
        }
        return true;
    }

    private void UndoGrid()
    {
        foreach (var (cell, _) in _undo)
            Grid.Clear(cell);
        foreach (var (cell, workshop) in _undo)
        {
            if (workshop != Facts.None && Grid[cell] == Facts.None)
                Grid.Put(workshop, cell);
        }
    }

    private void Undo()
    {
        UndoGrid();
        _market.Restore(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_before));
    }

    /// <summary>What the move means for the market; a run takes its price with it into another slot.</summary>
    private void NoteChanges()
    {
        _changes.Clear();
        _before.Clear();
        var (a, b) = (_undo[0].Cell, _undo[1].Cell);
        NoteSlot(a, _undo[0].Workshop, b);
        NoteSlot(b, _undo[1].Workshop, a);
        NoteSlot(a, Grid[a], b);
        NoteSlot(b, Grid[b], a);
    }

    private void NoteSlot(int cell, int workshop, int otherCell)
    {
        if (workshop == Facts.None)
            return;
        var (slot, from) = (Grid.SlotOf(cell), Grid.SlotOf(otherCell));
        var at = (workshop * _facts.Slots) + slot;
        foreach (var change in _changes)
        {
            if (change.At == at)
                return;
        }
        var before = _market.Present(at);
        var seats = Grid.Seats(workshop, slot);
        _before.Add(before);
        var price = before.Seats >= 0 || seats < 0 ? before.Price : PriceFor(workshop, from);
        _changes.Add(new Market.Change(at, seats, price));
    }

    private double PriceFor(int workshop, int from)
    {
        if ((_market.Runs[workshop] >> from & 1) != 0)
            return _market.Price[(workshop * _facts.Slots) + from];
        var (sum, count) = (0.0, 0);
        for (var slot = 0; slot < _facts.Slots; slot++)
        {
            if ((_market.Runs[workshop] >> slot & 1) != 0)
                (sum, count) = (sum + _market.Price[(workshop * _facts.Slots) + slot], count + 1);
        }
        return count == 0 ? 0 : sum / count;
    }
}
