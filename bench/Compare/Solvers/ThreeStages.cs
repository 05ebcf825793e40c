using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare.Solvers;

/// <summary>What a general solver reaches when it is given the three objectives one after the other.</summary>
/// <param name="Empty">Stage 1, or <see langword="null"/> when it has no solution.</param>
/// <param name="WorstRegret">Stage 2; <see langword="null"/> when stage 1 was not proven, for then nothing says what to fix.</param>
/// <param name="WeightedSquares">Stage 3, likewise.</param>
/// <param name="Elapsed">All stages: processes and reading files, not the writing of them.</param>
internal sealed record ThreeStages(SolverAnswer Empty, SolverAnswer? WorstRegret, SolverAnswer? WeightedSquares, TimeSpan Elapsed)
{
    /// <summary>Whether all three are proven.</summary>
    public bool IsProven => WeightedSquares is { IsProven: true };

    /// <summary>The three values when proven.</summary>
    public Objective? Objective => IsProven ? new Objective((int)Empty.Value!, (int)WorstRegret!.Value!, WeightedSquares!.Value!.Value) : null;

    /// <summary>Solves a day.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="day">The day.</param>
    /// <param name="bestAlone">Everybody's least cost alone.</param>
    /// <param name="full">Every unlisted session as a variable of its own: exact; otherwise the compact model.</param>
    /// <param name="seconds">The time limit of all stages together.</param>
    public static ThreeStages Solve(GeneralSolver solver, PlainDay day, IReadOnlyList<int> bestAlone, bool full, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("guildhall-bench-");
        try
        {
            var elapsed = TimeSpan.Zero;
            SolverAnswer Stage(string name, string model)
            {
                var file = Path.Combine(folder.FullName, name + ".lp");
                File.WriteAllText(file, model);
                var answer = solver.Solve(file, Math.Max(1, seconds - (int)elapsed.TotalSeconds));
                elapsed += answer.Elapsed;
                return answer;
            }

            var empty = Stage("empty", CompactModel.FewestEmpty(day, bestAlone, full));
            if (!empty.IsProven)
                return new ThreeStages(empty, null, null, elapsed);
            var worst = Stage("worst", CompactModel.SmallestWorst(day, bestAlone, full, empty.Value!.Value));
            if (!worst.IsProven)
                return new ThreeStages(empty, worst, null, elapsed);
            var squares = Stage("squares", CompactModel.SmallestSquares(day, bestAlone, full, empty.Value.Value, worst.Value!.Value));
            return new ThreeStages(empty, worst, squares, elapsed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
