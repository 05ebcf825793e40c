using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation.Laws;

/// <summary>What is true of every day, tried on random ones.</summary>
public sealed class PlannerLaws
{
    private static readonly PlannerOptions OneThread = new() { Threads = 1 };

    [Fact]
    public void Rules_objective_and_bounds_of_small_days_can_be_recounted() => RandomDays.Small.AllKeep(400, IsRecounted);

    [Fact]
    public void Rules_objective_and_bounds_of_days_of_120_people_can_be_recounted() => RandomDays.OfMediumSize.AllKeep(8, IsRecounted);

    [Fact]
    public void The_order_of_rows_and_of_names_in_a_cell_changes_nobodys_place() => RandomDays.Small.AllKeep(200, day =>
        AllocationPlanner.Plan(Shuffled(day), OneThread).Words().ShouldBe(AllocationPlanner.Plan(day.Problem, OneThread).Words()));

    [Fact]
    public void The_order_of_rows_changes_nobodys_place_among_120_people() => RandomDays.OfMediumSize.AllKeep(4, day =>
        AllocationPlanner.Plan(Shuffled(day), OneThread).Words().ShouldBe(AllocationPlanner.Plan(day.Problem, OneThread).Words()));

    [Fact]
    public void Other_names_for_slots_workshops_and_people_change_no_objective_value() => RandomDays.Small.AllKeep(200, day =>
        AllocationPlanner.Plan(Renamed(day), OneThread).Objective.ShouldBe(AllocationPlanner.Plan(day.Problem, OneThread).Objective));

    [Fact]
    public void The_same_seed_gives_the_same_outcome() => RandomDays.Small.AllKeep(100, day =>
        ShouldBeTheSame(AllocationPlanner.Plan(day.Problem, OneThread), AllocationPlanner.Plan(day.Problem, OneThread)));

    [Fact]
    public void Two_threads_give_the_outcome_of_one() => RandomDays.Small.AllKeep(60, day =>
        ShouldBeTheSame(AllocationPlanner.Plan(day.Problem, OneThread), AllocationPlanner.Plan(day.Problem, OneThread with { Threads = 2 })));

    [Fact]
    public void Two_threads_give_the_outcome_of_one_for_120_people() => RandomDays.OfMediumSize.AllKeep(4, day =>
        ShouldBeTheSame(AllocationPlanner.Plan(day.Problem, OneThread), AllocationPlanner.Plan(day.Problem, OneThread with { Threads = 2 })));

    [Fact]
    public void Another_seed_gives_the_same_objective_values() => RandomDays.Small.AllKeep(200, day =>
        AllocationPlanner.Plan(day.Problem, OneThread with { Seed = day.Seed }).Objective
            .ShouldBe(AllocationPlanner.Plan(day.Problem, OneThread).Objective));

    [Fact]
    public void Another_seed_gives_120_people_the_same_objective_values() => RandomDays.OfMediumSize.AllKeep(4, day =>
        AllocationPlanner.Plan(day.Problem, OneThread with { Seed = day.Seed }).Objective
            .ShouldBe(AllocationPlanner.Plan(day.Problem, OneThread).Objective));

    [Fact]
    public void Some_seeds_give_some_people_other_places()
    {
        var day = GeneratedDay.Make(new DayShape(120, 15, 3, 8), 1).ToBuilder().Build();
        AllocationPlanner.Plan(day, OneThread with { Seed = 2 }).Words().ShouldNotBe(AllocationPlanner.Plan(day, OneThread).Words());
    }

    private static void IsRecounted(RandomDay day)
    {
        var outcome = AllocationPlanner.Plan(day.Problem, OneThread with { TimeLimit = TimeSpan.FromSeconds(20) });
        var report = AllocationCheck.Recount(day.Problem, outcome.Places);
        report.Violations.ShouldBeEmpty();
        report.Objective.ShouldBe(outcome.Objective);
        report.Regrets.ShouldBe(outcome.Regrets);
        outcome.IsOptimal.ShouldBeTrue();
        AllocationCheck.Audit(outcome).ShouldBeEmpty();
    }

    private static void ShouldBeTheSame(AllocationOutcome one, AllocationOutcome other)
    {
        one.Places.ShouldBe(other.Places);
        one.Regrets.ShouldBe(other.Regrets);
        (one.Empty, one.WorstRegret, one.WeightedSquares).ShouldBe((other.Empty, other.WorstRegret, other.WeightedSquares));
        one.NotRunning.ShouldBe(other.NotRunning);
        (one.Seed, one.Version).ShouldBe((other.Seed, other.Version));
    }

    private static AllocationProblem Shuffled(RandomDay day)
    {
        var chance = new SplitMix64(day.Seed);
        T[] Mixed<T>(IEnumerable<T> rows) => [.. rows.Select(row => (row, Key: chance.Next())).OrderBy(pair => pair.Key).Select(pair => pair.row)];
        var builder = new AllocationProblemBuilder { SchoolCap = day.Problem.SchoolCap };
        foreach (var place in Mixed(day.Problem.FixedPlaces))
            builder.Add(place);
        foreach (var person in Mixed(day.Problem.People))
            builder.Add(person with { Away = Mixed(person.Away), Presents = Mixed(person.Presents) });
        foreach (var session in Mixed(day.Problem.Sessions))
            builder.Add(session with { Groups = Mixed(session.Groups) });
        return builder.Build();
    }

    /// <summary>The day with names that stand in the opposite order.</summary>
    private static AllocationProblem Renamed(RandomDay day)
    {
        static Dictionary<string, string> Backwards(IReadOnlyList<string> names) =>
            names.Zip(names.Reverse()).ToDictionary(pair => pair.First, pair => $"renamed {pair.Second}");
        var (slots, workshops) = (Backwards(day.Problem.Slots), Backwards(day.Problem.Workshops));
        var people = Backwards([.. day.Problem.People.Select(person => person.Id)]);
        var builder = new AllocationProblemBuilder { SchoolCap = day.Problem.SchoolCap };
        foreach (var session in day.Problem.Sessions)
            builder.Add(session with { Workshop = workshops[session.Workshop], Slot = slots[session.Slot] });
        foreach (var person in day.Problem.People)
        {
            builder.Add(person with
            {
                Id = people[person.Id],
                Away = [.. person.Away.Select(slot => slots.GetValueOrDefault(slot, slot))],
                Presents = [.. person.Presents.Select(workshop => workshops[workshop])],
                Wishes = [.. person.Wishes.Select(workshop => workshops[workshop])],
            });
        }
        foreach (var place in day.Problem.FixedPlaces)
            builder.Add(place with { Person = people[place.Person], Workshop = workshops[place.Workshop], Slot = slots[place.Slot] });
        return builder.Build();
    }
}
