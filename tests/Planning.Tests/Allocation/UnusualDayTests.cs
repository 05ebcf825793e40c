using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>Days at the edge of what a day can be.</summary>
public sealed class UnusualDayTests
{
    [Fact]
    public void A_day_of_nothing_is_a_day()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder());
        outcome.Places.ShouldBeEmpty();
        outcome.Objective.ShouldBe(new Objective(0, 0, 0));
    }

    [Fact]
    public void A_day_without_people_leaves_sessions_with_a_minimum_idle()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder().Add(new Session("A", "1", 5)).Add(new Session("B", "1", 5) { Minimum = 2 }));
        outcome.Places.ShouldBeEmpty();
        outcome.Objective.ShouldBe(new Objective(0, 0, 0));
        outcome.NotRunning.ShouldBe([1]);
    }

    [Fact]
    public void A_day_without_sessions_has_no_slots_and_so_none_that_are_empty()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder().Add(new Person("ann")).Add(new Person("bob") { Away = ["1"] }));
        outcome.Places.ShouldBeEmpty();
        outcome.Regrets.ShouldBe([0, 0]);
        outcome.Objective.ShouldBe(new Objective(0, 0, 0));
    }

    [Fact]
    public void Somebody_who_is_busy_in_every_slot_has_no_places_and_no_regret()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 5)).Add(new Session("A", "2", 5)).Add(new Session("B", "3", 5))
            .Add(new Person("ann") { Away = ["3"], Presents = ["A"], Wishes = ["B"] }));
        outcome.Places.ShouldBeEmpty();
        outcome.Regrets.ShouldBe([0]);
        outcome.Objective.ShouldBe(new Objective(0, 0, 0));
    }

    [Fact]
    public void Sessions_without_a_seat_leave_slots_empty_without_anybodys_regret()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 0)).Add(new Session("B", "1", 0)).Add(new Person("ann") { Wishes = ["A"] }).Add(new Person("bob")));
        outcome.Words().ShouldBe(["ann 1 -", "bob 1 -"]);
        outcome.Objective.ShouldBe(new Objective(2, 0, 0));
    }

    [Fact]
    public void A_session_whose_seats_are_all_fixed_takes_nobody_else()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 2)).Add(new Session("B", "1", 9)).Add(new Person("ann") { Wishes = ["A"], Carry = 9 })
            .Add(new Person("bob")).Add(new Person("cat")).Add(new FixedPlace("bob", "A", "1")).Add(new FixedPlace("cat", "A", "1")));
        outcome.Words().ShouldBe(["ann 1 B", "bob 1 A", "cat 1 A"]);
        outcome.Objective.ShouldBe(new Objective(0, 1, 10));
    }

    [Fact]
    public void A_workshop_that_is_everywhere_fills_only_one_of_16_slots()
    {
        var day = new AllocationProblemBuilder().Add(new Person("ann") { Wishes = ["A"] });
        for (var slot = 1; slot <= 16; slot++)
            day.Add(new Session("A", $"{slot:00}", 1));
        var outcome = CheckedPlan.Of(day);
        outcome.Objective.ShouldBe(new Objective(15, 0, 0));
        outcome.Places.Count(place => place.Session is not null).ShouldBe(1);
    }

    [Theory]
    [InlineData(12, 39)]
    [InlineData(16, 68)]
    public void Two_people_share_the_wishes_of_many_slots_equally(int slots, int half)
    {
        // In slot k both want the one seat that is their wish k; whoever has it not loses slots + 1 - k. These are 1 to slots, and halve evenly.
        var outcome = AllocationPlanner.Plan(Duel(slots), new PlannerOptions { Threads = 1 });
        outcome.Objective.ShouldBe(new Objective(0, half, 2 * half * half));
        outcome.IsOptimal.ShouldBeTrue();
        AllocationCheck.Recount(outcome.Problem, outcome.Places).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_proof_over_twelve_slots_can_be_recounted() => CheckedPlan.Of(Duel(12)).WorstRegret.ShouldBe(new BoundedValue(39, 39));

    [Fact]
    public void Twelve_slots_in_which_every_workshop_runs_are_filled_with_twelve_workshops_within_seconds()
    {
        // Both people wish for all in the same order, and both can have all.
        string[] workshops = [.. Enumerable.Range(1, 12).Select(number => $"w{number:00}")];
        var day = new AllocationProblemBuilder().Add(new Person("ann") { Wishes = workshops }).Add(new Person("bob") { Wishes = workshops });
        foreach (var workshop in workshops)
        {
            for (var slot = 1; slot <= 12; slot++)
                day.Add(new Session(workshop, $"{slot:00}", 1));
        }
        var outcome = CheckedPlan.Of(day, new PlannerOptions { Threads = 1, TimeLimit = TimeSpan.FromSeconds(4) });
        outcome.Objective.ShouldBe(new Objective(0, 0, 0));
        outcome.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Doubled_wishes_count_once_and_make_nothing_dearer()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 1)).Add(new Session("B", "1", 1)).Add(new Session("C", "1", 1))
            .Add(new Person("ann") { Wishes = ["A", "A", "A", "B"] }).Add(new Person("bob") { Wishes = ["A"], Carry = 5 }));
        outcome.Words().ShouldBe(["ann 1 B", "bob 1 A"]);
        outcome.Places[0].Rank.ShouldBe(2);
        outcome.Objective.ShouldBe(new Objective(0, 1, 1));
    }

    [Fact]
    public void A_session_with_a_fixed_place_runs_under_its_minimum()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 9) { Minimum = 5 }).Add(new Session("B", "1", 9)).Add(new Person("ann") { Wishes = ["A"] })
            .Add(new Person("bob") { Wishes = ["B"] }).Add(new Person("cat")).Add(new FixedPlace("cat", "A", "1")));
        outcome.Words().ShouldBe(["ann 1 A", "bob 1 B", "cat 1 A"]);
        outcome.NotRunning.ShouldBeEmpty();
        outcome.Objective.ShouldBe(new Objective(0, 0, 0));
    }

    [Fact]
    public void A_session_runs_with_people_who_regret_it_when_that_is_better()
    {
        // A needs 3. Without A: ann and bob lose 1 each (2). With A: cat loses 1 (1).
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 3) { Minimum = 3 }).Add(new Session("B", "1", 9))
            .Add(new Person("ann") { Wishes = ["A"] }).Add(new Person("bob") { Wishes = ["A"] }).Add(new Person("cat") { Wishes = ["B"] }));
        outcome.Objective.ShouldBe(new Objective(0, 1, 1));
        outcome.Words().ShouldBe(["ann 1 A", "bob 1 A", "cat 1 A"]);
        outcome.NotRunning.ShouldBeEmpty();
    }

    [Fact]
    public void A_session_does_not_run_when_that_is_better()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 3) { Minimum = 3 }).Add(new Session("B", "1", 9))
            .Add(new Person("ann") { Wishes = ["A"] }).Add(new Person("bob") { Wishes = ["B"] }).Add(new Person("cat") { Wishes = ["B"] }));
        outcome.Words().ShouldBe(["ann 1 B", "bob 1 B", "cat 1 B"]);
        outcome.NotRunning.ShouldBe([0]);
    }

    [Fact]
    public void A_minimum_that_nobody_can_reach_leaves_the_slot_empty_with_regret()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 3) { Minimum = 4 }).Add(new Person("ann") { Wishes = ["A"] }).Add(new Person("bob")));
        outcome.Words().ShouldBe(["ann 1 -", "bob 1 -"]);
        outcome.Objective.ShouldBe(new Objective(2, 2, 4 + 1));
    }

    [Fact]
    public void A_school_cap_sends_people_of_one_school_apart_and_those_without_a_school_where_they_like()
    {
        var day = new AllocationProblemBuilder { SchoolCap = 1 }.Add(new Session("A", "1", 9)).Add(new Session("B", "1", 9));
        foreach (var id in (string[])["ann", "bob"])
            day.Add(new Person(id) { School = "Ash", Wishes = ["A"] });
        foreach (var id in (string[])["cat", "dan", "eve"])
            day.Add(new Person(id) { Wishes = ["A"] });
        var outcome = CheckedPlan.Of(day);
        outcome.Objective.ShouldBe(new Objective(0, 1, 1));
        outcome.Words().Skip(2).ShouldBe(["cat 1 A", "dan 1 A", "eve 1 A"]);
        outcome.Regrets.Take(2).Sum().ShouldBe(1);
    }

    [Fact]
    public void A_school_cap_leaves_slots_empty_although_there_are_seats()
    {
        var day = new AllocationProblemBuilder { SchoolCap = 2 }.Add(new Session("A", "1", 9));
        foreach (var id in (string[])["ann", "bob", "cat", "dan"])
            day.Add(new Person(id) { School = id == "dan" ? "Birch" : "Ash" });
        var outcome = CheckedPlan.Of(day);
        outcome.Objective.ShouldBe(new Objective(1, 1, 1));
        outcome.Words().ShouldContain("dan 1 A");
    }

    [Fact]
    public void A_minimum_is_reached_with_the_people_that_the_school_cap_allows()
    {
        // A needs 3, but only 2 of Ash may come: it does not run, and everybody is in B, where the cap leaves one out.
        var day = new AllocationProblemBuilder { SchoolCap = 2 }.Add(new Session("A", "1", 9) { Minimum = 3 }).Add(new Session("B", "1", 9));
        foreach (var id in (string[])["ann", "bob", "cat"])
            day.Add(new Person(id) { School = "Ash", Wishes = ["A"] });
        var outcome = CheckedPlan.Of(day);
        outcome.Objective.ShouldBe(new Objective(1, 2, 1 + 1 + 4));
        outcome.NotRunning.ShouldBe([0]);
    }

    private static AllocationProblem Duel(int slots)
    {
        string[] wishes = [.. Enumerable.Range(1, slots).Select(slot => $"a{slot:00}")];
        var day = new AllocationProblemBuilder().Add(new Person("ann") { Wishes = wishes }).Add(new Person("bob") { Wishes = wishes });
        for (var slot = 1; slot <= slots; slot++)
            day.Add(new Session($"a{slot:00}", $"{slot:00}", 1)).Add(new Session($"b{slot:00}", $"{slot:00}", 1));
        return day.Build();
    }
}
