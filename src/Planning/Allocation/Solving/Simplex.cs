namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// The primal simplex method for people who each take exactly one of their sets (generalised upper bounding, Dantzig and Van Slyke
/// 1967): each person has a key column outside the working basis, so the basis has a row for each session and not for each person.
/// </summary>
/// <remarks>
/// Every row reads: what is taken + spare - overflow = seats. Spare is sold at the row's low price and overflow bought at its high
/// price, so any columns are feasible and the row's price stays within the box [low, high] (boxstep, Marsten, Hogan and Blankenship 1975).
/// </remarks>
internal sealed class Simplex
{
    private const double Small = 1e-9;
    private const int MostChanges = 100;

    private readonly BasisInverse _inverse = new();
    private readonly Column[] _key;
    private readonly double[] _keyChange;
    private readonly double[] _keyAmount;
    private readonly int[] _basicCount;
    private readonly List<int> _touched = [];
    private readonly List<int> _positions = [];
    private readonly List<double> _rhs = [];
    private readonly List<Column> _spare = [];
    private readonly List<Column> _overflow = [];
    private Column[] _basis = [];
    private double[] _value = [];
    private double[] _direction = [];
    private double[] _row = [];
    private double[] _right = [];

    public Simplex(int personCount)
    {
        _key = new Column[personCount];
        _keyChange = new double[personCount];
        _keyAmount = new double[personCount];
        _basicCount = new int[personCount];
    }

    /// <summary>The price of each row, not negative where the low prices are not.</summary>
    public double[] Prices { get; private set; } = [];

    public int RowCount => _rhs.Count;

    public int Pivots { get; private set; }

    public Column KeyOf(int person) => _key[person];

    public Column SpareOf(int row) => _spare[row];

    public Column OverflowOf(int row) => _overflow[row];

    /// <summary>What the person's best set must undercut to be worth entering.</summary>
    public double PersonPrice(int person) => _key[person].Cost + _key[person].PriceAt(Prices);

    public double ReducedCost(Column column) =>
        column.Cost + column.PriceAt(Prices) - (column.Person >= 0 ? PersonPrice(column.Person) : 0);

    /// <summary>Starts with everybody's key column alone; each row's spare or overflow balances it.</summary>
    public void Start(ReadOnlySpan<double> rhs, IEnumerable<Column> keys)
    {
        _rhs.Clear();
        _spare.Clear();
        _overflow.Clear();
        Array.Clear(_basicCount);
        var left = rhs.ToArray();
        foreach (var key in keys)
        {
            _key[key.Person] = key;
            key.Position = Column.Key;
            for (var i = 0; i < key.Rows.Length; i++)
                left[key.Rows[i]] -= key.Amounts[i];
        }
        _basis = new Column[left.Length];
        _value = new double[left.Length];
        for (var row = 0; row < left.Length; row++)
        {
            AddElastic(row, rhs[row]);
            _basis[row] = left[row] >= 0 ? _spare[row] : _overflow[row];
            _basis[row].Position = row;
            _value[row] = Math.Abs(left[row]);
        }
        Resize();
        Factorise();
    }

    /// <summary>Adds a row; columns must hold their amounts in it already. Its spare or overflow balances it.</summary>
    public void AddRow(double rhs)
    {
        var row = RowCount;
        AddElastic(row, rhs);
        var left = rhs;
        foreach (var key in _key)
            left -= key.AmountIn(row);
        for (var i = 0; i < row; i++)
        {
            var column = _basis[i];
            left -= _value[i] * (column.AmountIn(row) - (column.Person >= 0 ? _key[column.Person].AmountIn(row) : 0));
        }
        var own = left >= 0 ? _spare[row] : _overflow[row];
        own.Position = row;
        _basis = [.. _basis, own];
        _value = [.. _value, Math.Abs(left)];
        Resize();
        Factorise();
        RefreshPrices();
    }

    /// <summary>Sets the price box of a row; <see cref="RefreshPrices"/> must follow.</summary>
    public void SetBox(int row, double low, double high)
    {
        _spare[row].OwnCost = -low;
        _overflow[row].OwnCost = high;
    }

    public (double Low, double High) BoxOf(int row) => (-_spare[row].Cost, _overflow[row].Cost);

    /// <summary>Computes the prices anew; needed after costs changed.</summary>
    public void RefreshPrices()
    {
        var cost = new double[RowCount];
        for (var i = 0; i < cost.Length; i++)
            cost[i] = -(_basis[i].Cost - (_basis[i].Person >= 0 ? _key[_basis[i].Person].Cost : 0));
        _inverse.LeftTimes(cost, Prices);
    }

    /// <summary>How much of a column is in the solution.</summary>
    public double AmountOf(Column column)
    {
        if (column.Position >= 0)
            return _value[column.Position];
        if (column.Position == Column.Outside)
            return 0;
        var amount = 1.0;
        if (_basicCount[column.Person] > 0)
        {
            for (var i = 0; i < RowCount; i++)
            {
                if (_basis[i].Person == column.Person)
                    amount -= _value[i];
            }
        }
        return amount;
    }

    /// <summary>All columns in the basis beside the keys.</summary>
    public ReadOnlySpan<Column> Basics => _basis;

    /// <summary>Whether a person has columns beside the key.</summary>
    public bool IsSplit(int person) => _basicCount[person] > 0;

    /// <summary>Brings a column into the basis.</summary>
    /// <returns>The step: how much of it could be taken.</returns>
    public double Enter(Column entering)
    {
        var reducedCost = ReducedCost(entering);
        ComputeDirection(entering);
        var (leaving, leavingKey, step) = FindLeaving();
        for (var i = 0; i < _direction.Length; i++)
            _value[i] -= step * _direction[i];
        Pivots++;
        if (leavingKey >= 0 && _basicCount[leavingKey] == 0)
        {
            _key[leavingKey].Position = Column.Outside;
            _key[leavingKey] = entering;
            entering.Position = Column.Key;
            return step;
        }
        if (leavingKey >= 0)
            leaving = SwapKey(leavingKey, entering.Person == leavingKey);

        _inverse.Row(leaving, _row);
        var change = reducedCost / _direction[leaving];
        for (var row = 0; row < _row.Length; row++)
            Prices[row] -= change * _row[row];
        _inverse.Replace(leaving, _direction);
        Leave(_basis[leaving]);
        _basis[leaving] = entering;
        entering.Position = leaving;
        if (entering.Person >= 0)
            _basicCount[entering.Person]++;
        _value[leaving] = step;
        if (_inverse.ChangeCount >= MostChanges)
            Check();
        return step;
    }

    /// <summary>Factorises anew and recomputes amounts and prices, so that errors do not add up.</summary>
    public void Check()
    {
        Factorise();
        _rhs.CopyTo(_right);
        foreach (var key in _key)
            Subtract(_right, key, 1);
        _inverse.Times(_right, _value);
        RefreshPrices();
    }

    private void Factorise()
    {
        if (!_inverse.TryFactorise(RowCount, ReadBasisColumn))
            throw new InvalidOperationException("The basis of the linear program has become singular.");
    }

    private void Resize() => (_direction, _row, _right, Prices) =
        (new double[RowCount], new double[RowCount], new double[RowCount], new double[RowCount]);

    private void AddElastic(int row, double rhs)
    {
        _rhs.Add(rhs);
        _spare.Add(new Column { Person = -1, Rows = [row], Amounts = [1], OwnCost = 0 });
        _overflow.Add(new Column { Person = -1, Rows = [row], Amounts = [-1], OwnCost = 0 });
    }

    private static void Subtract(double[] left, Column column, double amount)
    {
        for (var k = 0; k < column.Rows.Length; k++)
            left[column.Rows[k]] -= column.Amounts[k] * amount;
    }

    private void ReadBasisColumn(int position, List<(int Row, double Value)> entries)
    {
        var column = _basis[position];
        for (var k = 0; k < column.Rows.Length; k++)
            entries.Add((column.Rows[k], column.Amounts[k]));
        if (column.Person < 0)
            return;
        var key = _key[column.Person];
        for (var k = 0; k < key.Rows.Length; k++)
        {
            var at = entries.FindIndex(entry => entry.Row == key.Rows[k]);
            if (at < 0)
                entries.Add((key.Rows[k], -key.Amounts[k]));
            else if (entries[at].Value == key.Amounts[k])
                entries.RemoveAt(at);
            else
                entries[at] = (key.Rows[k], entries[at].Value - key.Amounts[k]);
        }
    }

    private void ComputeDirection(Column entering)
    {
        Array.Clear(_right);
        Subtract(_right, entering, -1);
        if (entering.Person >= 0)
            Subtract(_right, _key[entering.Person], 1);
        _inverse.Times(_right, _direction);

        foreach (var person in _touched)
            _keyChange[person] = 0;
        _touched.Clear();
        if (entering.Person >= 0)
            Touch(entering.Person, 1);
        for (var i = 0; i < _direction.Length; i++)
        {
            if (_basis[i].Person >= 0)
                Touch(_basis[i].Person, -_direction[i]);
        }
    }

    private void Touch(int person, double change)
    {
        if (_keyChange[person] == 0)
        {
            _touched.Add(person);
            _keyChange[person] = 1e-300;
        }
        _keyChange[person] += change;
    }

    /// <summary>The ratio test in two passes (Harris 1973): among nearly equal limits the largest pivot.</summary>
    private (int Position, int Key, double Step) FindLeaving()
    {
        var limit = double.PositiveInfinity;
        for (var i = 0; i < _direction.Length; i++)
        {
            if (_direction[i] > Small)
                limit = Math.Min(limit, (Math.Max(_value[i], 0) + Small) / _direction[i]);
        }
        foreach (var person in _touched)
            _keyAmount[person] = 1;
        for (var i = 0; i < _basis.Length; i++)
        {
            if (_basis[i].Person >= 0)
                _keyAmount[_basis[i].Person] -= _value[i];
        }
        foreach (var person in _touched)
        {
            if (_keyChange[person] > Small)
                limit = Math.Min(limit, (Math.Max(_keyAmount[person], 0) + Small) / _keyChange[person]);
        }

        var (position, key, largest, step) = (-1, -1, 0.0, 0.0);
        for (var i = 0; i < _direction.Length; i++)
        {
            if (_direction[i] > Small && _direction[i] > largest && _value[i] / _direction[i] <= limit)
                (position, largest, step) = (i, _direction[i], Math.Max(0, _value[i] / _direction[i]));
        }
        foreach (var person in _touched)
        {
            var change = _keyChange[person];
            if (change > Small && change > largest && _keyAmount[person] / change <= limit)
                (position, key, largest, step) = (-1, person, change, Math.Max(0, _keyAmount[person] / change));
        }
        if (position < 0 && key < 0)
            throw new InvalidOperationException("The linear program has no bound; a row must be missing.");
        return (position, key, step);
    }

    /// <summary>The key of a person leaves: another column of theirs becomes key, and the old key takes its position.</summary>
    private int SwapKey(int person, bool isEntering)
    {
        _positions.Clear();
        var best = -1;
        for (var i = 0; i < _basis.Length; i++)
        {
            if (_basis[i].Person != person)
                continue;
            _positions.Add(i);
            if (best < 0 || _value[i] > _value[best])
                best = i;
        }
        var amount = 1.0;
        var direction = isEntering ? 1.0 : 0.0;
        foreach (var position in _positions)
        {
            amount -= _value[position];
            direction -= _direction[position];
        }
        _inverse.SwapKey(best, _positions);
        (_key[person], _basis[best]) = (_basis[best], _key[person]);
        _key[person].Position = Column.Key;
        _basis[best].Position = best;
        _value[best] = amount;
        _direction[best] = direction;
        return best;
    }

    private void Leave(Column column)
    {
        column.Position = Column.Outside;
        if (column.Person >= 0)
            _basicCount[column.Person]--;
    }
}
