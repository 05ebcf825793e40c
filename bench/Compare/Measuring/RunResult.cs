using System.Text.Json;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare.Measuring;

/// <summary>What one run in a process of its own reached, and what it took.</summary>
/// <param name="Empty">Empty slots.</param>
/// <param name="WorstRegret">Worst regret.</param>
/// <param name="WeightedSquares">Weighted squares.</param>
/// <param name="AllWishes">People with regret 0.</param>
/// <param name="Seconds">The planner alone.</param>
/// <param name="PeakBytes">The most memory that the process held.</param>
internal sealed record RunResult(
    BoundedValue Empty, BoundedValue WorstRegret, BoundedValue WeightedSquares, int AllWishes, double Seconds, long PeakBytes)
{
    /// <summary>Start of process to its end; 0 when the process did other things too.</summary>
    public double WholeSeconds { get; init; }

    public bool IsProven => Empty.IsProven && WorstRegret.IsProven && WeightedSquares.IsProven;

    /// <summary>What is not proven, in words; empty when everything is.</summary>
    public string Gap => !Empty.IsProven ? $"empty {Empty.Value}, at least {Empty.Bound}"
        : !WorstRegret.IsProven ? $"worst {WorstRegret.Value}, at least {WorstRegret.Bound}"
        : !WeightedSquares.IsProven ? FormattableString.Invariant($"squares {100.0 * WeightedSquares.Gap / WeightedSquares.Value:F2} %")
        : "";

    /// <summary>The run in a line.</summary>
    public string Summary => FormattableString.Invariant(
        $"empty {Empty.Value}, worst {WorstRegret.Value}, squares {WeightedSquares.Value}, all wishes {AllWishes}, {Seconds:F3} s, whole {WholeSeconds:F3} s, {PeakBytes / 1_000_000} MB{(IsProven ? "" : ", not proven: " + Gap)}");

    public static RunResult Of(AllocationOutcome outcome) => new(outcome.Empty, outcome.WorstRegret, outcome.WeightedSquares,
        outcome.Regrets.Count(regret => regret == 0), outcome.Elapsed.TotalSeconds, ChildProcess.PeakOfThis);

    /// <summary>Reads the report that <c>guildhall allocate</c> writes.</summary>
    public static RunResult OfReport(string path, double wholeSeconds, long peakBytes)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(path));
        var root = report.RootElement;
        BoundedValue Value(string name) => new(root.GetProperty(name).GetProperty("value").GetInt64(), root.GetProperty(name).GetProperty("bound").GetInt64());
        return new RunResult(Value("empty"), Value("worst_regret"), Value("weighted_squares"),
            root.GetProperty("regret_histogram").TryGetProperty("0", out var all) ? all.GetInt32() : 0,
            root.GetProperty("seconds").GetDouble(), peakBytes)
        {
            WholeSeconds = wholeSeconds,
        };
    }
}
