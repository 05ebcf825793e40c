namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// The day as a linear program over whole sets of places, solved by column generation: the simplex sets prices, everybody names
/// the set that is best for them at these, and those that are better than what the program knows enter it.
/// </summary>
internal sealed class LinearProgram
{
    /// <summary>More than any regret can cost: what is bought or sold at this price must not be.</summary>
    public double Forbidden { get; }

    private const double Tolerance = 1e-7;
    private readonly Model _model;
    private readonly Sweep _sweep;
    private readonly RowLayout _layout;
    private readonly Simplex _simplex;
    private readonly List<Column> _unlistedSeats = [];
    private readonly List<Column> _candidates = [];
    private Limits _limits;

    public LinearProgram(Model model, Sweep sweep, Limits limits)
    {
        _model = model;
        _sweep = sweep;
        _limits = limits;
        _layout = new RowLayout(model);
        _simplex = new Simplex(model.PersonCount);
        Forbidden = 1e5;
    }

    public long Sweeps { get; private set; }
    public int Pivots => _simplex.Pivots;
    public Simplex Simplex => _simplex;
    public double Bound { get; private set; }
    public int Rounds { get; private set; }

    /// <summary>Starts from prices found before: everybody has their best set, each price may move within a box around its value.</summary>
    public void Start(double[] prices, double box)
    {
        var rhs = new double[_layout.FirstCount];
        for (var session = 0; session < _model.SessionCount; session++)
            rhs[session] = _model.Seats[session];
        rhs[_layout.EmptyRow] = _limits.AvoidableEmpty;
        for (var row = 0; row < rhs.Length; row++)
            rhs[row] += (0.5 + ((TieBreak.Mix((ulong)row + 77) >> 11) * (0.5 / (1ul << 53)))) * 1e-5;

        var view = _sweep.Prices;
        view.SetSessions(prices);
        view.SetUnlistedToCheapest();
        view.EmptyPrice = 50;
        _sweep.Run(_limits.Regret);
        var keys = new Column[_model.PersonCount];
        for (var person = 0; person < keys.Length; person++)
            keys[person] = ColumnOfLastSweep(person);
        _simplex.Start(rhs, keys);
        for (var session = 0; session < _model.SessionCount; session++)
            SetBox(session, prices[session], box);
        for (var personClass = 0; personClass < _model.Classes.Count; personClass++)
        {
            var unlisted = view.UnlistedFor(personClass);
            for (var slot = 0; slot < _model.SlotCount; slot++)
            {
                var price = unlisted[slot];
                SetBox(_layout.UnlistedRow(personClass, slot), double.IsInfinity(price) ? 0 : price, box);
                for (var session = _model.FirstOfSlot(slot); session < _model.FirstOfSlot(slot + 1); session++)
                {
                    if (_model.Seats[session] > 0 && _model.Classes.IsFor(_model.Facts, personClass, session))
                        _unlistedSeats.Add(_layout.UnlistedSeat(personClass, session));
                }
            }
        }
        _simplex.SetBox(_layout.EmptyRow, 0, Forbidden);
        _simplex.RefreshPrices();
    }

    /// <summary>Solves to optimality.</summary>
    public bool Solve(CancellationToken cancellation)
    {
        for (Rounds = 1; ; Rounds++)
        {
            if (!SolveInBoxes(cancellation))
                return false;
            if (!WidenBoxes(Rounds))
                return true;
        }
    }

    private void SetBox(int row, double price, double box) => _simplex.SetBox(row, Math.Max(0, price - box), price + box);

    private Column ColumnOfLastSweep(int person)
    {
        var options = _model.People[person];
        Span<Option> set = new Option[options.Slots.Length];
        for (var i = 0; i < set.Length; i++)
            set[i] = _sweep.Chosen(person, i);
        return _layout.ColumnOf(options, set);
    }

    private bool SolveInBoxes(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            EnterCandidates();
            _simplex.Check();
            PublishPrices();
            _sweep.Run(_limits.Regret);
            Sweeps++;
            Bound = _sweep.Total;
            for (var row = 0; row < _layout.FirstCount; row++)
            {
                var rhs = row < _model.SessionCount ? _model.Seats[row] : row == _layout.EmptyRow ? _limits.AvoidableEmpty : 0;
                Bound -= _simplex.Prices[row] * rhs;
            }
            CollectCandidates();
            if (_candidates.Count == 0)
                return true;
        }
        return false;
    }

    private void PublishPrices()
    {
        var view = _sweep.Prices;
        view.SetSessions(_simplex.Prices.AsSpan(0, _model.SessionCount));
        for (var personClass = 0; personClass < _model.Classes.Count; personClass++)
        {
            var unlisted = view.UnlistedFor(personClass);
            for (var slot = 0; slot < unlisted.Length; slot++)
                unlisted[slot] = _simplex.Prices[_layout.UnlistedRow(personClass, slot)];
        }
        view.EmptyPrice = _simplex.Prices[_layout.EmptyRow];
    }

    private void CollectCandidates()
    {
        _candidates.Clear();
        var worth = new List<(double Gain, int Person)>();
        for (var person = 0; person < _model.PersonCount; person++)
        {
            var gain = _simplex.PersonPrice(person) - _sweep.Value(person);
            if (gain > Tolerance)
                worth.Add((gain, person));
        }
        worth.Sort((a, b) => b.Gain.CompareTo(a.Gain) is var byGain and not 0 ? byGain : a.Person.CompareTo(b.Person));
        foreach (var (_, person) in worth.Take(Math.Max(50, _layout.FirstCount)))
            _candidates.Add(ColumnOfLastSweep(person));
    }

    private void EnterCandidates()
    {
        while (true)
        {
            var (best, least) = ((Column?)null, -Tolerance);
            for (var i = _candidates.Count - 1; i >= 0; i--)
            {
                var reduced = _simplex.ReducedCost(_candidates[i]);
                if (reduced < least)
                    (best, least) = (_candidates[i], reduced);
            }
            foreach (var column in _unlistedSeats)
            {
                if (column.Position == Column.Outside && column.PriceAt(_simplex.Prices) is var reduced && reduced < least)
                    (best, least) = (column, reduced);
            }
            for (var row = 0; row < _simplex.RowCount; row++)
            {
                var (low, high) = _simplex.BoxOf(row);
                var price = _simplex.Prices[row];
                if (price - low < least)
                    (best, least) = (_simplex.SpareOf(row), price - low);
                if (high - price < least)
                    (best, least) = (_simplex.OverflowOf(row), high - price);
            }
            if (best is null)
                return;
            _simplex.Enter(best);
        }
    }

    /// <summary>Widens the box of every row that uses it.</summary>
    private bool WidenBoxes(int round)
    {
        var used = 0;
        for (var row = 0; row < _simplex.RowCount; row++)
        {
            var (low, high) = _simplex.BoxOf(row);
            var spare = low > 0 && _simplex.AmountOf(_simplex.SpareOf(row)) > 1e-3;
            var overflow = high < Forbidden && _simplex.AmountOf(_simplex.OverflowOf(row)) > 1e-3;
            if (!spare && !overflow)
                continue;
            used++;
            var width = (high - low) * (round > 4 ? 4 : 2);
            if (spare)
                low = Math.Max(0, high - width);
            if (overflow)
                high = round > 12 ? Forbidden : Math.Min(low + width, Forbidden);
            _simplex.SetBox(row, low, high);
        }
        if (used > 0)
            _simplex.RefreshPrices();
        return used > 0;
    }

    public int SplitPeople() => Enumerable.Range(0, _model.PersonCount).Count(person =>
        _simplex.IsSplit(person) && _simplex.AmountOf(_simplex.KeyOf(person)) is > 0.01 and < 0.99);
}
