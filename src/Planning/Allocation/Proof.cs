namespace Guildhall.Planning.Allocation;

/// <summary>
/// Why nothing better is possible, as prices: for each claim a price of each session's seats. Whoever adds up what everybody's best
/// set costs at these prices, less the price of all seats, has a floor under every allocation.
/// </summary>
/// <param name="Claims">The claims, at most one for each objective; an objective that is proven by itself needs none.</param>
public sealed record AllocationProof(IReadOnlyList<PriceClaim> Claims);

/// <summary>A floor that follows from prices.</summary>
/// <param name="Objective">Which objective the floor is for: 1 = empty slots, 2 = worst regret, 3 = weighted squares.</param>
/// <param name="Floor">No allocation within the limits has less.</param>
/// <param name="EmptyLimit">The claim is about allocations with at most so many empty slots.</param>
/// <param name="RegretLimit">The claim is about allocations in which nobody's regret is larger.</param>
/// <param name="SeatPrices">For each session the price of a seat, 0 or more, in units of the third objective.</param>
/// <param name="EmptyPrice">The price of an empty slot, 0 or more.</param>
public sealed record PriceClaim(
    int Objective, long Floor, int EmptyLimit, int RegretLimit, IReadOnlyList<double> SeatPrices, double EmptyPrice);
