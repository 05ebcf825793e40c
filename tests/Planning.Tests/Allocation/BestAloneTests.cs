using Guildhall.Planning.Allocation;
using Guildhall.Planning.Allocation.Solving;
using Guildhall.Planning.Tests.Allocation.Oracle;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>The best day of a person if nobody else came, and the valid list that it is counted with.</summary>
public sealed class BestAloneTests
{
    [Fact]
    public void Agrees_with_trying_everything_for_everybody_on_2000_small_days()
    {
        for (ulong seed = 1; seed <= 2000; seed++)
        {
            var problem = SmallDay.Make(seed);
            for (var person = 0; person < problem.People.Count; person++)
            {
                var held = problem.FixedPlaces.Where(place => place.Person == problem.People[person].Id)
                    .Sum(place => CostOf(problem, person, place.Workshop));
                var everything = new OraclePerson(problem, problem.People[person], person);
                (Of(problem, person).Cost - held).ShouldBe(-everything.RegretConstant, $"{problem.People[person].Id} of seed {seed}");
            }
        }
    }

    [Fact]
    public void The_first_wish_moves_to_another_slot_to_make_room_for_the_second() =>
        // A could be had in both slots, B only in the first: A 0 + B 1.
        Of(Day(["A", "B"], ("A", "1", 1), ("A", "2", 1), ("B", "1", 1))).ShouldBe(new BestAlone(2, 1));

    [Fact]
    public void A_workshop_counts_once_so_the_other_slot_stays_empty() =>
        Of(Day(["A"], ("A", "1", 1), ("A", "2", 1))).ShouldBe(new BestAlone(1, 0 + 2));

    [Fact]
    public void Unlisted_workshops_fill_what_wishes_cannot() =>
        Of(Day(["A"], ("A", "1", 1), ("B", "2", 1), ("C", "3", 1))).ShouldBe(new BestAlone(3, 0 + 1 + 1));

    [Fact]
    public void Sessions_without_a_seat_do_not_count() =>
        Of(Day(["A", "B"], ("A", "1", 0), ("B", "1", 1))).ShouldBe(new BestAlone(1, 1));

    [Fact]
    public void Minimums_do_not_count()
    {
        var day = new AllocationProblemBuilder()
            .Add(new Session("A", "1", 9) { Minimum = 5 }).Add(new Session("B", "1", 9)).Add(new Person("ann") { Wishes = ["A", "B"] });
        Of(day.Build()).ShouldBe(new BestAlone(1, 0));
        var outcome = CheckedPlan.Of(day);
        outcome.Words().ShouldBe(["ann 1 B"]);
        outcome.Objective.ShouldBe(new Objective(0, 1, 1));
        outcome.NotRunning.ShouldBe([0]);
    }

    [Fact]
    public void A_workshop_held_by_a_fixed_place_cannot_be_had_again()
    {
        var day = Rows(["A", "B"], ("A", "1", 1), ("A", "2", 1), ("B", "2", 1)).Add(new FixedPlace("ann", "A", "1"));
        Of(day.Build()).ShouldBe(new BestAlone(2, 0 + 1));
    }

    [Fact]
    public void A_fixed_place_stands_where_a_wish_would_have_been()
    {
        var day = Rows(["A", "B"], ("A", "1", 1), ("C", "1", 1), ("B", "2", 1)).Add(new FixedPlace("ann", "C", "1"));
        Of(day.Build()).ShouldBe(new BestAlone(2, 2 + 1));
    }

    [Fact]
    public void A_session_full_of_other_peoples_fixed_places_still_counts()
    {
        // planning.md: every session with a seat runs, other people are ignored.
        var day = Rows(["A"], ("A", "1", 1), ("B", "1", 1)).Add(new Person("bob")).Add(new FixedPlace("bob", "A", "1"));
        Of(day.Build()).Cost.ShouldBe(0);
        CheckedPlan.Of(day).Objective.ShouldBe(new Objective(0, 1, 1));
    }

    [Fact]
    public void A_session_for_another_group_does_not_count_although_the_wish_is_valid_for_another_session()
    {
        var problem = new AllocationProblemBuilder()
            .Add(new Session("A", "1", 9) { Groups = ["office"] }).Add(new Session("A", "2", 9) { Groups = ["teacher"] })
            .Add(new Session("B", "1", 9)).Add(new Session("B", "2", 9))
            .Add(new Person("ann") { Group = "teacher", Wishes = ["A", "B"], Away = ["2"] }).Build();
        ValidList(problem).ShouldBe(["A", "B"]);
        Of(problem).ShouldBe(new BestAlone(1, 1));
    }

    [Fact]
    public void The_valid_list_has_no_doubles() =>
        ValidList(Day(["A", "B", "A", "C", "B"], ("A", "1", 1), ("B", "1", 1), ("C", "1", 1))).ShouldBe(["A", "B", "C"]);

    [Fact]
    public void The_valid_list_has_nothing_that_the_person_presents()
    {
        var problem = new AllocationProblemBuilder().Add(new Session("A", "1", 1)).Add(new Session("B", "2", 1))
            .Add(new Person("ann") { Wishes = ["A", "B"], Presents = ["A"] }).Build();
        ValidList(problem).ShouldBe(["B"]);
    }

    [Theory]
    [InlineData("teacher", new[] { "A", "B" })]
    [InlineData("office", new[] { "B" })]
    [InlineData("", new[] { "B" })]
    public void The_valid_list_has_nothing_that_no_session_of_is_for_the_group(string group, string[] expected)
    {
        var problem = new AllocationProblemBuilder().Add(new Session("A", "1", 1) { Groups = ["teacher", "assistant"] }).Add(new Session("B", "2", 1))
            .Add(new Person("ann") { Group = group, Wishes = ["A", "B"] }).Build();
        ValidList(problem).ShouldBe(expected);
    }

    [Fact]
    public void A_wish_that_runs_only_while_the_person_is_away_or_presents_stays_on_the_list_and_makes_the_next_cost_more()
    {
        var day = new AllocationProblemBuilder()
            .Add(new Session("A", "1", 1)).Add(new Session("P", "2", 1)).Add(new Session("B", "2", 1)).Add(new Session("C", "3", 1)).Add(new Session("D", "3", 0))
            .Add(new Person("ann") { Away = ["1"], Presents = ["P"], Wishes = ["A", "B", "C"] });
        ValidList(day.Build()).ShouldBe(["A", "B", "C"]);
        Of(day.Build()).ShouldBe(new BestAlone(1, 2));
        CheckedPlan.Of(day).Places.Single().Rank.ShouldBe(3);
    }

    private static BestAlone Of(AllocationProblem problem, int person = 0) =>
        BestAlone.Of(problem.Facts, person, [.. problem.Sessions.Select(session => session.Seats > 0)]);

    private static int CostOf(AllocationProblem problem, int person, string workshop)
    {
        var list = ValidList(problem, person);
        return list.Contains(workshop) ? list.IndexOf(workshop) : list.Count;
    }

    private static List<string> ValidList(AllocationProblem problem, int person = 0) =>
        [.. problem.Facts.Wishes[person].Select(workshop => problem.Workshops[workshop])];

    private static AllocationProblem Day(string[] wishes, params (string Workshop, string Slot, int Seats)[] sessions) => Rows(wishes, sessions).Build();

    private static AllocationProblemBuilder Rows(string[] wishes, params (string Workshop, string Slot, int Seats)[] sessions)
    {
        var day = new AllocationProblemBuilder().Add(new Person("ann") { Wishes = wishes });
        foreach (var (workshop, slot, seats) in sessions)
            day.Add(new Session(workshop, slot, seats));
        return day;
    }
}
