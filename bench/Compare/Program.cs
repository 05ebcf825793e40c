using System.Diagnostics;
using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation.Solving;
var box = double.Parse(args[1]); var rounds = int.Parse(args[0]); int n = int.Parse(args[2]);
foreach (var (name, shape, R) in new[] { ("850 A", DayShape.Trust.Mild(), 3), ("850 B", DayShape.Trust.Hard(), 5), ("5000 A", DayShape.City.Mild(),3), ("5000 B", DayShape.City.Hard(),10), ("20000 A", DayShape.County.Mild(),10), ("20000 B", DayShape.County.Hard(),20)  }.Take(n))
{
    var sw = Stopwatch.StartNew();
    var p = GeneratedDay.Make(shape, 1).ToBuilder().Build();
    var t0 = sw.ElapsedMilliseconds; 
    for (int rep=0; rep<3; rep++) {
    sw.Restart();
    var model = new Model(p, 1);
    var t1 = sw.ElapsedMilliseconds;
        sw.Restart();
        var sweep = new Sweep(model, 1);
        var ps = new PriceSearch(model, sweep);
        ps.Run(rounds, new Limits(0, R), default); 
        var t2 = sw.ElapsedMilliseconds; 
        var lp = new LinearProgram(model, sweep, new Limits(0, R));
        lp.Start(ps.Prices, box);
        lp.Solve(default);
        var t3 = sw.ElapsedMilliseconds; 
        Console.WriteLine($"{name} problem {t0} model {t1} R={R}: {ps.Bound:F2} {t2}; LP {lp.Bound:F4} {t3} sweeps {lp.Sweeps} pivots {lp.Pivots} rounds {lp.Rounds} split {lp.SplitPeople()}");
        if (t3 > 5000) break;
    }
}
