namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// A square sparse matrix as the product of a lower and an upper triangular one, by Gaussian elimination with pivots that make few
/// new entries (Markowitz 1957) and are not small beside others of their column.
/// </summary>
internal sealed class SparseFactors
{
    private const double Threshold = 0.05;
    private const double Zero = 1e-12;

    private readonly int[] _pivotRow;
    private readonly int[] _pivotColumn;
    private readonly double[] _pivot;
    private readonly (int Row, double Value)[][] _lower;
    private readonly (int Row, double Value)[][] _upperByColumn;
    private readonly (int Column, double Value)[][] _upperByRow;

    private SparseFactors(int size)
    {
        (_pivotRow, _pivotColumn, _pivot) = (new int[size], new int[size], new double[size]);
        (_lower, _upperByColumn, _upperByRow) = (new (int, double)[size][], new (int, double)[size][], new (int, double)[size][]);
    }

    /// <summary>Factorises; <see langword="null"/> when the matrix is singular to working accuracy.</summary>
    public static SparseFactors? Of(int size, Action<int, List<(int Row, double Value)>> readColumn)
    {
        var factors = new SparseFactors(size);
        return new Elimination(factors, size, readColumn).Run() ? factors : null;
    }

    /// <summary>Solves matrix x = right; right is overwritten, x stands by column.</summary>
    public void Solve(double[] right, double[] x)
    {
        for (var k = 0; k < _pivot.Length; k++)
        {
            var value = right[_pivotRow[k]];
            if (value == 0)
                continue;
            foreach (var (row, factor) in _lower[k])
                right[row] -= factor * value;
        }
        for (var k = _pivot.Length - 1; k >= 0; k--)
        {
            var value = right[_pivotRow[k]];
            if (value == 0)
            {
                x[_pivotColumn[k]] = 0;
                continue;
            }
            value /= _pivot[k];
            x[_pivotColumn[k]] = value;
            foreach (var (row, factor) in _upperByColumn[_pivotColumn[k]])
                right[row] -= factor * value;
        }
    }

    /// <summary>Solves y matrix = left; left (by column) is overwritten, y stands by row.</summary>
    public void SolveTransposed(double[] left, double[] y)
    {
        for (var k = 0; k < _pivot.Length; k++)
        {
            var value = left[_pivotColumn[k]];
            if (value == 0)
            {
                y[_pivotRow[k]] = 0;
                continue;
            }
            value /= _pivot[k];
            y[_pivotRow[k]] = value;
            foreach (var (column, factor) in _upperByRow[k])
                left[column] -= factor * value;
        }
        for (var k = _pivot.Length - 1; k >= 0; k--)
        {
            var sum = 0.0;
            foreach (var (row, factor) in _lower[k])
                sum += factor * y[row];
            y[_pivotRow[k]] -= sum;
        }
    }

    /// <summary>The work of one factorisation.</summary>
    private sealed class Elimination
    {
        private readonly SparseFactors _factors;
        private readonly int _size;
        private readonly List<(int Column, double Value)>[] _rows;
        private readonly List<int>[] _rowsOfColumn;
        private readonly List<(int Row, double Value)>[] _upperColumns;
        private readonly bool[] _isRowDone;
        private readonly bool[] _isColumnDone;
        private readonly int[] _position;
        private readonly Queue<int> _singleColumns = new();
        private readonly Queue<int> _singleRows = new();

        public Elimination(SparseFactors factors, int size, Action<int, List<(int Row, double Value)>> readColumn)
        {
            (_factors, _size) = (factors, size);
            _rows = new List<(int, double)>[size];
            _rowsOfColumn = new List<int>[size];
            _upperColumns = new List<(int, double)>[size];
            (_isRowDone, _isColumnDone, _position) = (new bool[size], new bool[size], new int[size]);
            Array.Fill(_position, -1);
            for (var i = 0; i < size; i++)
                (_rows[i], _rowsOfColumn[i], _upperColumns[i]) = ([], [], []);
            var column = new List<(int Row, double Value)>();
            for (var j = 0; j < size; j++)
            {
                column.Clear();
                readColumn(j, column);
                foreach (var (row, value) in column)
                {
                    _rows[row].Add((j, value));
                    _rowsOfColumn[j].Add(row);
                }
                if (_rowsOfColumn[j].Count == 1)
                    _singleColumns.Enqueue(j);
            }
            for (var i = 0; i < size; i++)
            {
                if (_rows[i].Count == 1)
                    _singleRows.Enqueue(i);
            }
        }

        public bool Run()
        {
            for (var k = 0; k < _size; k++)
            {
                var (row, column) = ChoosePivot();
                if (row < 0)
                    return false;
                Eliminate(k, row, column);
            }
            for (var j = 0; j < _size; j++)
                _factors._upperByColumn[j] = [.. _upperColumns[j]];
            return true;
        }

        private (int Row, int Column) ChoosePivot()
        {
            while (_singleColumns.TryDequeue(out var column))
            {
                if (!_isColumnDone[column] && _rowsOfColumn[column].Count == 1 && Math.Abs(ValueAt(_rowsOfColumn[column][0], column)) > Zero)
                    return (_rowsOfColumn[column][0], column);
            }
            while (_singleRows.TryDequeue(out var row))
            {
                if (!_isRowDone[row] && _rows[row].Count == 1 && IsLarge(row, _rows[row][0].Column, _rows[row][0].Value))
                    return (row, _rows[row][0].Column);
            }
            return ChooseByMarkowitz();
        }

        private (int Row, int Column) ChooseByMarkowitz()
        {
            var (best, bestCost) = ((-1, -1), long.MaxValue);
            for (var column = 0; column < _size; column++)
            {
                var count = _rowsOfColumn[column].Count;
                if (_isColumnDone[column] || count == 0 || count - 1 >= bestCost)
                    continue;
                var largest = 0.0;
                foreach (var row in _rowsOfColumn[column])
                    largest = Math.Max(largest, Math.Abs(ValueAt(row, column)));
                foreach (var row in _rowsOfColumn[column])
                {
                    var cost = (long)(count - 1) * (_rows[row].Count - 1);
                    if (cost < bestCost && Math.Abs(ValueAt(row, column)) is var value && value > Zero && value >= Threshold * largest)
                        (best, bestCost) = ((row, column), cost);
                }
            }
            return best;
        }

        private bool IsLarge(int row, int column, double value)
        {
            foreach (var other in _rowsOfColumn[column])
            {
                if (other != row && Math.Abs(ValueAt(other, column)) * Threshold > Math.Abs(value))
                    return false;
            }
            return Math.Abs(value) > Zero;
        }

        private double ValueAt(int row, int column)
        {
            foreach (var (other, value) in _rows[row])
            {
                if (other == column)
                    return value;
            }
            return 0;
        }

        private void Eliminate(int k, int row, int column)
        {
            var pivot = ValueAt(row, column);
            (_factors._pivotRow[k], _factors._pivotColumn[k], _factors._pivot[k]) = (row, column, pivot);
            (_isRowDone[row], _isColumnDone[column]) = (true, true);
            var upper = _rows[row].FindAll(entry => entry.Column != column);
            _factors._upperByRow[k] = [.. upper];
            foreach (var (other, value) in upper)
            {
                _upperColumns[other].Add((row, value));
                RemoveFromColumn(other, row);
            }
            var lower = new List<(int, double)>();
            foreach (var other in _rowsOfColumn[column])
            {
                if (other == row)
                    continue;
                var factor = ValueAt(other, column) / pivot;
                lower.Add((other, factor));
                SubtractRow(other, column, upper, factor);
            }
            _rowsOfColumn[column].Clear();
            _factors._lower[k] = [.. lower];
        }

        private void SubtractRow(int target, int eliminated, List<(int Column, double Value)> pivotRow, double factor)
        {
            var row = _rows[target];
            row.RemoveAll(entry => entry.Column == eliminated);
            for (var i = 0; i < row.Count; i++)
                _position[row[i].Column] = i;
            foreach (var (column, value) in pivotRow)
            {
                if (_position[column] >= 0)
                {
                    var at = _position[column];
                    row[at] = (column, row[at].Value - (factor * value));
                    continue;
                }
                row.Add((column, -factor * value));
                _rowsOfColumn[column].Add(target);
            }
            foreach (var (column, _) in row)
                _position[column] = -1;
            for (var i = row.Count - 1; i >= 0; i--)
            {
                if (Math.Abs(row[i].Value) > Zero)
                    continue;
                RemoveFromColumn(row[i].Column, target);
                row.RemoveAt(i);
            }
            if (row.Count == 1)
                _singleRows.Enqueue(target);
        }

        private void RemoveFromColumn(int column, int row)
        {
            _rowsOfColumn[column].Remove(row);
            if (_rowsOfColumn[column].Count == 1)
                _singleColumns.Enqueue(column);
        }
    }
}
