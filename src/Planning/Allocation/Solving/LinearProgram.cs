namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// The day as a linear program over whole sets of places, solved by column generation (Dantzig and Wolfe 1960): the simplex sets
/// prices, everybody names the set that is best for them at these, and those that are better than what the program knows enter it.
/// </summary>
internal sealed partial class LinearProgram
{
    private readonly Model _model;
    private readonly Sweep _sweep;
    private readonly RowLayout _layout;
    private readonly Simplex _simplex;
    private readonly ColumnPool _pool;
    private readonly List<double> _seats = [];
    private readonly double[] _surcharge;
    private readonly Limits _limits;
    private bool _isRestricted;
    private bool _knowsMuch;

    public LinearProgram(Model model, Sweep sweep, Limits limits)
    {
        (_model, _sweep, _limits) = (model, sweep, limits);
        _layout = new RowLayout(model);
        _simplex = new Simplex(model.PersonCount);
        _pool = new ColumnPool(model.PersonCount);
        _surcharge = new double[model.SessionCount];
    }

    /// <summary>More than any regret can cost: what is bought or sold at this price must not be.</summary>
    public double Forbidden { get; private set; } = 1e5;

    /// <summary>The lower bound of the last sweep, tie-breaks included.</summary>
    public double Bound { get; private set; }

    /// <summary>The best bound before anything was decided, and the prices that prove it.</summary>
    public double BestBound { get; private set; } = double.NegativeInfinity;

    public ProofBranch? BestBranch { get; private set; }

    public Simplex Simplex => _simplex;

    /// <summary>After so many pivots it gives up.</summary>
    public int MostPivots { get; set; } = int.MaxValue;

    public bool HasGivenUp => _simplex.Pivots >= MostPivots;

    /// <summary>Sweeps over all people so far.</summary>
    public int Sweeps { get; private set; }

    /// <summary>Starts from prices found before: everybody has their best set, each price may move within a box around its value.</summary>
    /// <returns>False when somebody has no set within the limits.</returns>
    public bool Start(double[] sessionPrices, double box)
    {
        var view = _sweep.Prices;
        view.SetSessions(sessionPrices);
        view.SetUnlistedToCheapest();
        view.EmptyPrice = Math.Min(sessionPrices.DefaultIfEmpty().Max() * 2, Forbidden);
        _sweep.Run(_limits.Regret);
        if (double.IsInfinity(_sweep.Total))
            return false;
        for (var person = 0; person < _model.PersonCount; person++)
            _pool.Add(ColumnOfLastSweep(person));
        var prices = new double[_layout.FirstCount];
        sessionPrices.CopyTo(prices, 0);
        for (var personClass = 0; personClass < _model.Classes.Count; personClass++)
        {
            for (var slot = 0; slot < _model.SlotCount; slot++)
            {
                var price = view.UnlistedFor(personClass)[slot];
                prices[_layout.UnlistedRow(personClass, slot)] = double.IsInfinity(price) ? 0 : price;
            }
        }
        Start(prices.AsSpan(), box);
        return true;
    }

    /// <summary>Starts where a path ended: everybody has the set of which the path gives them most.</summary>
    public void Start(CentralPath path)
    {
        for (var person = 0; person < _model.PersonCount; person++)
        {
            foreach (var column in path.ColumnsOf(person))
                _pool.Add(column);
        }
        _knowsMuch = true;
        Start(path.Prices, path.Inaccuracy);
    }

    /// <summary>Starts with the first column of everybody and prices of all rows.</summary>
    private void Start(ReadOnlySpan<double> prices, double box)
    {
        for (var session = 0; session < _model.SessionCount; session++)
            _seats.Add(_model.Seats[session]);
        for (var row = _model.SessionCount; row < _layout.EmptyRow; row++)
            _seats.Add(0);
        _seats.Add(_limits.AvoidableEmpty);
        _simplex.Start(
            [.. _seats.Select((seats, row) => seats + Slack(row))],
            Enumerable.Range(0, _model.PersonCount).Select(person => _pool.Of(person)[0]));
        for (var session = 0; session < _model.SessionCount; session++)
            _simplex.SetBox(session, Math.Max(0, prices[session] - box), prices[session] + box);
        for (var personClass = 0; personClass < _model.Classes.Count; personClass++)
        {
            for (var slot = 0; slot < _model.SlotCount; slot++)
            {
                var row = _layout.UnlistedRow(personClass, slot);
                _simplex.SetBox(row, prices[row] - box, prices[row] + box);
                AddUnlistedSeats(personClass, slot);
            }
        }
        _simplex.SetBox(_layout.EmptyRow, 0, Forbidden);
        _simplex.RefreshPrices();
    }

    /// <summary>Solves to optimality, or until the bound shows that nothing below the cutoff is left.</summary>
    /// <returns>Whether an optimum was reached; if not, the bound reached the cutoff or the search was cancelled.</returns>
    public bool Solve(double cutoff, CancellationToken cancellation)
    {
        Bound = double.NegativeInfinity;
        for (var round = 1; ; round++)
        {
            if (_knowsMuch)
                SolveKnown(cancellation);
            if (!SolveInBoxes(cutoff, cancellation))
                return false;
            if (!WidenBoxes(round) && !AddBrokenCaps())
                return true;
        }
    }

    /// <summary>Solves over the sets known so far, without asking people for better ones; that proves nothing.</summary>
    public void SolveKnown(CancellationToken cancellation)
    {
        for (var round = 1; !HasGivenUp && !cancellation.IsCancellationRequested; round++)
        {
            EnterKnown(cancellation);
            _simplex.Check();
            if (!WidenBoxes(round) && !AddBrokenCaps())
                return;
        }
    }

    private double PriceOfAllSeats()
    {
        var total = 0.0;
        for (var row = 0; row < _seats.Count; row++)
            total += _simplex.Prices[row] * _seats[row];
        return total;
    }

    /// <summary>How many people the solution puts into each session.</summary>
    public double[] Attendance()
    {
        var count = new double[_model.SessionCount];
        ForEachAmount((column, amount) =>
        {
            for (var i = 0; i < column.Rows.Length; i++)
            {
                if (column.Rows[i] < count.Length)
                    count[column.Rows[i]] += amount * column.Amounts[i];
            }
        });
        return count;
    }

    /// <summary>Calls for every column that is in the solution, elastic ones left out.</summary>
    public void ForEachAmount(Action<Column, double> use)
    {
        for (var person = 0; person < _model.PersonCount; person++)
            use(_simplex.KeyOf(person), _simplex.AmountOf(_simplex.KeyOf(person)));
        foreach (var column in _simplex.Basics)
        {
            if (column.Person >= 0 || column.Rows.Length > 1)
                use(column, _simplex.AmountOf(column));
        }
    }

    /// <summary>The present prices as a case of a proof.</summary>
    public ProofBranch ToBranch(IEnumerable<Decision> decisions)
    {
        var prices = _simplex.RowCount > 0 ? _simplex.Prices : new double[_layout.FirstCount];
        return ProofBranches.Of(
            _model,
            decisions,
            prices[.._model.SessionCount],
            _layout.MinimumRows.ToDictionary(pair => pair.Key, pair => prices[pair.Value]),
            _layout.CapRows.ToDictionary(pair => pair.Key, pair => prices[pair.Value]),
            prices[_layout.EmptyRow]);
    }

    /// <summary>A hair of extra seats, another for each row, so that no two limits of a step are the same.</summary>
    private static double Slack(int row) => (0.5 + ((TieBreak.Mix((ulong)row + 77) >> 11) * (0.5 / (1ul << 53)))) * 1e-6;

    private void AddUnlistedSeats(int personClass, int slot)
    {
        for (var session = _model.FirstOfSlot(slot); session < _model.FirstOfSlot(slot + 1); session++)
        {
            if (_model.Seats[session] > 0 && _model.Classes.IsFor(_model.Facts, personClass, session))
                _pool.Add(_layout.UnlistedSeat(personClass, session));
        }
    }
}
