using System.CommandLine;
using Guildhall.Bench.Compare.Solvers;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare;

/// <summary><c>agree DAY</c>: whether general solvers and our planner find the same three values.</summary>
internal static class AgreeCommand
{
    public static Command Make()
    {
        var day = new Argument<string>("day") { Description = DayName.Help };
        var count = new Option<int>("--seeds") { Description = "How many seeds.", DefaultValueFactory = _ => 3 };
        var minimum = new Option<int>("--minimum") { Description = "Every session's minimum." };
        var compact = new Option<bool>("--compact") { Description = "The compact model instead of the exact one." };
        var limit = new Option<int>("--limit") { Description = "Time limit of a run in seconds.", DefaultValueFactory = _ => 60 };
        var command = new Command("agree", "Solves small days with HiGHS, CBC and our planner.") { day, count, minimum, compact, limit };
        command.SetAction(result =>
        {
            var name = DayName.Parse(result.GetValue(day)!);
            var agree = true;
            for (var seed = 1UL; seed <= (ulong)result.GetValue(count); seed++)
            {
                var problem = name.Make(seed, result.GetValue(minimum)).Build();
                var ours = AllocationPlanner.Plan(problem, new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(result.GetValue(limit)) });
                var plain = new PlainDay(problem);
                var bestAlone = Evaluation.BestAlone(plain);
                Console.WriteLine($"{name.Text} {seed}: ours {ours.Objective}{(ours.IsOptimal ? "" : " not proven")}, {ours.Elapsed.TotalSeconds:F2} s");
                agree &= ours.IsOptimal && Evaluation.Of(plain, Evaluation.PlacesOf(ours), bestAlone).Objective == ours.Objective;
                foreach (var solver in new[] { GeneralSolver.Highs, GeneralSolver.Cbc })
                {
                    var theirs = ThreeStages.Solve(solver, plain, bestAlone, !result.GetValue(compact), result.GetValue(limit));
                    Console.WriteLine($"  {solver.Name} {theirs.Objective?.ToString() ?? "not proven"}, {theirs.Elapsed.TotalSeconds:F2} s");
                    agree &= theirs.Objective == ours.Objective;
                }
            }
            Console.WriteLine(agree ? "all agree" : "they do not agree");
            return agree ? 0 : 1;
        });
        return command;
    }
}
