using System.CommandLine;
using System.Diagnostics;
using Guildhall.Bench.Compare.Baselines;
using Guildhall.Bench.Compare.Measuring;
using Guildhall.Bench.Compare.Solvers;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare;

/// <summary><c>compare</c>: ours, what is done today, and general solvers on the same days in one run; a Markdown table for each day.</summary>
internal static class CompareCommand
{
    private const int ArrivalOrders = 20;

    public static Command Make()
    {
        var days = new MeasuringOptions.Days("850A,850B", 1);
        var options = new MeasuringOptions();
        var solvers = new Option<string>("--solvers") { Description = "highs, cbc, both with a comma, or none.", DefaultValueFactory = _ => "highs,cbc" };
        var full = new Option<bool>("--full") { Description = "The exact model instead of the compact one." };
        var command = new Command("compare", "Compares methods on the same days.") { solvers, full };
        days.AddTo(command);
        options.AddTo(command);
        command.SetAction(result =>
        {
            foreach (var day in days.Read(result))
            {
                for (var seed = 1UL; seed <= (ulong)result.GetValue(days.Seeds); seed++)
                {
                    var problem = DayName.Parse(day).Make(seed, result.GetValue(options.Minimum)).Build();
                    Console.WriteLine($"\n### {day}, seed {seed}\n");
                    Console.WriteLine("| method | empty slots | worst regret | weighted squares | people with all they could wish | seconds | |");
                    Console.WriteLine("|---|---|---|---|---|---|---|");
                    var table = new Table(problem, result.GetValue(options.Limit));
                    table.WriteOurs(result.GetValue(options.Threads));
                    table.WriteArrival("first come, first served", Arrival.FirstComeFirstServed);
                    table.WriteArrival("random order, whole day", Arrival.RandomOrder);
                    foreach (var solver in result.GetValue(solvers)!.Split(',').Where(name => name is not "none"))
                        table.WriteGeneral(GeneralSolver.Named(solver), result.GetValue(full));
                }
            }
        });
        return command;
    }

    private sealed class Table(AllocationProblem problem, int limit)
    {
        private readonly PlainDay _day = new(problem);
        private readonly Lazy<IReadOnlyList<int>> _bestAlone = new(() => Evaluation.BestAlone(new PlainDay(problem)));

        public void WriteOurs(int threads)
        {
            var outcome = AllocationPlanner.Plan(problem, new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(limit), Threads = threads });
            var recounted = Evaluation.Of(_day, Evaluation.PlacesOf(outcome), _bestAlone.Value);
            Write("ours", recounted.Empty, recounted.WorstRegret, recounted.WeightedSquares, recounted.AllWishes, outcome.Elapsed.TotalSeconds,
                outcome.IsOptimal ? "proven" : RunResult.Of(outcome).Gap);
        }

        /// <summary>The mean over orders of arrival, and in brackets the worst.</summary>
        public void WriteArrival(string name, Func<PlainDay, ulong, int[][]> place)
        {
            var started = Stopwatch.GetTimestamp();
            var places = Enumerable.Range(1, ArrivalOrders).Select(order => place(_day, (ulong)order)).ToList();
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds / ArrivalOrders;
            var runs = places.ConvertAll(one => Evaluation.Of(_day, one, _bestAlone.Value));
            Console.WriteLine(FormattableString.Invariant(
                $"| {name} | {runs.Average(run => run.Empty):F0} ({runs.Max(run => run.Empty)}) | {runs.Average(run => run.WorstRegret):F1} ({runs.Max(run => run.WorstRegret)}) | {runs.Average(run => run.WeightedSquares):F0} ({runs.Max(run => run.WeightedSquares)}) | {runs.Average(run => run.AllWishes):F0} ({runs.Min(run => run.AllWishes)}) | {seconds:F3} | mean of {ArrivalOrders} orders (worst) |"));
        }

        public void WriteGeneral(GeneralSolver solver, bool full)
        {
            var stages = ThreeStages.Solve(solver, _day, _bestAlone.Value, full, limit);
            var note = stages.IsProven ? "proven" : $"not proven in {limit} s";
            Write(solver.Name + (full ? ", exact model" : ", compact model"), stages.Empty.Value, stages.WorstRegret?.Value, stages.WeightedSquares?.Value,
                null, stages.Elapsed.TotalSeconds, note);
        }

        private static void Write(string name, long? empty, long? worst, long? squares, int? allWishes, double seconds, string note) =>
            Console.WriteLine(FormattableString.Invariant(
                $"| {name} | {Text(empty)} | {Text(worst)} | {Text(squares)} | {Text(allWishes)} | {seconds:F2} | {note} |"));

        private static string Text(long? value) => value is { } number ? FormattableString.Invariant($"{number}") : "-";
    }
}
