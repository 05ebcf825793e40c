namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// The inverse of the working basis, never written out: sparse factors of an earlier basis and the changes since (the product form
/// of the inverse, Dantzig and Orchard-Hays 1954).
/// </summary>
internal sealed class BasisInverse
{
    private const double Zero = 1e-14;
    private readonly List<Change> _changes = [];
    private SparseFactors _factors = null!;
    private double[] _work = [];

    /// <summary>Changes since the last factorisation.</summary>
    public int ChangeCount => _changes.Count;

    /// <summary>Factorises the basis anew.</summary>
    /// <returns>False when it is singular to working accuracy; then nothing has changed.</returns>
    public bool TryFactorise(int size, Action<int, List<(int Row, double Value)>> readColumn)
    {
        if (SparseFactors.Of(size, readColumn) is not { } factors)
            return false;
        _factors = factors;
        _changes.Clear();
        if (_work.Length != size)
            _work = new double[size];
        return true;
    }

    /// <summary>The inverse times a vector by rows, which is overwritten; the result stands by positions.</summary>
    public void Times(double[] vector, double[] result)
    {
        _factors.Solve(vector, result);
        foreach (var change in _changes)
            change.ApplyTo(result);
    }

    /// <summary>A vector by positions, which is kept, times the inverse; the result stands by rows.</summary>
    public void LeftTimes(ReadOnlySpan<double> vector, double[] result)
    {
        vector.CopyTo(_work);
        for (var i = _changes.Count - 1; i >= 0; i--)
            _changes[i].ApplyToLeft(_work);
        _factors.SolveTransposed(_work, result);
    }

    /// <summary>A row of the inverse.</summary>
    public void Row(int position, double[] result)
    {
        Array.Clear(_work);
        _work[position] = 1;
        for (var i = _changes.Count - 1; i >= 0; i--)
            _changes[i].ApplyToLeft(_work);
        _factors.SolveTransposed(_work, result);
    }

    /// <summary>The column whose image is <paramref name="direction"/> takes the place of the one at a position.</summary>
    public void Replace(int position, double[] direction)
    {
        var entries = new List<(int, double)>();
        for (var i = 0; i < direction.Length; i++)
        {
            if (i != position && Math.Abs(direction[i]) > Zero)
                entries.Add((i, direction[i]));
        }
        _changes.Add(new Change(position, direction[position], [.. entries], null));
    }

    /// <summary>A person's key column and the basic one at a position change places; the others are the person's further columns.</summary>
    public void SwapKey(int position, List<int> positions) =>
        _changes.Add(new Change(position, 0, [], [.. positions.Where(other => other != position)]));

    /// <summary>One change of the basis: a column replaced, or a key swapped.</summary>
    private readonly struct Change(int position, double pivot, (int Position, double Value)[] entries, int[]? others)
    {
        public void ApplyTo(double[] x)
        {
            if (others is not null)
            {
                foreach (var other in others)
                    x[position] += x[other];
                x[position] = -x[position];
                return;
            }
            if (x[position] == 0)
                return;
            var value = x[position] /= pivot;
            foreach (var (other, factor) in entries)
                x[other] -= factor * value;
        }

        public void ApplyToLeft(double[] y)
        {
            if (others is not null)
            {
                foreach (var other in others)
                    y[other] -= y[position];
                y[position] = -y[position];
                return;
            }
            var sum = y[position];
            foreach (var (other, factor) in entries)
                sum -= factor * y[other];
            y[position] = sum / pivot;
        }
    }
}
