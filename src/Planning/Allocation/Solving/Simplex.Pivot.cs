namespace Guildhall.Planning.Allocation.Solving;

/// <summary>A pivot: which column leaves when one enters, and what that changes.</summary>
internal sealed partial class Simplex
{
    private const double Small = 1e-9;
    private readonly double[] _keyChange;
    private readonly double[] _keyAmount;
    private readonly List<int> _touched = [];
    private readonly List<int> _positions = [];

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
