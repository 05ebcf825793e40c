namespace Guildhall.Planning.Allocation.Solving;

/// <summary>What is forbidden or demanded for a while: decisions of the search, school caps, minimums, price boxes.</summary>
internal sealed partial class LinearProgram
{
    /// <summary>How many seats, caps, minimums and empty slots the solution exceeds, in units; 0 when it is feasible.</summary>
    public double Infeasibility()
    {
        var total = 0.0;
        for (var row = 0; row < _simplex.RowCount; row++)
        {
            var (low, high) = _simplex.BoxOf(row);
            if (high > low)
                total += Math.Max(0, _simplex.AmountOf(_simplex.OverflowOf(row)));
            if (low < 0)
                total += Math.Max(0, _simplex.AmountOf(_simplex.SpareOf(row)));
        }
        foreach (var column in _simplex.Basics)
        {
            if (column.Penalty > 0)
                total += Math.Max(0, _simplex.AmountOf(column));
        }
        for (var person = 0; person < _model.PersonCount; person++)
        {
            if (_simplex.KeyOf(person).Penalty > 0)
                total += Math.Max(0, _simplex.AmountOf(_simplex.KeyOf(person)));
        }
        return total < 1e-3 ? 0 : total;
    }

    /// <summary>Whether the prices show that nothing is feasible: even if regret cost nothing, everybody together would pay more than all seats cost.</summary>
    public bool ProvesInfeasible()
    {
        PublishPrices();
        _sweep.Run(_limits.Regret, countsRegret: false);
        return _sweep.Total - PriceOfAllSeats() > 0.5;
    }

    /// <summary>Ten times dearer: for programs in which a forbidden thing turned out to be worth its price.</summary>
    public void RaiseForbidden()
    {
        var factor = 10.0;
        for (var row = 0; row < _simplex.RowCount; row++)
        {
            var (low, high) = _simplex.BoxOf(row);
            _simplex.SetBox(row, low <= -Forbidden ? low * factor : low, high >= Forbidden ? high * factor : high);
        }
        for (var session = 0; session < _surcharge.Length; session++)
            _surcharge[session] *= factor;
        foreach (var column in _pool.All)
            column.Penalty *= factor;
        Forbidden *= factor;
        _simplex.RefreshPrices();
    }

    /// <summary>Sets whether a session is closed.</summary>
    public void SetClosed(int session, bool isClosed)
    {
        _isRestricted = true;
        _surcharge[session] = isClosed ? Forbidden : 0;
        foreach (var column in _pool.All)
        {
            if (column.Person < 0 ? column.Rows[0] == session : column.Holds(session))
                SetPenalty(column);
        }
        _simplex.RefreshPrices();
    }

    /// <summary>Sets whether a session must have its minimum.</summary>
    public void SetMustRun(int session, bool mustRun)
    {
        _isRestricted = true;
        if (!_layout.MinimumRows.TryGetValue(session, out var row))
        {
            row = AddRow(-_model.Minimum[session], column => -column.AmountIn(session));
            _layout.AddMinimum(session, row);
        }
        _simplex.SetBox(row, 0, mustRun ? Forbidden : 0);
        _simplex.RefreshPrices();
    }

    /// <summary>Gives a person other options.</summary>
    public void SetOptions(int person, PersonOptions options)
    {
        _isRestricted = true;
        _sweep.People[person] = options;
        foreach (var column in _pool.Of(person))
            SetPenalty(column);
        _simplex.RefreshPrices();
    }

    private void SetPenalty(Column column)
    {
        column.Penalty = 0;
        if (column.Person < 0)
        {
            column.Penalty = _surcharge[column.Rows[0]];
            return;
        }
        var options = _sweep.People[column.Person];
        for (var i = 0; i < column.Set.Length; i++)
        {
            var session = column.Set[i].Session;
            if (session >= 0)
                column.Penalty += _surcharge[session];
            if (!options.Allows(i, session))
                column.Penalty += Forbidden;
        }
    }

    /// <summary>Widens the box of every row that uses it.</summary>
    private bool WidenBoxes(int round)
    {
        var used = 0;
        for (var row = 0; row < _simplex.RowCount; row++)
        {
            var (low, high) = _simplex.BoxOf(row);
            // What is given to a class must be what it takes, so the price of such a row may be of either sign.
            var floor = row >= _model.SessionCount && row < _layout.EmptyRow ? -Forbidden : 0;
            var sells = low > floor && _simplex.AmountOf(_simplex.SpareOf(row)) > 1e-3;
            var buys = high > low && high < Forbidden && _simplex.AmountOf(_simplex.OverflowOf(row)) > 1e-3;
            if (!sells && !buys)
                continue;
            used++;
            var width = (high - low) * 5;
            if (sells)
                low = Math.Max(floor, high - width);
            if (buys)
                high = round > 6 ? Forbidden : Math.Min(low + width, Forbidden);
            _simplex.SetBox(row, low, high);
        }
        if (used > 0)
            _simplex.RefreshPrices();
        return used > 0;
    }

    /// <summary>Adds a row for each school cap that the solution breaks.</summary>
    private bool AddBrokenCaps()
    {
        if (_model.CapLeft is null)
            return false;
        var count = new double[_model.Facts.Schools.Count, _model.SessionCount];
        ForEachAmount((column, amount) =>
        {
            for (var i = 0; i < column.Rows.Length; i++)
            {
                if (column.Rows[i] < _model.SessionCount)
                    count[SchoolOf(column), column.Rows[i]] += amount * column.Amounts[i];
            }
        });
        var added = 0;
        for (var school = 0; school < count.GetLength(0); school++)
        {
            for (var session = 0; session < _model.SessionCount; session++)
            {
                if (count[school, session] < _model.CapLeft[school, session] + 1e-3 || _layout.CapRows.ContainsKey((school, session)))
                    continue;
                var row = AddRow(_model.CapLeft[school, session],
                    column => SchoolOf(column) == school ? column.AmountIn(session) : 0);
                _layout.AddCap(school, session, row);
                _simplex.SetBox(row, 0, Forbidden);
                added++;
            }
        }
        if (added > 0)
            _simplex.RefreshPrices();
        return added > 0;
    }

    private int SchoolOf(Column column) =>
        column.Person >= 0 ? _model.Facts.PersonSchool[column.Person] : _model.Classes.School[_layout.ClassOf(column)];

    private int AddRow(double seats, Func<Column, double> amountOf)
    {
        var row = _simplex.RowCount;
        foreach (var column in _pool.All)
        {
            var amount = amountOf(column);
            if (amount != 0)
                column.AddRow(row, amount);
        }
        _seats.Add(seats);
        _simplex.AddRow(seats + Slack(row));
        return row;
    }
}
