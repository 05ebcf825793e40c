using System.Runtime.InteropServices;

namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// Improves a programme by swaps of two rooms or slots and by other repeats (simulated annealing: Kirkpatrick, Gelatt, Vecchi 1983). A change
/// is judged by the floor of its market, which at good prices is what the best allocation costs: first with the prices of the changed sessions
/// alone, which looks at the people concerned only; what passes, with all prices. A floor above what is allowed settles it at once.
/// </summary>
internal sealed class Annealing
{
    private const int RoundsToRefuse = 5;
    private const int RoundsToSettle = 8;
    private const int RoundsToBreathe = 30;
    private const int RoundsToBegin = 150;
    private const int MostRefused = 40;
    private readonly Facts _facts;
    private readonly Chance _chance;
    private readonly Market _market;
    private readonly double[] _oldPrice;
    private readonly double[] _oldValue;
    private readonly List<Market.Change> _changes = [];
    private readonly List<Market.Change> _before = [];
    private readonly (int Cell, int Workshop)[] _undo = new (int, int)[2];
    private int _refused;
    private bool _hasPrices;

    public Annealing(Facts facts, Chance chance)
    {
        (_facts, _chance, Grid, Best) = (facts, chance, new Grid(facts), new Grid(facts));
        _market = new Market(facts, new Scale(facts));
        (_oldPrice, _oldValue) = (new double[_market.Price.Length], new double[facts.People]);
    }

    /// <summary>The programme at present.</summary>
    public Grid Grid { get; }

    /// <summary>The programme with the lowest floor met.</summary>
    public Grid Best { get; }

    public double BestFloor { get; private set; }

    /// <summary>Proposes one change and takes it or leaves it.</summary>
    /// <param name="temperature">What a change may cost, by and large.</param>
    /// <returns>Whether the programme changed.</returns>
    public bool Step(double temperature)
    {
        if (!Propose())
            return false;
        var allowed = -temperature * Math.Log(_chance.Share());
        NoteChanges();
        if (_market.Apply(CollectionsMarshal.AsSpan(_changes), allowed) > allowed)
        {
            Undo();
            return false;
        }
        var floor = _market.Floor;
        _market.Price.CopyTo(_oldPrice, 0);
        foreach (var change in _before)
            _oldPrice[change.At] = change.Price;
        _market.Value.CopyTo(_oldValue, 0);
        if (_market.Exceeds(floor + allowed, RoundsToRefuse) || !Settles(floor + allowed))
        {
            Undo();
            _oldPrice.CopyTo(_market.Price, 0);
            _oldValue.CopyTo(_market.Value, 0);
            _market.ResetFloor(floor);
            if (++_refused >= MostRefused)
                TakeBreath();
            return false;
        }
        _refused = 0;
        if (_market.Floor < BestFloor)
        {
            BestFloor = _market.Floor;
            Grid.CopyTo(Best);
        }
        return true;
    }

    /// <summary>
    /// The floor of the present programme may be low only because its prices are not good yet; then nothing else is found as good. After many
    /// refusals it is looked at again.
    /// </summary>
    private void TakeBreath()
    {
        _refused = 0;
        var before = _market.Floor;
        _market.Tune(RoundsToBreathe, 0.01);
        if (_market.Floor > before + 0.5 && Grid.IsSameAs(Best))
            BestFloor = _market.Floor;
    }

    /// <summary>Whether the floor stays under a target when prices get more time; they stay for the programme that is now the present one.</summary>
    private bool Settles(double target)
    {
        _market.Tune(RoundsToSettle, 0.002);
        return _market.Floor <= target;
    }

    private bool Propose()
    {
        var (a, b) = (_chance.Below(Grid.Cells), _chance.Below(Grid.Cells));
        if (_chance.Below(2) == 0 && CellOfAWish() is var wished and not Facts.None)
            a = wished;
        var (first, second) = (Grid[a], Grid[b]);
        if (_chance.Below(4) == 0)
            return ProposeOther(a, first);
        if (first == second)
            return false;
        _undo[0] = (a, first);
        _undo[1] = (b, second);
        return TryPut((a, second), (b, first));
    }

    /// <summary>A cell of a workshop that somebody wishes for and, as things are, would not choose.</summary>
    private int CellOfAWish()
    {
        for (var tries = 0; tries < 8; tries++)
        {
            var person = _chance.Below(Math.Max(1, _facts.People));
            if (_facts.People == 0 || _market.Value[person] <= 0 || _facts.Wishes[person].Length == 0)
                continue;
            var workshop = _facts.Wishes[person][_chance.Below(Math.Min(_facts.Slots, _facts.Wishes[person].Length))];
            var slot = _chance.Below(_facts.Slots);
            if (Grid.RoomOf(workshop, slot) is var room && room != Facts.None && _market.Chosen[(person * _facts.Slots) + slot] != workshop)
                return (slot * _facts.Rooms) + room;
        }
        return Facts.None;
    }

    /// <summary>Goes on from a programme, with prices that are kept as far as they fit.</summary>
    public void Begin(Grid grid, Scale scale)
    {
        grid.CopyTo(Grid);
        grid.CopyTo(Best);
        _market.Rescale(scale);
        _market.Open(Grid.AllSeats());
        _market.Tune(_hasPrices ? RoundsToBreathe : RoundsToBegin, _hasPrices ? 0.02 : 0.3);
        (BestFloor, _hasPrices) = (_market.Floor, true);
    }

    /// <summary>Opens the best programme again, to seat people at its prices.</summary>
    public Market MarketOfBest()
    {
        _market.Open(Best.AllSeats());
        _market.Tune(RoundsToBreathe, 0.02);
        return _market;
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
        _market.Restore(CollectionsMarshal.AsSpan(_before));
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
