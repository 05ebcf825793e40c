using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation.Checking;

/// <summary>
/// The floor that prices prove, counted on paper. ann and bob, both with carry 9, wish for A, which has one seat; B has many. Whoever
/// sits in B has regret 1, which counts 10: the least there is.
/// </summary>
public sealed class FloorTests
{
    private const int A = 0;

    [Theory]
    [InlineData(10, 10)] // each pays min(10, 10); 20 less the seat's 10
    [InlineData(5, 5)] // 5 + 5 - 5
    [InlineData(4.25, 5)] // 4.25, and a whole number
    [InlineData(0, 0)]
    [InlineData(30, -10)] // both would rather have B: 20 - 30
    [InlineData(-10, 0)] // a price below 0 is none
    public void Is_what_everybodys_cheapest_set_costs_less_the_price_of_all_seats(double price, long floor) =>
        Floor(Day(), new PriceClaim(3, 0, 1, [Branch(price)])).ShouldBe(floor);

    [Fact]
    public void Is_endless_when_prices_show_that_nothing_is_within_the_regret_limit() =>
        Floor(Day(), new PriceClaim(2, 0, 0, [Branch(1)])).ShouldBe(long.MaxValue);

    [Fact]
    public void Is_not_endless_under_a_limit_that_somebody_could_keep() =>
        Floor(Day(), new PriceClaim(2, 0, 1, [Branch(1)])).ShouldBeLessThan(20);

    [Fact]
    public void Is_not_endless_when_the_prices_are_gone() =>
        Floor(Day(), new PriceClaim(2, 0, 0, [Branch(0)])).ShouldBe(0);

    [Theory]
    [InlineData(0, long.MaxValue)]
    [InlineData(1, -200)] // both pay 200 for the seat rather than 400 and 40 for none: 400, less 200 for the seat and 400 for the empty slot
    public void Of_empty_slots_holds_only_for_the_limit_that_it_names(int limit, long floor)
    {
        var day = new AllocationProblemBuilder().Add(new Session("A", "1", 1)).Add(Wishing("ann", "A")).Add(Wishing("bob", "A"));
        var branch = Branch(200) with { SeatPrices = [200], EmptyPrice = 400 };
        Floor(day, new PriceClaim(1, limit, 2, [branch])).ShouldBe(floor);
    }

    [Fact]
    public void Of_two_cases_is_the_lower_one() =>
        // Without A both sit in B: 20. With A: 10.
        Floor(Day(), new PriceClaim(3, 0, 1, [Branch(10, Runs(A)), Branch(0, Runs(A, holds: false))])).ShouldBe(10);

    [Fact]
    public void Of_cases_by_person_is_the_lower_one() =>
        // ann in A: bob pays 10 for it or 10 for B; ann pays 10: 20 - 10. ann not in A: 10 in B, bob 10: 20 - 10.
        Floor(Day(), new PriceClaim(3, 0, 1, [Branch(10, Sits(0, A)), Branch(10, Sits(0, A, holds: false))])).ShouldBe(10);

    [Fact]
    public void Proves_nothing_when_a_case_is_left_out()
    {
        Floor(Day(), new PriceClaim(3, 0, 1, [])).ShouldBe(long.MinValue);
        Floor(Day(), new PriceClaim(3, 0, 1, [Branch(10, Runs(A))])).ShouldBe(long.MinValue);
        Floor(Day(), new PriceClaim(3, 0, 1, [Branch(10, Runs(A)), Branch(10, Sits(0, A, holds: false))])).ShouldBe(long.MinValue);
        Floor(Day(), new PriceClaim(3, 0, 1, [
            Branch(10, Runs(A), Sits(0, A)), Branch(10, Runs(A), Sits(0, A, holds: false)), Branch(10, Runs(A, holds: false), Sits(0, A))])).ShouldBe(long.MinValue);
    }

    [Fact]
    public void Knows_what_a_minimum_brings_only_where_the_session_is_assumed_to_run()
    {
        // B runs only with both, so both sit there, 20, or nobody: then one of them has no place.
        var day = new AllocationProblemBuilder()
            .Add(new Session("A", "1", 1)).Add(new Session("B", "1", 9) { Minimum = 2 }).Add(Wishing("ann", "A")).Add(Wishing("bob", "A"));
        var runs = Branch(0, Runs(1)) with { MinimumPrices = new Dictionary<int, double> { [1] = 10 } };
        // Each pays 0 in A, or 10 - 10 in B; and 2 x 10 for the minimum.
        Floor(day, new PriceClaim(3, 0, 1, [runs, Branch(20, Runs(1, holds: false))])).ShouldBe(20);
        var always = runs with { Assumptions = [] };
        Floor(day, new PriceClaim(3, 0, 1, [always])).ShouldBe(0);
    }

    [Fact]
    public void Knows_what_the_school_cap_leaves_beside_fixed_places()
    {
        // A has seats for all, but one of Ash sits there already and the cap is 1: ann and bob of Ash sit in B, 20.
        var day = new AllocationProblemBuilder { SchoolCap = 1 }
            .Add(new Session("A", "1", 9)).Add(new Session("B", "1", 9)).Add(new Session("C", "1", 9))
            .Add(Wishing("ann", "A") with { School = "Ash" }).Add(Wishing("bob", "A") with { School = "Ash" }).Add(new Person("fay") { School = "Ash" })
            .Add(new FixedPlace("fay", "A", "1"));
        var branch = new ProofBranch([], [0, 0, 0], new Dictionary<int, double>(), new Dictionary<(string, int), double> { [("Ash", 0)] = 10 }, 0);
        Floor(day, new PriceClaim(3, 0, 1, [branch])).ShouldBe(20);
        Floor(day, new PriceClaim(3, 0, 1, [branch with { CapPrices = new Dictionary<(string, int), double> { [("Birch", 0)] = 10 } }])).ShouldBe(-10);
    }

    [Fact]
    public void Of_nobody_is_nothing() =>
        Floor(new AllocationProblemBuilder().Add(new Session("A", "1", 1)), new PriceClaim(3, 0, 0, [Branch(0) with { SeatPrices = [0] }])).ShouldBe(0);

    private static AllocationProblemBuilder Day() => new AllocationProblemBuilder()
        .Add(new Session("A", "1", 1)).Add(new Session("B", "1", 9)).Add(Wishing("ann", "A")).Add(Wishing("bob", "A"));

    private static Person Wishing(string id, string wish) => new(id) { Wishes = [wish], Carry = 9 };

    private static ProofBranch Branch(double priceOfA, params ProofAssumption[] assumptions) =>
        new(assumptions, [priceOfA, 0], new Dictionary<int, double>(), new Dictionary<(string, int), double>(), 0);

    private static ProofAssumption Runs(int session, bool holds = true) => new(session, null, null, holds);

    private static ProofAssumption Sits(int person, int session, bool holds = true) => new(session, person, 0, holds);

    private static long Floor(AllocationProblemBuilder day, PriceClaim claim) => AllocationCheck.Floor(day.Build(), claim);
}
