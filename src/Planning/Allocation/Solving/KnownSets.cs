namespace Guildhall.Planning.Allocation.Solving;

/// <summary>The sets of places of one person that a <see cref="CentralPath"/> knows, and how much of each it gives.</summary>
/// <param name="length">How many slots the person fills.</param>
internal sealed class KnownSets(int length)
{
    private const int FirstRoom = 4;
    private const int MostRounds = 30;
    private double[] _cost = new double[FirstRoom];
    private double[] _value = new double[FirstRoom];
    private double[] _share = new double[FirstRoom];
    private int[] _rows = new int[FirstRoom * length];
    private int[] _options = new int[FirstRoom * length];

    public int Count { get; private set; }

    /// <summary>How much of a set the person gets; all together are 1.</summary>
    public double ShareOf(int set) => _share[set];

    /// <summary>The rows of which a set takes one unit each; a row may occur twice.</summary>
    public ReadOnlySpan<int> RowsOf(int set) => _rows.AsSpan(set * length, length);

    /// <summary>The positions of a set's places in the person's options.</summary>
    public ReadOnlySpan<int> OptionsOf(int set) => _options.AsSpan(set * length, length);

    /// <summary>The set of which the person gets most.</summary>
    public int Fullest
    {
        get
        {
            var fullest = 0;
            for (var set = 1; set < Count; set++)
            {
                if (_share[set] > _share[fullest])
                    fullest = set;
            }
            return fullest;
        }
    }

    /// <summary>Whether a set is known, by the positions of its places in the person's options.</summary>
    public bool Knows(ReadOnlySpan<int> options)
    {
        for (var set = 0; set < Count; set++)
        {
            if (OptionsOf(set).SequenceEqual(options))
                return true;
        }
        return false;
    }

    /// <summary>Adds a set that is not known.</summary>
    public void Learn(double cost, ReadOnlySpan<int> options, ReadOnlySpan<int> rows)
    {
        if (Count == _cost.Length)
            MakeRoom();
        _cost[Count] = cost;
        rows.CopyTo(_rows.AsSpan(Count * length));
        options.CopyTo(_options.AsSpan(Count * length));
        Count++;
    }

    /// <summary>
    /// Shares the person out: a set gets weight / (how far its value is above the person's own price), and that price is such that the
    /// shares add up to 1.
    /// </summary>
    public void Share(double[] prices, double weight)
    {
        var least = double.PositiveInfinity;
        for (var (set, at) = (0, 0); set < Count; set++)
        {
            var value = _cost[set];
            for (var end = at + length; at < end; at++)
                value += prices[_rows[at]];
            _value[set] = value;
            least = Math.Min(least, value);
        }
        var below = Count == 1 ? weight : PriceBelow(least, weight);
        for (var set = 0; set < Count; set++)
            _share[set] = weight / (_value[set] - least + below);
    }

    /// <summary>
    /// How far the person's price is below the least value: Newton's method on 1 / (sum of shares) = 1, whose left side is nearly a
    /// straight line.
    /// </summary>
    private double PriceBelow(double least, double weight)
    {
        var below = weight;
        for (var round = 0; round < MostRounds; round++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (var set = 0; set < Count; set++)
            {
                var share = weight / (_value[set] - least + below);
                sum += share;
                squares += share * share;
            }
            var change = weight * sum * (sum - 1) / squares;
            below += change;
            if (Math.Abs(change) < 1e-13 * below)
                break;
        }
        return below;
    }

    private void MakeRoom()
    {
        var room = Count * 2;
        Array.Resize(ref _cost, room);
        Array.Resize(ref _value, room);
        Array.Resize(ref _share, room);
        Array.Resize(ref _rows, room * length);
        Array.Resize(ref _options, room * length);
    }
}
