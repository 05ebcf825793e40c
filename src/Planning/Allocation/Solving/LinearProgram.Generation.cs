namespace Guildhall.Planning.Allocation.Solving;

/// <summary>The column generation itself: which columns enter, from those that are known and from those that people name.</summary>
internal sealed partial class LinearProgram
{
    private const double Tolerance = 1e-7;
    private const int SweepsBetweenRefutations = 4;
    private readonly List<Column> _candidates = [];

    private Column ColumnOfLastSweep(int person)
    {
        var options = _sweep.People[person];
        Span<Option> set = new Option[options.Slots.Length];
        for (var i = 0; i < set.Length; i++)
            set[i] = _sweep.Chosen(person, i);
        return _layout.ColumnOf(options, set);
    }

    private bool SolveInBoxes(double cutoff, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            EnterKnown(cancellation);
            if (HasGivenUp)
                return false;
            _simplex.Check();
            PublishPrices();
            _sweep.Run(_limits.Regret);
            Sweeps++;
            Bound = _sweep.Total - PriceOfAllSeats();
            if (Bound > BestBound && !_isRestricted)
                (BestBound, BestBranch) = (Bound, ToBranch([]));
            if (Bound < cutoff && Sweeps % SweepsBetweenRefutations == 0 && Infeasibility() > 0 && ProvesInfeasible())
                Bound = double.PositiveInfinity;
            if (Bound >= cutoff)
                return false;
            CollectCandidates();
            if (_candidates.Count == 0)
                return true;
        }
        return false;
    }

    private void EnterKnown(CancellationToken cancellation)
    {
        do
        {
            EnterCandidates();
            _candidates.Clear();
            _pool.Collect(_simplex, Tolerance, 100, _candidates);
        }
        while (_candidates.Count > 0 && !HasGivenUp && !cancellation.IsCancellationRequested);
    }

    private void PublishPrices()
    {
        var view = _sweep.Prices;
        Span<double> sessions = new double[_model.SessionCount];
        for (var session = 0; session < sessions.Length; session++)
            sessions[session] = _simplex.Prices[session] + _surcharge[session];
        foreach (var (session, row) in _layout.MinimumRows)
            sessions[session] -= _simplex.Prices[row];
        view.SetSessions(sessions);
        foreach (var ((school, session), row) in _layout.CapRows)
            view.SessionsOfSchool(school)[session] += _simplex.Prices[row];
        view.SetUnlisted(_simplex.Prices.AsSpan(_layout.UnlistedRows));
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
        foreach (var (_, person) in worth.Take(Math.Max(100, 2 * _layout.FirstCount)))
        {
            var column = ColumnOfLastSweep(person);
            SetPenalty(column);
            _candidates.Add(column);
            _pool.Add(column);
        }
    }

    private void EnterCandidates()
    {
        while (true)
        {
            var (best, least) = ((Column?)null, -Tolerance);
            foreach (var column in _candidates)
            {
                if (_simplex.ReducedCost(column) is var reduced && reduced < least)
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
            if (best is null || HasGivenUp)
                return;
            _simplex.Enter(best);
        }
    }
}
