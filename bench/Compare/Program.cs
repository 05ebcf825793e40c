using System.Diagnostics;
using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;
int n = int.Parse(args[0]); int min = args.Length > 2 ? int.Parse(args[2]) : 0;
foreach (var (name, shape) in new[] { ("850 A", DayShape.Trust.Mild()), ("850 B", DayShape.Trust.Hard()), ("5000 A", DayShape.City.Mild()), ("5000 B", DayShape.City.Hard()), ("20000 A", DayShape.County.Mild()), ("20000 B", DayShape.County.Hard())  }.Skip(args.Length > 4 ? int.Parse(args[4]) : 0).Take(n))
for (ulong seed=args.Length > 3 ? ulong.Parse(args[3]) : 1; seed<=ulong.Parse(args[1]); seed++)
{
    var p = GeneratedDay.Make(shape, seed).ToBuilder(min).Build();
    var sw = Stopwatch.StartNew();
    var o = AllocationPlanner.Plan(p, new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(args.Length > 5 ? int.Parse(args[5]):100) });
    Console.WriteLine($"{name} {seed}: {o.Empty} {o.WorstRegret} {o.WeightedSquares} {o.IsOptimal} {sw.ElapsedMilliseconds} ms, all wishes {o.Regrets.Count(r=>r==0)} closed {o.NotRunning.Count}");
}
