using System.Numerics;

namespace Guildhall.Planning.Allocation.Solving;

/// <summary>The inverse of the working basis, dense, row by row. All updates cost at most the square of its size.</summary>
internal sealed class BasisInverse
{
    private double[][] _rows = [];

    public int Size { get; private set; }

    public double[] Row(int position) => _rows[position];

    /// <summary>Starts as a diagonal of ones and minus ones.</summary>
    public void Reset(ReadOnlySpan<double> diagonal)
    {
        Size = diagonal.Length;
        _rows = new double[Size][];
        for (var i = 0; i < Size; i++)
        {
            _rows[i] = new double[Size];
            _rows[i][i] = diagonal[i];
        }
    }

    /// <summary>Adds to <paramref name="result"/> the inverse times a sparse column.</summary>
    public void AddTimes(int[] rows, double[] amounts, double scale, double[] result)
    {
        for (var i = 0; i < Size; i++)
        {
            var row = _rows[i];
            var sum = 0.0;
            for (var k = 0; k < rows.Length; k++)
                sum += row[rows[k]] * amounts[k];
            result[i] += scale * sum;
        }
    }

    /// <summary>The column whose image is <paramref name="direction"/> takes the place of the one at a position.</summary>
    public void Replace(int position, double[] direction)
    {
        var pivotRow = _rows[position];
        Scale(pivotRow, 1 / direction[position]);
        for (var i = 0; i < Size; i++)
        {
            if (i != position && Math.Abs(direction[i]) > 1e-13)
                AddScaled(_rows[i], pivotRow, -direction[i]);
        }
    }

    /// <summary>row := -row - sum of others, the change when a person's key column and a basic one change places.</summary>
    public void SwapKey(int position, List<int> others)
    {
        var row = _rows[position];
        foreach (var other in others)
        {
            if (other != position)
                AddScaled(row, _rows[other], 1);
        }
        Scale(row, -1);
    }

    /// <summary>Grows by one row whose own column is plus or minus the new unit; <paramref name="newRow"/> is its row of the basis.</summary>
    public void Grow(double[] newRow, double sign)
    {
        var last = new double[Size + 1];
        for (var i = 0; i < Size; i++)
        {
            if (newRow[i] != 0)
                AddScaled(last, _rows[i], -newRow[i] * sign);
        }
        last[Size] = sign;
        for (var i = 0; i < Size; i++)
            Array.Resize(ref _rows[i], Size + 1);
        _rows = [.. _rows, last];
        Size++;
    }

    /// <summary>result := scale * (weights, a row vector) times the inverse.</summary>
    public void LeftTimes(ReadOnlySpan<double> weights, double[] result)
    {
        Array.Clear(result);
        for (var i = 0; i < Size; i++)
        {
            if (weights[i] != 0)
                AddScaled(result, _rows[i], weights[i]);
        }
    }

    /// <summary>The inverse times a vector.</summary>
    public void Times(ReadOnlySpan<double> vector, double[] result)
    {
        for (var i = 0; i < Size; i++)
            result[i] = Dot(_rows[i], vector);
    }

    /// <summary>Computes the inverse anew from the basis, a column at a position (Gauss and Jordan, largest pivot of the column).</summary>
    /// <returns>False when the basis is singular to working accuracy.</returns>
    public bool Invert(Action<int, double[]> readColumn)
    {
        Span<double> ones = new double[Size];
        ones.Fill(1);
        Reset(ones);
        var column = new double[Size];
        var image = new double[Size];
        var rowOf = new int[Size];
        var isDone = new bool[Size];
        for (var position = 0; position < Size; position++)
        {
            readColumn(position, column);
            Times(column, image);
            var pivot = -1;
            for (var i = 0; i < Size; i++)
            {
                if (!isDone[i] && (pivot < 0 || Math.Abs(image[i]) > Math.Abs(image[pivot])))
                    pivot = i;
            }
            if (Math.Abs(image[pivot]) < 1e-11)
                return false;
            isDone[pivot] = true;
            rowOf[position] = pivot;
            Replace(pivot, image);
        }
        _rows = [.. rowOf.Select(row => _rows[row])];
        return true;
    }

    public static void AddScaled(double[] target, double[] source, double scale)
    {
        var width = Vector<double>.Count;
        var length = Math.Min(target.Length, source.Length);
        var factor = new Vector<double>(scale);
        var i = 0;
        for (; i <= length - width; i += width)
            (new Vector<double>(target, i) + (new Vector<double>(source, i) * factor)).CopyTo(target, i);
        for (; i < length; i++)
            target[i] += source[i] * scale;
    }

    private static void Scale(double[] target, double factor)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] *= factor;
    }

    private static double Dot(double[] row, ReadOnlySpan<double> vector)
    {
        var width = Vector<double>.Count;
        var sum = Vector<double>.Zero;
        var i = 0;
        for (; i <= row.Length - width; i += width)
            sum += new Vector<double>(row, i) * new Vector<double>(vector[i..]);
        var total = Vector.Sum(sum);
        for (; i < row.Length; i++)
            total += row[i] * vector[i];
        return total;
    }
}
