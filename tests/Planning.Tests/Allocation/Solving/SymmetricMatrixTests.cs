using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation.Solving;

namespace Guildhall.Planning.Tests.Allocation.Solving;

public class SymmetricMatrixTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(131)]
    public void Solves_what_it_is_given(int size)
    {
        var (matrix, entries) = Draw(size);
        double[] expected = [.. Enumerable.Range(0, size).Select(row => row - 3.5)];
        double[] right = [.. Enumerable.Range(0, size).Select(row => Enumerable.Range(0, size).Sum(column => entries[row, column] * expected[column]))];

        matrix.Factorise(threads: 1);
        matrix.Solve(right);

        for (var row = 0; row < size; row++)
            right[row].ShouldBe(expected[row], 1e-9);
    }

    [Fact]
    public void Gives_the_very_same_with_two_threads()
    {
        double[] one = [.. Enumerable.Repeat(1.0, 200)];
        double[] two = [.. one];

        Solve(one, threads: 1);
        Solve(two, threads: 2);

        two.ShouldBe(one);

        static void Solve(double[] right, int threads)
        {
            var (matrix, _) = Draw(right.Length);
            matrix.Factorise(threads);
            matrix.Solve(right);
        }
    }

    [Fact]
    public void Does_not_move_where_there_is_nothing_but_errors_of_rounding()
    {
        var matrix = new SymmetricMatrix(3);
        matrix.Add(0, 0, 4);
        matrix.Add(1, 1, 1);
        matrix.Add(1, 2, -1);
        matrix.Add(2, 2, 1);
        double[] right = [8, 3, -3];

        matrix.Factorise(threads: 1);
        matrix.Solve(right);

        right[0].ShouldBe(2, 1e-12);
        (right[1] - right[2]).ShouldBe(3, 1e-12);
    }

    [Fact]
    public void Takes_an_entry_above_the_diagonal_for_the_one_below()
    {
        var matrix = new SymmetricMatrix(2);
        matrix.Add(0, 0, 2);
        matrix.Add(0, 1, 1);
        var more = new SymmetricMatrix(2);
        more.Add(1, 1, 1);
        matrix.Add(more);
        double[] right = [3, 2];

        matrix.Factorise(threads: 1);
        matrix.Solve(right);

        right.ShouldBe([1, 1], 1e-12);
    }

    /// <summary>A matrix whose diagonal outweighs the rest, so that it has a factor.</summary>
    private static (SymmetricMatrix Matrix, double[,] Entries) Draw(int size)
    {
        var chance = new SplitMix64((ulong)size);
        var (matrix, entries) = (new SymmetricMatrix(size), new double[size, size]);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var value = row == column ? size : (chance.Below(200) - 100) / 100.0;
                entries[row, column] = entries[column, row] = value;
                matrix.Add(row, column, value);
            }
        }
        return (matrix, entries);
    }
}
