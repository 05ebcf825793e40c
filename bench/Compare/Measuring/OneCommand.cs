using System.CommandLine;
using System.Text.Json;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare.Measuring;

/// <summary><c>one DAY SEED</c>: what the other commands start as a process of its own; prints a <see cref="RunResult"/> as JSON.</summary>
internal static class OneCommand
{
    public static Command Make()
    {
        var day = new Argument<string>("day") { Description = DayName.Help };
        var seed = new Argument<ulong>("seed") { Description = "The seed." };
        var options = new MeasuringOptions();
        var command = new Command("one", "Plans one day and prints the result and the peak of memory as JSON.") { day, seed };
        options.AddTo(command);
        command.SetAction(result =>
        {
            var problem = DayName.Parse(result.GetValue(day)!).Make(result.GetValue(seed), result.GetValue(options.Minimum)).Build();
            var outcome = AllocationPlanner.Plan(problem, new PlannerOptions
            {
                TimeLimit = TimeSpan.FromSeconds(result.GetValue(options.Limit)),
                Threads = result.GetValue(options.Threads),
            });
            Console.WriteLine(JsonSerializer.Serialize(RunResult.Of(outcome)));
        });
        return command;
    }
}
