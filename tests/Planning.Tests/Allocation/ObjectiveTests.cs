using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>The objective on days small enough to count on paper.</summary>
public sealed class ObjectiveTests
{
    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(3, 4, 3)]
    [InlineData(-1, 4, 4)]
    [InlineData(-1, 0, 0)]
    public void A_wish_costs_its_rank_from_0_and_any_other_workshop_the_length_of_the_list(int rank, int length, int cost) =>
        Objective.CostOfPlace(rank, length).ShouldBe(cost);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 5)]
    public void An_empty_slot_costs_one_more_than_an_unlisted_workshop(int length, int cost) => Objective.CostOfEmptySlot(length).ShouldBe(cost);

    [Theory]
    [InlineData(0, 9, 0)]
    [InlineData(3, 0, 9)]
    [InlineData(3, 2, 27)]
    [InlineData(100_000, 9, 100_000_000_000)]
    public void Regret_counts_squared_and_once_more_for_each_point_of_carry(int regret, int carry, long counted) =>
        Objective.WeightedSquare(regret, carry).ShouldBe(counted);

    [Fact]
    public void Objectives_compare_strictly_in_order()
    {
        Objective[] bestFirst = [new(0, 0, 5), new(0, 1, 1), new(0, 1, 2), new(0, 2, 0), new(1, 0, 0)];
        bestFirst.Reverse().Order().ShouldBe(bestFirst);
        (bestFirst[1] < bestFirst[2] && bestFirst[2] > bestFirst[1]).ShouldBeTrue();
        (bestFirst[3] <= bestFirst[3] && bestFirst[3] >= bestFirst[3]).ShouldBeTrue();
        (bestFirst[3] < bestFirst[3] || bestFirst[3] > bestFirst[3]).ShouldBeFalse();
    }

    [Fact]
    public void Three_people_who_wish_the_same_two_of_one_seat_each_have_regrets_0_1_and_2()
    {
        var outcome = CheckedPlan.Of(OneSeatEach("A", "B")
            .Add(new Session("C", "1", 5))
            .Add(new Person("ann") { Wishes = ["A", "B"] })
            .Add(new Person("bob") { Wishes = ["A", "B"] })
            .Add(new Person("cat") { Wishes = ["A", "B"] }));
        outcome.Objective.ShouldBe(new Objective(0, 2, 0 + 1 + 4));
        outcome.Regrets.Order().ShouldBe([0, 1, 2]);
        outcome.Places.Select(place => place.Rank).OrderBy(rank => rank ?? 9).ShouldBe([1, 2, null]);
    }

    [Theory]
    [InlineData(new string[] { }, 1)]
    [InlineData(new[] { "A" }, 2)]
    [InlineData(new[] { "A", "B" }, 3)]
    public void Without_a_place_the_regret_is_the_length_of_the_list_and_one(string[] wishes, int regret)
    {
        // B runs only where everybody is away, and stays on the list.
        var outcome = CheckedPlan.Of(OneSeatEach("A")
            .Add(new Session("B", "2", 1))
            .Add(new Person("ann") { Wishes = wishes, Away = ["2"] })
            .Add(new Person("bob") { Wishes = wishes, Away = ["2"] }));
        outcome.Objective.ShouldBe(new Objective(1, regret, regret * regret));
        outcome.Places.Count.ShouldBe(2);
        outcome.Places.ShouldContain(place => place.Session == null && place.Rank == null && !place.IsFixed);
    }

    [Fact]
    public void Everybody_is_somewhere_before_anybodys_regret_counts()
    {
        // With ann in A, bob (A is the only session for him) has no place: (1, 2, 4). With bob in A, ann has regret 3: (0, 3, 9).
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 1))
            .Add(new Session("B", "1", 1) { Groups = ["teacher"] })
            .Add(new Session("K1", "2", 1)).Add(new Session("K2", "2", 1))
            .Add(new Person("ann") { Group = "teacher", Away = ["2"], Wishes = ["A", "K1", "K2"] })
            .Add(new Person("bob") { Group = "office", Away = ["2"], Wishes = ["A"] }));
        outcome.Words().ShouldBe(["ann 1 B", "bob 1 A"]);
        outcome.Objective.ShouldBe(new Objective(0, 3, 9));
    }

    [Fact]
    public void Five_small_regrets_come_before_one_of_two_although_their_squares_are_more()
    {
        // ann must have A (all else costs her 6). Then either p1 goes to E with regret 2, squares 4; or p1 to p5 each move by one: squares 5.
        string[] away = ["K1", "K2", "K3", "K4", "K5"];
        var day = OneSeatEach("A", "B", "C", "D", "E", "F", "G");
        foreach (var workshop in away)
            day.Add(new Session(workshop, "2", 1));
        day.Add(new Person("ann") { Away = ["2"], Wishes = ["A", .. away] })
            .Add(new Person("p1") { Away = ["2"], Wishes = ["A", "B", "E"] })
            .Add(new Person("p2") { Away = ["2"], Wishes = ["B", "C", .. away] })
            .Add(new Person("p3") { Away = ["2"], Wishes = ["C", "D", .. away] })
            .Add(new Person("p4") { Away = ["2"], Wishes = ["D", "F", .. away] })
            .Add(new Person("p5") { Away = ["2"], Wishes = ["F", "G", .. away] });
        var outcome = CheckedPlan.Of(day);
        outcome.Words().ShouldBe(["ann 1 A", "p1 1 B", "p2 1 C", "p3 1 D", "p4 1 F", "p5 1 G"]);
        outcome.Objective.ShouldBe(new Objective(0, 1, 5));
    }

    [Fact]
    public void Two_regrets_of_1_come_before_one_of_2()
    {
        // Somebody leaves A: to its third wish (squares 4), or bob to B and cat from B to C (squares 2).
        string[] far = ["K1", "K2", "K3"];
        var day = OneSeatEach("A", "B", "C", "D");
        foreach (var workshop in far)
            day.Add(new Session(workshop, "2", 1));
        var outcome = CheckedPlan.Of(day
            .Add(new Person("ann") { Away = ["2"], Wishes = ["A", .. far] })
            .Add(new Person("bob") { Away = ["2"], Wishes = ["A", "B", "D"] })
            .Add(new Person("cat") { Away = ["2"], Wishes = ["B", "C", .. far] }));
        outcome.Words().ShouldBe(["ann 1 A", "bob 1 B", "cat 1 C"]);
        outcome.Objective.ShouldBe(new Objective(0, 1, 2));
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    public void Whoever_carries_a_disappointment_is_preferred_whatever_the_seed(ulong seed)
    {
        var outcome = CheckedPlan.Of(OneSeatEach("A", "B")
            .Add(new Person("ann") { Wishes = ["A", "B"] })
            .Add(new Person("bob") { Wishes = ["A", "B"], Carry = 1 }), new PlannerOptions { Seed = seed, Threads = 1 });
        outcome.Words().ShouldBe(["ann 1 B", "bob 1 A"]);
        outcome.Objective.ShouldBe(new Objective(0, 1, 1));
    }

    [Fact]
    public void A_fixed_place_is_part_of_the_best_day_and_no_regret()
    {
        var outcome = CheckedPlan.Of(OneSeatEach("A", "B")
            .Add(new Person("ann") { Wishes = ["A"] })
            .Add(new FixedPlace("ann", "B", "1", "first aid")));
        outcome.Places.ShouldBe([new Place(0, 0, 1, null, IsFixed: true)]);
        outcome.Objective.ShouldBe(new Objective(0, 0, 0));
    }

    [Fact]
    public void Slots_in_which_somebody_is_away_or_presents_are_not_wanted()
    {
        var outcome = CheckedPlan.Of(new AllocationProblemBuilder()
            .Add(new Session("A", "1", 9)).Add(new Session("B", "2", 9)).Add(new Session("C", "3", 9))
            .Add(new Person("ann") { Away = ["1"], Presents = ["B"] }));
        outcome.Words().ShouldBe(["ann 3 C"]);
        outcome.Objective.ShouldBe(new Objective(0, 0, 0));
    }

    private static AllocationProblemBuilder OneSeatEach(params string[] workshops)
    {
        var day = new AllocationProblemBuilder();
        foreach (var workshop in workshops)
            day.Add(new Session(workshop, "1", 1));
        return day;
    }
}
