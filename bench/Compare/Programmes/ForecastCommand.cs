using System.CommandLine;
using System.Diagnostics;
using Guildhall.Bench.Days;
using Guildhall.Planning.Programme;

namespace Guildhall.Bench.Compare.Programmes;

/// <summary><c>forecast</c>: how long the forecast and the check of a board take, at first and after each of some moves.</summary>
internal static class ForecastCommand
{
    public static Command Make()
    {
        var people = new Option<int>("--people") { Description = "People.", DefaultValueFactory = _ => 5_000 };
        var workshops = new Option<int>("--workshops") { Description = "Workshops.", DefaultValueFactory = _ => 300 };
        var moves = new Option<int>("--moves") { Description = "How many times two runs change places.", DefaultValueFactory = _ => 15 };
        var command = new Command("forecast", "Times what a board's meter needs.") { people, workshops, moves };
        command.SetAction(result =>
        {
            var shape = new DayShape(result.GetValue(people), result.GetValue(workshops), 3, result.GetValue(workshops) / 2).Mild();
            var problem = ProgrammeDay.Of(GeneratedDay.Make(shape, 1).ToBuilder().Build(), freeRepeats: false);
            var chance = new SplitMix64(1);
            var board = RandomProgramme.Make(problem, chance, popular: true);
            var (evaluator, check) = (new ProgrammeEvaluator(problem), new ProgrammeCheck(problem));
            var (first, firstOwn) = Time(() => evaluator.Forecast(board));
            Console.WriteLine("| people | workshops | runs | | first ms | later, median | later, worst |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            var (forecasts, checks) = (new List<(double Elapsed, double Own)>(), new List<(double Elapsed, double Own)>());
            var size = FormattableString.Invariant($"| {problem.People.Count} | {problem.Workshops.Count} | {board.Runs.Count}");
            for (var move = 0; move < result.GetValue(moves); move++)
            {
                var runs = board.Runs.ToList();
                var (a, b) = (chance.Below(runs.Count), chance.Below(runs.Count));
                (runs[a], runs[b]) = (runs[a] with { Workshop = runs[b].Workshop }, runs[b] with { Workshop = runs[a].Workshop });
                board = new ProgrammeBoard(runs);
                checks.Add(Time(() => check.Conflicts(board)));
                forecasts.Add(Time(() => evaluator.Forecast(board)));
            }
            Console.WriteLine(FormattableString.Invariant(
                $"{size} | forecast | {first:F0} | {Median(forecasts, pair => pair.Elapsed):F0} | {forecasts.Max(pair => pair.Elapsed):F0} |"));
            Console.WriteLine(FormattableString.Invariant(
                $"{size} | its processor time | {firstOwn:F0} | {Median(forecasts, pair => pair.Own):F0} | {forecasts.Max(pair => pair.Own):F0} |"));
            Console.WriteLine(FormattableString.Invariant(
                $"{size} | check | | {Median(checks, pair => pair.Elapsed):F1} | {checks.Max(pair => pair.Elapsed):F1} |"));
        });
        return command;
    }

    /// <summary>How many milliseconds it takes, and how many of them the process had a processor: other work on the machine counts in the first.</summary>
    private static (double Elapsed, double Own) Time<T>(Func<T> run)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        run();
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    private static double Median(List<(double Elapsed, double Own)> times, Func<(double Elapsed, double Own), double> of) =>
        times.Select(of).Order().ElementAt(times.Count / 2);
}
