namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// What some of the people add to the gradient and the curvature of a <see cref="CentralPath"/>. The parts are the same whatever the
/// number of threads, so that the sums are too.
/// </summary>
internal sealed class PathPart(int rowCount, ArraySegment<KnownSets> people)
{
    private readonly double[] _change = new double[rowCount];
    private readonly List<int> _changed = [];
    private readonly List<(int Row, int Sign)> _difference = [];

    /// <summary>What the people take of each row.</summary>
    public double[] Taken { get; } = new double[rowCount];

    /// <summary>How what they take changes with the weight of the barrier.</summary>
    public double[] TakenByWeight { get; } = new double[rowCount];

    /// <summary>How what they take falls as prices rise.</summary>
    public SymmetricMatrix Curvature { get; } = new(rowCount);

    /// <summary>Shares everybody out at prices.</summary>
    public void Share(double[] prices, double weight)
    {
        Array.Clear(Taken);
        Array.Clear(TakenByWeight);
        foreach (var sets in people)
        {
            sets.Share(prices, weight);
            var squares = 0.0;
            for (var set = 0; set < sets.Count; set++)
                squares += sets.ShareOf(set) * sets.ShareOf(set);
            for (var set = 0; set < sets.Count; set++)
            {
                var share = sets.ShareOf(set);
                var byWeight = (share - (share * share / squares)) / weight;
                foreach (var row in sets.RowsOf(set))
                {
                    Taken[row] += share;
                    TakenByWeight[row] += byWeight;
                }
            }
        }
    }

    /// <summary>Computes the curvature at the present shares.</summary>
    public void Curve(double weight)
    {
        Curvature.Clear();
        foreach (var sets in people)
        {
            if (sets.Count > 1)
                Add(sets, weight);
        }
    }

    /// <summary>Adds one person: how much their sets differ from the one they have most of, less the mean of that.</summary>
    private void Add(KnownSets sets, double weight)
    {
        var fullest = sets.Fullest;
        var total = 0.0;
        for (var set = 0; set < sets.Count; set++)
        {
            var curvature = sets.ShareOf(set) * sets.ShareOf(set) / weight;
            total += curvature;
            if (set != fullest)
                AddDifference(sets.RowsOf(set), sets.RowsOf(fullest), curvature);
        }
        for (var i = 0; i < _changed.Count; i++)
        {
            var change = _change[_changed[i]] / total;
            for (var j = 0; j <= i; j++)
                Curvature.Add(_changed[i], _changed[j], -change * _change[_changed[j]]);
        }
        foreach (var row in _changed)
            _change[row] = 0;
        _changed.Clear();
    }

    private void AddDifference(ReadOnlySpan<int> rows, ReadOnlySpan<int> others, double curvature)
    {
        _difference.Clear();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] == others[i])
                continue;
            _difference.Add((rows[i], 1));
            _difference.Add((others[i], -1));
        }
        for (var i = 0; i < _difference.Count; i++)
        {
            var (row, sign) = _difference[i];
            if (_change[row] == 0)
            {
                _changed.Add(row);
                // Not zero any more, so that the row is not noted twice should what is added cancel out.
                _change[row] = double.Epsilon;
            }
            _change[row] += sign * curvature;
            Curvature.Add(row, row, curvature);
            for (var j = 0; j < i; j++)
            {
                // Above and below the diagonal are one entry here; on the diagonal the pair counts both ways.
                var entry = sign * _difference[j].Sign * curvature;
                Curvature.Add(row, _difference[j].Row, row == _difference[j].Row ? 2 * entry : entry);
            }
        }
    }
}
