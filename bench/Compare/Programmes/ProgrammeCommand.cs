using System.CommandLine;
using System.Diagnostics;
using Guildhall.Bench.Compare.Measuring;
using Guildhall.Bench.Days;
using Guildhall.Planning.Programme;

namespace Guildhall.Bench.Compare.Programmes;

/// <summary>
/// <c>programme</c>: how good a programme the planner finds for the workshops, rooms and people of a day, against programmes made by chance and
/// by giving the popular workshops the larger rooms.
/// </summary>
internal static class ProgrammeCommand
{
    public static Command Make()
    {
        var days = new MeasuringOptions.Days("850A,850B", 1);
        var options = new MeasuringOptions();
        var draws = new Option<int>("--draws") { Description = "How many programmes of each kind are made by chance.", DefaultValueFactory = _ => 20 };
        var repeats = new Option<bool>("--repeats") { Description = "Whether the planner may deal the repeats anew, up to one run a slot." };
        var command = new Command("programme", "Suggests programmes and compares them with chance.") { draws, repeats };
        days.AddTo(command);
        options.AddTo(command);
        command.SetAction(result =>
        {
            Console.WriteLine("| day | programme | empty slots | worst regret | weighted squares | points | with all they could wish | seconds | |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
            foreach (var day in days.Read(result))
            {
                for (var seed = 1UL; seed <= (ulong)result.GetValue(days.Seeds); seed++)
                {
                    var problem = ProgrammeDay.Of(DayName.Parse(day).Make(seed, 0).Build(), result.GetValue(repeats));
                    Draw(day, "random", problem, popular: false, result.GetValue(draws));
                    Draw(day, "popular rooms", problem, popular: true, result.GetValue(draws));
                    Plan(day, problem, new ProgrammeOptions
                    {
                        Seed = seed,
                        Threads = result.GetValue(options.Threads),
                        TimeLimit = TimeSpan.FromSeconds(result.GetValue(options.Limit)),
                    });
                }
            }
        });
        return command;
    }

    private static void Draw(string day, string kind, ProgrammeProblem problem, bool popular, int draws)
    {
        var watch = Stopwatch.StartNew();
        var results = Enumerable.Range(1, draws)
            .Select(seed => new ProgrammePoints(problem, RandomProgramme.Make(problem, new SplitMix64((ulong)seed), popular))).ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"| {day} | {kind}, mean of {draws} | {results.Average(r => r.Objective.Empty):F1} | {results.Average(r => r.Objective.WorstRegret):F1} | {results.Average(r => r.Objective.WeightedSquares):F0} | {results.Average(r => r.Points):F0} | {results.Average(r => r.Content):F0} | {watch.Elapsed.TotalSeconds / draws:F2} | |"));
    }

    private static void Plan(string day, ProgrammeProblem problem, ProgrammeOptions options)
    {
        var before = Environment.CpuUsage.UserTime.TotalSeconds;
        var outcome = ProgrammePlanner.Plan(problem, null, options);
        var result = new ProgrammePoints(problem, outcome.Board);
        var bound = ProgrammePoints.Bound(problem);
        Console.WriteLine(FormattableString.Invariant(
            $"| {day} | planner | {outcome.Empty.Value} | {outcome.WorstRegret.Value} | {outcome.WeightedSquares.Value} | {result.Points} | {outcome.Regrets.Count(regret => regret == 0)} | {outcome.Elapsed.TotalSeconds:F1} ({Environment.CpuUsage.UserTime.TotalSeconds - before:F0} of processor time) | {outcome.Steps} steps |"));
        Console.WriteLine(FormattableString.Invariant(
            $"| {day} | bound | {outcome.Empty.Bound} | {outcome.WorstRegret.Bound} | {outcome.WeightedSquares.Bound} | {bound} ({100.0 * (bound - result.Points) / bound:F2} % more) | | | |"));
        if (!outcome.IsExact || !outcome.IsFeasible)
            Console.WriteLine($"The programme's value is not proven, or it breaks {outcome.Conflicts.Count} rules.");
    }
}
