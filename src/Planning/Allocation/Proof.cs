namespace Guildhall.Planning.Allocation;

/// <summary>
/// Why nothing better is possible. Each claim is a set of prices for seats; whoever adds up what everybody's cheapest set costs at
/// these prices and takes off the price of all seats has a floor under every allocation (<see cref="AllocationCheck.Floor"/>).
/// </summary>
/// <param name="Claims">The claims; an objective whose bound is evident (nobody could do better even alone) needs none.</param>
public sealed record AllocationProof(IReadOnlyList<PriceClaim> Claims);

/// <summary>
/// A claim about all allocations within limits. For the first two objectives: there is none. For the third: none has fewer
/// weighted squares than the bound.
/// </summary>
/// <param name="Objective">Which objective the claim is for: 1 = empty slots, 2 = worst regret, 3 = weighted squares.</param>
/// <param name="EmptyLimit">The claim is about allocations with at most so many empty slots.</param>
/// <param name="RegretLimit">The claim is about allocations in which nobody's regret is larger.</param>
/// <param name="Branches">The cases that the claim distinguishes, together all that are possible; mostly one without assumptions.</param>
public sealed record PriceClaim(int Objective, int EmptyLimit, int RegretLimit, IReadOnlyList<ProofBranch> Branches);

/// <summary>One case of a claim and the prices that settle it.</summary>
/// <param name="Assumptions">What is assumed in this case.</param>
/// <param name="SeatPrices">For each session the price of a seat, 0 or more, in units of the third objective.</param>
/// <param name="MinimumPrices">For sessions assumed to run what each of their people brings, 0 or more.</param>
/// <param name="CapPrices">By school and session what the cap makes a seat dearer for people of the school, 0 or more.</param>
/// <param name="EmptyPrice">The price of an empty slot, 0 or more.</param>
public sealed record ProofBranch(
    IReadOnlyList<ProofAssumption> Assumptions,
    IReadOnlyList<double> SeatPrices,
    IReadOnlyDictionary<int, double> MinimumPrices,
    IReadOnlyDictionary<(string School, int Session), double> CapPrices,
    double EmptyPrice);

/// <summary>An assumption; its opposite is assumed in another branch.</summary>
/// <param name="Session">The session; <see langword="null"/> for "without a place".</param>
/// <param name="Person">The person who spends the slot so; <see langword="null"/> = the assumption is that the session runs.</param>
/// <param name="Slot">The person's slot; <see langword="null"/> when the assumption is about a session.</param>
/// <param name="Holds">Whether it is assumed to be so, or not to be so.</param>
public sealed record ProofAssumption(int? Session, int? Person, int? Slot, bool Holds);
