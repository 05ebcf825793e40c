namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// The primal simplex method for people who each take exactly one of their sets (generalised upper bounding, Dantzig and Van Slyke
/// 1967): each person has a key column outside the working basis, so the basis has a row for each session and not for each person.
/// </summary>
/// <remarks>
/// Every row reads: what is taken + spare - overflow = seats. Spare is sold at the row's low price and overflow bought at its high
/// price, so any columns are feasible and the row's price stays within the box [low, high] (boxstep, Marsten, Hogan and Blankenship 1975).
/// </remarks>
internal sealed partial class Simplex
{
    private const int MostChanges = 100;

    private readonly BasisInverse _inverse = new();
    private readonly Column[] _key;
    private readonly int[] _basicCount;
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
}
