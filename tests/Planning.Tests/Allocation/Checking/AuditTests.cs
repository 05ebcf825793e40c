using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation.Checking;

/// <summary>An outcome that says more of itself than its proof shows is found out.</summary>
public sealed class AuditTests
{
    /// <summary>One seat for three in A, one in B: somebody stays without a place, and all three bounds need a proof.</summary>
    private static readonly AllocationOutcome Scarce = CheckedPlan.Of(new AllocationProblemBuilder()
        .Add(new Session("A", "1", 1)).Add(new Session("B", "1", 1))
        .Add(new Person("ann") { Wishes = ["A"] }).Add(new Person("bob") { Wishes = ["A"] }).Add(new Person("cat") { Wishes = ["A"] }));

    /// <summary>A day whose proof tells cases apart.</summary>
    private static readonly AllocationOutcome Branched = FirstWithCases();

    [Fact]
    public void The_outcome_to_tamper_with_has_something_to_prove_in_each_objective() =>
        (Scarce.Empty, Scarce.WorstRegret, Scarce.WeightedSquares).ShouldBe((new BoundedValue(1, 1), new BoundedValue(2, 2), new BoundedValue(5, 5)));

    [Fact]
    public void A_better_value_than_the_places_have_is_found() =>
        AllocationCheck.Audit(Copy(Scarce, squares: new BoundedValue(4, 4))).ShouldContain(
            $"The objective is {new Objective(1, 2, 5)}, not {new Objective(1, 2, 4)}.");

    [Fact]
    public void Regrets_that_the_places_do_not_have_are_found() =>
        AllocationCheck.Audit(Copy(Scarce, regrets: [.. Scarce.Regrets.Select(regret => 2 - regret)])).ShouldBe(["The regrets are others than said."]);

    [Fact]
    public void Broken_rules_are_found() =>
        AllocationCheck.Audit(Copy(Scarce, places: [.. Scarce.Places.Select(place => place with { Session = 0 })]))
            .ShouldContain("A in slot 1 has 3 people on 1 seats.");

    [Fact]
    public void Bounds_without_a_proof_are_found() =>
        AllocationCheck.Audit(Copy(Scarce, proof: new AllocationProof([]))).ShouldBe([
            "Nothing shows that 1 slots must stay empty.", "Nothing shows that somebody's regret must be 2.", "Nothing shows that the weighted squares must be 5."]);

    [Fact]
    public void Bounds_above_what_the_proof_shows_are_found()
    {
        AllocationCheck.Audit(Copy(Scarce, empty: new BoundedValue(1, 2))).ShouldContain("Nothing shows that 2 slots must stay empty.");
        AllocationCheck.Audit(Copy(Scarce, worst: new BoundedValue(2, 3))).ShouldContain("Nothing shows that somebody's regret must be 3.");
        AllocationCheck.Audit(Copy(Scarce, squares: new BoundedValue(5, 6))).ShouldContain("Nothing shows that the weighted squares must be 6.");
    }

    [Fact]
    public void A_bound_that_is_not_reached_has_to_follow_from_the_proof_too() =>
        // Somebody who reads "at most 3 from the best" relies on the bound as much as on a proof.
        AllocationCheck.Audit(Copy(Scarce, proof: new AllocationProof([]), squares: new BoundedValue(5, 4)))
            .ShouldContain("Nothing shows that the weighted squares must be 4.");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_proof_without_its_prices_is_refused(int objective) =>
        Audit(Scarce, objective, claim => claim with
        {
            Branches = [.. claim.Branches.Select(branch => branch with { SeatPrices = [.. branch.SeatPrices.Select(_ => 0.0)], EmptyPrice = 0 })],
        }).ShouldNotBeEmpty();

    [Fact]
    public void A_price_lowered_by_half_is_refused() =>
        Audit(Scarce, 3, claim => claim with { Branches = [claim.Branches[0] with { SeatPrices = [.. claim.Branches[0].SeatPrices.Select(price => price / 2)] }] })
            .ShouldBe(["Nothing shows that the weighted squares must be 5."]);

    [Theory]
    [InlineData(1, -1, 0)]
    [InlineData(1, 0, -1)]
    [InlineData(2, -1, 0)]
    [InlineData(2, 0, -1)]
    [InlineData(3, -1, 0)]
    [InlineData(3, 0, -1)]
    public void A_claim_about_fewer_allocations_than_it_is_needed_for_is_refused(int objective, int empty, int regret) =>
        Audit(Scarce, objective, claim => claim with { EmptyLimit = claim.EmptyLimit + empty, RegretLimit = Needed(Scarce, objective) + regret })
            .ShouldNotBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_claim_that_nothing_is_possible_with_a_wider_limit_is_refused(int objective) =>
        Audit(Scarce, objective, claim => claim with { EmptyLimit = 3, RegretLimit = 2 }).ShouldNotBeEmpty();

    [Fact]
    public void A_branch_removed_is_refused() =>
        AuditOfBranches(branches => [.. branches.Skip(1)]).ShouldNotBeEmpty();

    [Fact]
    public void A_branch_told_twice_is_refused() =>
        AuditOfBranches(branches => [.. branches, branches[^1]]).ShouldNotBeEmpty();

    [Fact]
    public void An_assumption_flipped_is_refused() =>
        AuditOfBranches(branches => [.. branches.Skip(1), Flipped(branches[0])]).ShouldNotBeEmpty();

    [Fact]
    public void The_branches_in_another_order_prove_the_same() =>
        AuditOfBranches(branches => [.. branches.Reverse()]).ShouldBeEmpty();

    [Fact]
    public void A_rank_that_the_place_does_not_have_is_found() =>
        AllocationCheck.Audit(Copy(Scarce, places: [.. Scarce.Places.Select(place => place with { Rank = 7 })])).ShouldNotBeEmpty();

    [Fact]
    public void A_place_called_fixed_that_is_not_is_found() =>
        AllocationCheck.Audit(Copy(Scarce, places: [.. Scarce.Places.Select(place => place with { IsFixed = true })])).ShouldNotBeEmpty();

    [Fact]
    public void A_wanted_slot_that_is_not_spoken_of_is_found() =>
        AllocationCheck.Audit(Copy(Scarce, places: [.. Scarce.Places.Where(place => place.Session is not null)])).ShouldNotBeEmpty();

    [Fact]
    public void A_session_called_not_running_that_asks_for_no_minimum_is_found() =>
        AllocationCheck.Audit(Copy(Scarce, notRunning: [0])).ShouldNotBeEmpty();

    private static int Needed(AllocationOutcome outcome, int objective) =>
        objective == 1 ? 2 : (int)outcome.WorstRegret.Value - (objective == 2 ? 1 : 0);

    private static ProofBranch Flipped(ProofBranch branch) =>
        branch with { Assumptions = [branch.Assumptions[0] with { Holds = !branch.Assumptions[0].Holds }, .. branch.Assumptions.Skip(1)] };

    private static IReadOnlyList<string> AuditOfBranches(Func<IReadOnlyList<ProofBranch>, IReadOnlyList<ProofBranch>> tamper) =>
        Audit(Branched, 3, claim => claim with { Branches = tamper(claim.Branches) });

    private static IReadOnlyList<string> Audit(AllocationOutcome outcome, int objective, Func<PriceClaim, PriceClaim> tamper) =>
        AllocationCheck.Audit(Copy(outcome, proof: new AllocationProof(
            [.. outcome.Proof.Claims.Select(claim => claim.Objective == objective ? tamper(claim) : claim)])));

    private static AllocationOutcome FirstWithCases()
    {
        for (ulong seed = 1; seed < 2000; seed++)
        {
            var outcome = AllocationPlanner.Plan(SmallDay.Make(seed), new PlannerOptions { Threads = 1 });
            if (outcome.WeightedSquares.Bound > 0 && outcome.Proof.Claims.Any(claim => claim.Objective == 3 && claim.Branches.Count > 1))
                return outcome;
        }
        throw new InvalidOperationException("No small day needs a proof by cases.");
    }

    private static AllocationOutcome Copy(
        AllocationOutcome outcome, IReadOnlyList<Place>? places = null, IReadOnlyList<int>? regrets = null, BoundedValue? empty = null,
        BoundedValue? worst = null, BoundedValue? squares = null, IReadOnlyList<int>? notRunning = null, AllocationProof? proof = null) =>
        new(outcome.Problem, places ?? outcome.Places)
        {
            Regrets = regrets ?? outcome.Regrets,
            Empty = empty ?? outcome.Empty,
            WorstRegret = worst ?? outcome.WorstRegret,
            WeightedSquares = squares ?? outcome.WeightedSquares,
            NotRunning = notRunning ?? outcome.NotRunning,
            Proof = proof ?? outcome.Proof,
            Seed = outcome.Seed,
            Version = outcome.Version,
            Elapsed = outcome.Elapsed,
        };
}
