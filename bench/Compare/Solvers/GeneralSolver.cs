using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Guildhall.Bench.Compare.Solvers;

/// <summary>What a general solver says about one model.</summary>
/// <param name="Value">The objective of the best solution found, or <see langword="null"/> when none was.</param>
/// <param name="IsProven">Whether it says that nothing better exists.</param>
/// <param name="Elapsed">Whole process, reading included.</param>
internal sealed record SolverAnswer(long? Value, bool IsProven, TimeSpan Elapsed);

/// <summary>A general solver as a program of its own that reads LP files, one thread.</summary>
/// <param name="Name">The solver's name.</param>
/// <param name="Solve">Solves a file within so many seconds.</param>
internal sealed record GeneralSolver(string Name, Func<string, int, SolverAnswer> Solve)
{
    /// <summary>HiGHS as WebAssembly under Node; <c>npm ci</c> in <c>bench/oracle</c> brings it.</summary>
    public static GeneralSolver Highs { get; } = new("HiGHS", SolveWithHighs);

    /// <summary>CBC, Debian's <c>coinor-cbc</c>.</summary>
    public static GeneralSolver Cbc { get; } = new("CBC", SolveWithCbc);

    /// <summary>Finds a solver by its name, in any case.</summary>
    public static GeneralSolver Named(string name) => name.ToUpperInvariant() switch
    {
        "HIGHS" => Highs,
        "CBC" => Cbc,
        _ => throw new ArgumentException($"no solver is called '{name}'; there are highs and cbc", nameof(name)),
    };

    private static SolverAnswer SolveWithHighs(string file, int seconds)
    {
        var (output, elapsed) = Run("node", [OracleScript(), Text(seconds), file]);
        using var answer = JsonDocument.Parse(output);
        var status = answer.RootElement.GetProperty("status").GetString()!;
        if (status.StartsWith("failed", StringComparison.Ordinal))
            return new SolverAnswer(null, false, elapsed);
        var value = answer.RootElement.GetProperty("objective");
        // Without a solution HiGHS gives infinity, which JSON writes as null.
        return new SolverAnswer(value.ValueKind == JsonValueKind.Number ? (long)Math.Round(value.GetDouble()) : null, status is "Optimal", elapsed);
    }

    private static SolverAnswer SolveWithCbc(string file, int seconds)
    {
        var solution = Path.ChangeExtension(file, ".txt");
        File.Delete(solution);
        var (_, elapsed) = Run("cbc", [file, "timeMode", "elapsed", "sec", Text(seconds), "ratio", "0", "threads", "1", "solve", "solu", solution]);
        // The first line is such as "Optimal - objective value 12.00000000" or "Stopped on time - objective value 14.00000000".
        var first = File.Exists(solution) ? File.ReadLines(solution).FirstOrDefault("") : "";
        const string Value = "objective value ";
        var at = first.IndexOf(Value, StringComparison.Ordinal);
        if (at < 0 || first.Contains("no integer solution", StringComparison.Ordinal))
            return new SolverAnswer(null, false, elapsed);
        var value = double.Parse(first[(at + Value.Length)..].Split(' ')[0], CultureInfo.InvariantCulture);
        return new SolverAnswer((long)Math.Round(value), first.StartsWith("Optimal", StringComparison.Ordinal), elapsed);
    }

    private static string OracleScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var oracle = Path.Combine(folder.FullName, "bench", "oracle");
            if (!File.Exists(Path.Combine(oracle, "solve.mjs")))
                continue;
            return Directory.Exists(Path.Combine(oracle, "node_modules"))
                ? Path.Combine(oracle, "solve.mjs")
                : throw new InvalidOperationException("HiGHS is not there yet: run `npm ci` in bench/oracle");
        }
        throw new InvalidOperationException("bench/oracle was not found above the program");
    }

    private static (string Output, TimeSpan Elapsed) Run(string program, IEnumerable<string> arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
        return (output, Stopwatch.GetElapsedTime(started));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
