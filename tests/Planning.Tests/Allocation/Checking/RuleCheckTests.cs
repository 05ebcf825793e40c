using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation.Checking;

/// <summary>The check finds each rule broken, and nothing else.</summary>
public sealed class RuleCheckTests
{
    [Fact]
    public void An_allocation_that_keeps_every_rule_has_no_violation() =>
        Violations(Day(), "ann 1 A", "ann 2 B", "bob 1 A", "cat 1 B", "pat 1 B", "fay 1 F").ShouldBeEmpty();

    [Fact]
    public void Two_sessions_in_a_slot_are_found() =>
        Violations(Day(), "ann 1 A", "ann 1 B", "fay 1 F").ShouldBe(["ann has two sessions in slot 1."]);

    [Fact]
    public void A_workshop_attended_twice_is_found() =>
        Violations(Day(), "ann 1 B", "ann 2 B", "fay 1 F").ShouldBe(["ann attends B twice."]);

    [Fact]
    public void A_presenter_in_their_own_workshop_is_found_beside_the_slot_that_they_are_busy_in() =>
        Violations(Day(), "pat 2 P", "fay 1 F").ShouldBe(["pat presents P and attends it.", "pat presents in slot 2 and has a place in it."]);

    [Fact]
    public void A_presenter_elsewhere_while_they_present_is_found() =>
        Violations(Day(), "pat 2 B", "fay 1 F").ShouldBe(["pat presents in slot 2 and has a place in it."]);

    [Fact]
    public void A_place_while_away_is_found() =>
        Violations(Day(), "bob 2 B", "fay 1 F").ShouldBe(["bob is away in slot 2 and has a place in it."]);

    [Fact]
    public void A_place_in_a_session_for_another_group_is_found() =>
        Violations(Day(), "ann 1 H", "fay 1 F").ShouldBe(["ann: H in slot 1 is not for the group teacher."]);

    [Fact]
    public void More_people_than_seats_are_found() =>
        Violations(Day(), "ann 1 A", "bob 1 A", "cat 1 A", "fay 1 F").ShouldBe(["A in slot 1 has 3 people on 2 seats."]);

    [Fact]
    public void Too_many_people_of_one_school_are_found_and_people_without_a_school_are_not()
    {
        var day = Day();
        day.SchoolCap = 1;
        Violations(day, "ann 1 B", "bob 1 B", "cat 1 B", "pat 1 B", "fay 1 F").ShouldBe(["B in slot 1 has 2 people of Ash; the school cap is 1."]);
    }

    [Fact]
    public void A_session_below_its_minimum_is_found() =>
        Violations(Day(), "ann 2 M", "fay 1 F").ShouldBe(["M in slot 2 runs with 1 people, fewer than its minimum 2."]);

    [Fact]
    public void A_fixed_place_that_does_not_stand_is_found() =>
        Violations(Day(), "ann 1 A", "fay 1 B").ShouldBe(["fay's fixed place in F in slot 1 does not stand."]);

    [Fact]
    public void A_place_that_names_another_slot_than_its_session_is_found()
    {
        var problem = Day().Build();
        var session = problem.Sessions.ToList().FindIndex(row => row is { Workshop: "B", Slot: "2" });
        AllocationCheck.Recount(problem, [new Place(0, 0, session, null, IsFixed: false), Place(problem, "fay 1 F")]).Violations
            .ShouldBe(["ann: the session of B is in slot 2, not 1."]);
    }

    [Fact]
    public void The_objective_and_regrets_are_recounted_from_the_places_alone()
    {
        // ann wishes A, B: she has B in slot 1 and nothing in slot 2, 1 + 3, instead of A and B, 0 + 1. fay is fixed and has no other slot to fill than 2.
        var problem = Day().Build();
        var report = AllocationCheck.Recount(problem, [Place(problem, "ann 1 B"), Place(problem, "fay 1 F"), Place(problem, "bob 1 B"),
            Place(problem, "cat 1 A"), Place(problem, "cat 2 B"), Place(problem, "pat 1 A"), Place(problem, "fay 2 B")]);
        report.Regrets.ShouldBe([3, 0, 0, 0, 0]);
        report.Objective.ShouldBe(new Objective(1, 3, 2 * 9));
    }

    /// <summary>fay has a fixed place in F, which would run with 5; pat presents P in slot 2; bob is away in slot 2; M runs with 2, H is for heads.</summary>
    private static AllocationProblemBuilder Day() => new AllocationProblemBuilder()
        .Add(new Session("A", "1", 2)).Add(new Session("B", "1", 9)).Add(new Session("F", "1", 9) { Minimum = 5 }).Add(new Session("H", "1", 9) { Groups = ["head"] })
        .Add(new Session("B", "2", 9)).Add(new Session("M", "2", 9) { Minimum = 2 }).Add(new Session("P", "2", 9))
        .Add(new Person("ann") { Group = "teacher", School = "Ash", Carry = 1, Wishes = ["A", "B"] }).Add(new Person("bob") { School = "Ash", Away = ["2"] })
        .Add(new Person("cat")).Add(new Person("fay")).Add(new Person("pat") { Presents = ["P"] })
        .Add(new FixedPlace("fay", "F", "1"));

    private static IReadOnlyList<string> Violations(AllocationProblemBuilder day, params string[] places)
    {
        var problem = day.Build();
        return AllocationCheck.Recount(problem, places.Select(place => Place(problem, place))).Violations;
    }

    private static Place Place(AllocationProblem problem, string words)
    {
        var (person, slot, workshop) = (words.Split(' ')[0], words.Split(' ')[1], words.Split(' ')[2]);
        return new Place(
            problem.People.ToList().FindIndex(row => row.Id == person),
            problem.Slots.ToList().IndexOf(slot),
            problem.Sessions.ToList().FindIndex(row => row.Workshop == workshop && row.Slot == slot), null, IsFixed: false);
    }
}
