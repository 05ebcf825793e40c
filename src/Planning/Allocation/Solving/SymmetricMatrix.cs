using System.Numerics;

namespace Guildhall.Planning.Allocation.Solving;

/// <summary>A dense symmetric matrix, of which the lower half is kept, and then its Cholesky factor in the same place.</summary>
internal sealed class SymmetricMatrix(int size)
{
    /// <summary>Rows that are worked on together, so that what they all need is read once.</summary>
    private const int RowsPerBlock = 64;

    /// <summary>A pivot of which less than this share is left is an error of rounding.</summary>
    private const double Rounding = 1e-13;
    private const double Infinite = 1e64;
    private readonly double[][] _rows = [.. Enumerable.Range(0, size).Select(row => new double[row + 1])];

    public void Clear()
    {
        foreach (var row in _rows)
            Array.Clear(row);
    }

    /// <summary>Adds to the entry at a row and column, or at column and row: they are the same.</summary>
    public void Add(int row, int column, double value)
    {
        if (row >= column)
            _rows[row][column] += value;
        else
            _rows[column][row] += value;
    }

    /// <summary>Adds another matrix of the same size.</summary>
    public void Add(SymmetricMatrix other)
    {
        for (var i = 0; i < size; i++)
        {
            var (row, more) = (_rows[i], other._rows[i]);
            for (var j = 0; j < row.Length; j++)
                row[j] += more[j];
        }
    }

    /// <summary>
    /// Replaces the matrix by its Cholesky factor. A direction in which the matrix is nothing but errors of rounding is closed: solutions do
    /// not move along it.
    /// </summary>
    /// <remarks>About size^3 / 6 multiplications. The result does not depend on the number of threads.</remarks>
    public void Factorise(int threads)
    {
        var whole = new double[size];
        for (var i = 0; i < size; i++)
            whole[i] = _rows[i][i];
        for (var first = 0; first < size; first += RowsPerBlock)
        {
            var (from, end) = (first, Math.Min(size, first + RowsPerBlock));
            var groups = (end - from + 3) / 4;
            if (threads == 1 || from == 0)
                ReduceRows(from, 0, groups, end);
            else
                Parallel.For(0, 2, part => ReduceRows(from, groups * part / 2, groups * (part + 1) / 2, end));
            for (var i = from; i < end; i++)
            {
                var row = _rows[i];
                for (var j = from; j < i; j++)
                    row[j] = (row[j] - Dot(row, _rows[j], j)) / _rows[j][j];
                var pivot = row[i] - Dot(row, row, i);
                row[i] = pivot > Rounding * whole[i] ? Math.Sqrt(pivot) : Infinite;
            }
        }
    }

    /// <summary>Solves for a right-hand side in place; after <see cref="Factorise"/>.</summary>
    public void Solve(double[] right)
    {
        for (var i = 0; i < size; i++)
            right[i] = (right[i] - Dot(_rows[i], right, i)) / _rows[i][i];
        for (var i = size - 1; i >= 0; i--)
        {
            var row = _rows[i];
            var value = right[i] /= row[i];
            for (var j = 0; j < i; j++)
                right[j] -= value * row[j];
        }
    }

    /// <summary>Computes what lies left of a block of rows, four rows at a time.</summary>
    private void ReduceRows(int from, int firstGroup, int endGroup, int end)
    {
        for (var j = 0; j < from; j++)
        {
            var (other, pivot) = (_rows[j], 1 / _rows[j][j]);
            for (var group = firstGroup; group < endGroup; group++)
            {
                var i = from + (4 * group);
                if (i + 4 <= end)
                {
                    ReduceFour(_rows[i], _rows[i + 1], _rows[i + 2], _rows[i + 3], other, j, pivot);
                    continue;
                }
                for (; i < end; i++)
                    _rows[i][j] = (_rows[i][j] - Dot(_rows[i], other, j)) * pivot;
            }
        }
    }

    private static void ReduceFour(double[] a, double[] b, double[] c, double[] d, double[] other, int count, double pivot)
    {
        var (sumA, sumB, sumC, sumD) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i + Vector<double>.Count <= count; i += Vector<double>.Count)
        {
            var shared = new Vector<double>(other, i);
            sumA = Vector.FusedMultiplyAdd(new Vector<double>(a, i), shared, sumA);
            sumB = Vector.FusedMultiplyAdd(new Vector<double>(b, i), shared, sumB);
            sumC = Vector.FusedMultiplyAdd(new Vector<double>(c, i), shared, sumC);
            sumD = Vector.FusedMultiplyAdd(new Vector<double>(d, i), shared, sumD);
        }
        var (totalA, totalB, totalC, totalD) = (Vector.Sum(sumA), Vector.Sum(sumB), Vector.Sum(sumC), Vector.Sum(sumD));
        for (; i < count; i++)
        {
            totalA += a[i] * other[i];
            totalB += b[i] * other[i];
            totalC += c[i] * other[i];
            totalD += d[i] * other[i];
        }
        a[count] = (a[count] - totalA) * pivot;
        b[count] = (b[count] - totalB) * pivot;
        c[count] = (c[count] - totalC) * pivot;
        d[count] = (d[count] - totalD) * pivot;
    }

    private static double Dot(double[] a, double[] b, int count)
    {
        var sum = Vector<double>.Zero;
        var i = 0;
        for (; i + Vector<double>.Count <= count; i += Vector<double>.Count)
            sum = Vector.FusedMultiplyAdd(new Vector<double>(a, i), new Vector<double>(b, i), sum);
        var total = Vector.Sum(sum);
        for (; i < count; i++)
            total += a[i] * b[i];
        return total;
    }
}
