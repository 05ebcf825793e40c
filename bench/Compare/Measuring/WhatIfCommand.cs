using System.CommandLine;
using System.Diagnostics;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare.Measuring;

/// <summary><c>what-if</c>: what one more seat or run of each session would bring, and how long it takes to find out.</summary>
internal static class WhatIfCommand
{
    public static Command Make()
    {
        var days = new MeasuringOptions.Days("850A", 10);
        var options = new MeasuringOptions();
        var command = new Command("what-if", "Times one more seat in every session and one more run of every workshop.");
        days.AddTo(command);
        options.AddTo(command);
        command.SetAction(result =>
        {
            Console.WriteLine("| day | seed | seconds | gains | not proven |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var day in days.Read(result))
            {
                for (var seed = 1UL; seed <= (ulong)result.GetValue(days.Seeds); seed++)
                    Measure(day, seed, result.GetValue(options.Minimum), new PlannerOptions { Threads = result.GetValue(options.Threads) });
            }
        });
        return command;
    }

    private static void Measure(string day, ulong seed, int minimum, PlannerOptions options)
    {
        var outcome = AllocationPlanner.Plan(DayName.Parse(day).Make(seed, minimum).Build(), options);
        var watch = Stopwatch.StartNew();
        var gains = AllocationWhatIf.Explore(outcome, options);
        Console.WriteLine(FormattableString.Invariant(
            $"| {day} | {seed} | {watch.Elapsed.TotalSeconds:F1} | {gains.Count} | {gains.Count(gain => !gain.IsProven)} |"));
    }
}
