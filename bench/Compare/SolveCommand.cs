using System.CommandLine;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare;

/// <summary><c>solve DAY</c>: our planner on one day or a few seeds of it, recounted, a line each; to look at, and to profile.</summary>
internal static class SolveCommand
{
    public static Command Make()
    {
        var day = new Argument<string>("day") { Description = DayName.Help };
        var from = new Option<ulong>("--seed") { Description = "The first seed.", DefaultValueFactory = _ => 1 };
        var count = new Option<int>("--seeds") { Description = "How many seeds.", DefaultValueFactory = _ => 1 };
        var minimum = new Option<int>("--minimum") { Description = "Every session's minimum." };
        var limit = new Option<int>("--limit") { Description = "Time limit of a run in seconds.", DefaultValueFactory = _ => 100 };
        var threads = new Option<int>("--threads") { Description = "Threads.", DefaultValueFactory = _ => 1 };
        var command = new Command("solve", "Plans a day and prints the three values.") { day, from, count, minimum, limit, threads };
        command.SetAction(result =>
        {
            var name = DayName.Parse(result.GetValue(day)!);
            var options = new PlannerOptions
            {
                TimeLimit = TimeSpan.FromSeconds(result.GetValue(limit)),
                Threads = result.GetValue(threads),
            };
            for (var i = 0; i < result.GetValue(count); i++)
            {
                var seed = result.GetValue(from) + (ulong)i;
                var outcome = AllocationPlanner.Plan(name.Make(seed, result.GetValue(minimum)).Build(), options);
                Recount(outcome);
                Console.WriteLine(
                    $"{name.Text} {seed}: empty {Text(outcome.Empty)}, worst {Text(outcome.WorstRegret)}, squares {Text(outcome.WeightedSquares)}, "
                    + $"all wishes {outcome.Regrets.Count(regret => regret == 0)}, not running {outcome.NotRunning.Count}, "
                    + $"{outcome.Elapsed.TotalMilliseconds:F0} ms{(outcome.IsOptimal ? ", proven" : "")}");
            }
        });
        return command;
    }

    private static void Recount(AllocationOutcome outcome)
    {
        var recounted = Evaluation.Of(new PlainDay(outcome.Problem), Evaluation.PlacesOf(outcome));
        if (!recounted.Regrets.SequenceEqual(outcome.Regrets) || recounted.Objective != outcome.Objective)
            throw new InvalidOperationException($"the planner says {outcome.Objective}, recounted it is {recounted.Objective}");
    }

    private static string Text(BoundedValue value) => value.IsProven ? $"{value.Value}" : $"{value.Value} (at least {value.Bound})";
}
