using System.CommandLine;

namespace Guildhall.Bench.Compare.Measuring;

/// <summary><c>families</c>: our planner on several seeds of each family; median and worst time, proofs, memory, as a Markdown table.</summary>
internal static class FamiliesCommand
{
    public static Command Make()
    {
        var days = new MeasuringOptions.Days("850A,850B,5000A,5000B,20000A,20000B", 10);
        var options = new MeasuringOptions();
        var whole = new Option<bool>("--whole") { Description = "Run `guildhall allocate` on files and time the whole process." };
        var cli = new Option<string>("--cli")
        {
            Description = "The guildhall program for --whole.",
            DefaultValueFactory = _ => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Cli", "release", "guildhall")),
        };
        var each = new Option<bool>("--each") { Description = "A line for each run as well, to standard error." };
        var command = new Command("families", "Times our planner on families of days; each run is a process of its own.") { whole, cli, each };
        days.AddTo(command);
        options.AddTo(command);
        command.SetAction(result =>
        {
            Console.WriteLine(result.GetValue(whole)
                ? "| day | median s, whole process | worst s | planner alone, median s | proven | not proven | peak MB |"
                : "| day | median s | worst s | proven | not proven | peak MB |");
            Console.WriteLine(result.GetValue(whole) ? "|---|---|---|---|---|---|---|" : "|---|---|---|---|---|---|");
            foreach (var day in days.Read(result))
            {
                var runs = new List<RunResult>();
                for (var seed = 1UL; seed <= (ulong)result.GetValue(days.Seeds); seed++)
                {
                    var measured = new MeasuredDay(day, seed, result.GetValue(options.Minimum), result.GetValue(options.Limit), result.GetValue(options.Threads));
                    runs.Add(result.GetValue(whole) ? measured.RunCommandLine(result.GetValue(cli)!) : measured.Run());
                    if (result.GetValue(each))
                        Console.Error.WriteLine(FormattableString.Invariant($"{day} {seed}: {runs[^1].Summary}"));
                }
                Console.WriteLine(Row(day, runs, result.GetValue(whole)));
            }
        });
        return command;
    }

    private static string Row(string day, List<RunResult> runs, bool whole)
    {
        double Time(RunResult run) => whole ? run.WholeSeconds : run.Seconds;
        var gaps = string.Join("; ", runs.Where(run => !run.IsProven).Select(run => run.Gap));
        var alone = whole ? FormattableString.Invariant($" {Median(runs.Select(run => run.Seconds)):F2} |") : "";
        return FormattableString.Invariant(
            $"| {day} | {Median(runs.Select(Time)):F2} | {runs.Max(Time):F2} |{alone} {runs.Count(run => run.IsProven)} of {runs.Count} | {gaps} | {runs.Max(run => run.PeakBytes) / 1_000_000} |");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
