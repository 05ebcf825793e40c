using System.Diagnostics;
using Guildhall.Planning.Programme;

namespace Guildhall.Planning.Tests.Programme;

public sealed class ProgrammePlannerTests
{
    private static readonly ProgrammeOptions Short = new() { StepLimit = 250, Threads = 1 };

    [Fact]
    public void Where_everything_can_be_tried_it_finds_the_best_and_no_bound_is_above_it()
    {
        var (tried, proven) = (0, 0);
        for (ulong seed = 1; seed <= 14; seed++)
        {
            var problem = SmallProgramme.Make(seed);
            var all = SmallProgramme.All(problem).ToList();
            var outcome = ProgrammePlanner.Plan(problem, options: Short with { Seed = seed });
            outcome.IsFeasible.ShouldBe(all.Count > 0, $"seed {seed}");
            if (all.Count == 0)
                continue;
            outcome.IsExact.ShouldBeTrue($"seed {seed}");
            EveryAllocation.Best(problem, outcome.Board).ShouldBe(outcome.Objective, $"seed {seed}");
            var best = all.Select(board => EveryAllocation.Best(problem, board, outcome.Objective)).Min();
            outcome.Objective.ShouldBe(best, $"seed {seed}");
            (tried, proven) = (tried + 1, proven + (outcome.IsOptimal ? 1 : 0));
        }
        tried.ShouldBeGreaterThan(6);
        proven.ShouldBeGreaterThan(tried / 2);
    }

    [Fact]
    public void The_programme_keeps_every_rule_and_the_bounds_are_below_its_values()
    {
        for (ulong seed = 1; seed <= 6; seed++)
        {
            var problem = MiddlingProgramme.Make(seed);
            var outcome = ProgrammePlanner.Plan(problem, options: Short with { Seed = seed });
            outcome.Conflicts.ShouldBeEmpty($"seed {seed}");
            new ProgrammeCheck(problem).Conflicts(outcome.Board).ShouldBeEmpty($"seed {seed}");
            outcome.Empty.Bound.ShouldBeLessThanOrEqualTo(outcome.Empty.Value);
            outcome.WorstRegret.Bound.ShouldBeLessThanOrEqualTo(outcome.WorstRegret.Value);
            outcome.WeightedSquares.Bound.ShouldBeLessThanOrEqualTo(outcome.WeightedSquares.Value);
            outcome.Regrets.Max().ShouldBe((int)outcome.WorstRegret.Value);
            outcome.Regrets.Zip(problem.People).Sum(pair => (1L + pair.Second.Carry) * pair.First * pair.First).ShouldBe(outcome.WeightedSquares.Value);
        }
    }

    [Fact]
    public void It_is_better_than_popular_workshops_in_large_rooms_and_never_worse_than_the_start()
    {
        var problem = MiddlingProgramme.Make(3);
        var first = ProgrammePlanner.Plan(problem, options: Short with { StepLimit = 0 });
        var better = ProgrammePlanner.Plan(problem, first.Board, Short with { StepLimit = 1000 });
        better.Objective.ShouldBeLessThan(first.Objective);
        var again = ProgrammePlanner.Plan(problem, better.Board, Short with { StepLimit = 20, Seed = 9 });
        again.Objective.ShouldBeLessThanOrEqualTo(better.Objective);
        ProgrammePlanner.Plan(problem, better.Board, Short with { StepLimit = 0 }).IsStart.ShouldBeTrue();
    }

    [Fact]
    public void What_is_pinned_stays()
    {
        var problem = MiddlingProgramme.Make(5);
        var free = ProgrammePlanner.Plan(problem, options: Short);
        var (byBoth, bySlot, byRoom) = (free.Board.Runs[0], free.Board.Runs[5], free.Board.Runs[9]);
        var other = problem.Slots.First(slot => slot != byBoth.Slot);
        var pinned = problem.ToBuilder().AddPins([
            new ProgrammePin(byBoth.Workshop, other, byBoth.Room), new ProgrammePin(bySlot.Workshop, bySlot.Slot, null), new ProgrammePin(byRoom.Workshop, null, byRoom.Room),
        ]).Build();
        var outcome = ProgrammePlanner.Plan(pinned, free.Board, Short);
        outcome.Conflicts.ShouldBeEmpty();
        outcome.Board.Runs.ShouldContain(new ProgrammeRun(byBoth.Workshop, other, byBoth.Room));
        outcome.Board.Runs.ShouldContain(run => run.Workshop == bySlot.Workshop && run.Slot == bySlot.Slot);
        outcome.Board.Runs.ShouldContain(run => run.Workshop == byRoom.Workshop && run.Room == byRoom.Room);
    }

    [Fact]
    public void The_same_problem_and_seed_give_the_same_programme_and_another_seed_another()
    {
        var problem = MiddlingProgramme.Make(7);
        var two = Short with { Threads = 2 };
        var (one, same, other) = (ProgrammePlanner.Plan(problem, options: two), ProgrammePlanner.Plan(problem, options: two), ProgrammePlanner.Plan(problem, options: two with { Seed = 2 }));
        same.Board.Runs.ShouldBe(one.Board.Runs);
        (same.Empty, same.WorstRegret, same.WeightedSquares).ShouldBe((one.Empty, one.WorstRegret, one.WeightedSquares));
        other.Board.Runs.ShouldNotBe(one.Board.Runs);
    }

    [Fact]
    public void A_run_cancelled_before_it_starts_gives_a_programme_that_keeps_every_rule()
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = ProgrammePlanner.Plan(MiddlingProgramme.Make(2), cancellation: new CancellationToken(canceled: true));
        outcome.Conflicts.ShouldBeEmpty();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Progress_tells_each_better_programme()
    {
        var reports = new List<ProgrammeProgress>();
        var outcome = ProgrammePlanner.Plan(MiddlingProgramme.Make(2), options: Short, progress: new Listener(reports));
        reports.Zip(reports.Skip(1)).ShouldAllBe(pair => pair.Second.Objective <= pair.First.Objective);
        reports[^1].Objective.ShouldBe(outcome.Objective);
        reports[^1].Board!.Runs.ShouldBe(outcome.Board.Runs);
    }

    [Fact]
    public void Where_rules_cannot_all_be_kept_the_rest_is_and_what_is_missing_is_said()
    {
        var outcome = ProgrammePlanner.Plan(new ProgrammeProblemBuilder().AddSlots(["1"]).AddRooms([new ProgrammeRoom("hall", 5)])
            .AddWorkshops([new("a"), new("b")]).AddPeople([new ProgrammePerson("p") { Wishes = ["a"] }]).Build(), options: Short);
        outcome.Board.Runs.Count.ShouldBe(1);
        outcome.Conflicts.Select(conflict => conflict.Kind).ShouldBe([ProgrammeConflictKind.TooFewRuns]);
        outcome.IsOptimal.ShouldBeFalse();
    }

    [Fact]
    public void Stars_count_the_same_each()
    {
        var problem = new ProgrammeProblemBuilder().AddSlots(["1", "2"]).AddRooms([new ProgrammeRoom("hall", 5), new ProgrammeRoom("lab", 5)])
            .AddWorkshops([new("a"), new("b"), new("c"), new("d")])
            .AddPeople([new ProgrammePerson("p") { Wishes = ["d", "c", "b"], WishesAreEqual = true }]).Build();
        var outcome = ProgrammePlanner.Plan(problem, new([new("d", "1", "hall"), new("c", "1", "lab"), new("b", "2", "hall"), new("a", "2", "lab")]), Short with { StepLimit = 0 });
        outcome.Objective.ShouldBe(new(0, 0, 0));
        outcome.IsOptimal.ShouldBeTrue();
    }

    [Fact]
    public void A_day_without_rooms_or_people_is_planned_too()
    {
        ProgrammePlanner.Plan(new ProgrammeProblemBuilder().AddSlots(["1"]).Build(), options: Short).IsFeasible.ShouldBeTrue();
        ProgrammePlanner.Plan(new ProgrammeProblemBuilder().AddSlots(["1"]).AddWorkshops([new("a")]).AddPeople([new("p")]).Build(), options: Short)
            .Objective.Empty.ShouldBe(1);
    }

    private sealed class Listener(List<ProgrammeProgress> reports) : IProgress<ProgrammeProgress>
    {
        public void Report(ProgrammeProgress value) => reports.Add(value);
    }
}
