using System.CommandLine;
using Guildhall.Bench.Compare.Measuring;
using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare;

/// <summary>
/// <c>honest-lists</c>: does it pay to hide wishes? Some people hand in their first wish only; how they fare by their true lists is
/// compared with how the same people fare when they hand in all.
/// </summary>
internal static class HonestListsCommand
{
    public static Command Make()
    {
        var days = new MeasuringOptions.Days("850A,850B", 10);
        var options = new MeasuringOptions();
        var shares = new Option<string>("--shares") { Description = "How many people in a hundred cut their lists.", DefaultValueFactory = _ => "1,10,50" };
        var command = new Command("honest-lists", "Shows how people fare who cut their lists to one wish.") { shares };
        days.AddTo(command);
        options.AddTo(command);
        command.SetAction(result =>
        {
            Console.WriteLine("| day | cut their lists | their mean true regret: all listed | one listed | with all they wished: all listed | one listed | the others' mean regret: before | after |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            foreach (var day in days.Read(result))
            {
                var share = result.GetValue(shares)!.Split(',').Select(text => int.Parse(text)).ToList();
                var tallies = share.ConvertAll(_ => new Tally());
                for (var seed = 1UL; seed <= (ulong)result.GetValue(days.Seeds); seed++)
                {
                    var problem = DayName.Parse(day).Make(seed, result.GetValue(options.Minimum)).Build();
                    var plan = (AllocationProblem other) => AllocationPlanner.Plan(other, new PlannerOptions
                    {
                        TimeLimit = TimeSpan.FromSeconds(result.GetValue(options.Limit)),
                        Threads = result.GetValue(options.Threads),
                    });
                    var honest = plan(problem).Regrets;
                    for (var i = 0; i < share.Count; i++)
                        tallies[i].Add(problem, honest, plan, share[i], seed);
                }
                for (var i = 0; i < share.Count; i++)
                    Console.WriteLine(FormattableString.Invariant($"| {day} | {share[i]} % {tallies[i]}"));
            }
        });
        return command;
    }

    /// <summary>Sums over seeds.</summary>
    private sealed class Tally
    {
        private int _cutters;
        private int _others;
        private long _cuttersHonest;
        private long _cuttersCut;
        private int _contentHonest;
        private int _contentCut;
        private long _othersBefore;
        private long _othersAfter;

        public void Add(
            AllocationProblem problem, IReadOnlyList<int> honest, Func<AllocationProblem, AllocationOutcome> plan, int share, ulong seed)
        {
            var chance = new SplitMix64(seed);
            var cuts = problem.People.Select(person => person.Wishes.Count > 1 && chance.Below(100) < share).ToList();
            var changed = new AllocationProblemBuilder { SchoolCap = problem.SchoolCap };
            foreach (var session in problem.Sessions)
                changed.Add(session);
            foreach (var (person, cut) in problem.People.Zip(cuts))
                changed.Add(cut ? person with { Wishes = [person.Wishes[0]] } : person);
            foreach (var place in problem.FixedPlaces)
                changed.Add(place);

            // The true lists judge the places that the cut lists have brought.
            var after = Evaluation.Of(new PlainDay(problem), Evaluation.PlacesOf(plan(changed.Build()))).Regrets;
            for (var person = 0; person < cuts.Count; person++)
            {
                if (cuts[person])
                {
                    _cutters++;
                    _cuttersHonest += honest[person];
                    _cuttersCut += after[person];
                    _contentHonest += honest[person] == 0 ? 1 : 0;
                    _contentCut += after[person] == 0 ? 1 : 0;
                }
                else
                {
                    _others++;
                    _othersBefore += honest[person];
                    _othersAfter += after[person];
                }
            }
        }

        public override string ToString() => FormattableString.Invariant(
            $"({_cutters}) | {Mean(_cuttersHonest, _cutters):F2} | {Mean(_cuttersCut, _cutters):F2} | {100 * Mean(_contentHonest, _cutters):F0} % | {100 * Mean(_contentCut, _cutters):F0} % | {Mean(_othersBefore, _others):F2} | {Mean(_othersAfter, _others):F2} |");

        private static double Mean(long sum, int count) => (double)sum / Math.Max(1, count);
    }
}
