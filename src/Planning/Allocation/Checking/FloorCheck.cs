namespace Guildhall.Planning.Allocation.Checking;

/// <summary>
/// Recounts the floor that prices prove, in whole numbers: prices are rounded to a fixed fraction, which makes them other prices
/// and the floor no less valid.
/// </summary>
internal sealed class FloorCheck(AllocationProblem problem, PriceClaim claim)
{
    /// <summary>One unit of the third objective in the fixed fractions in which prices are counted.</summary>
    private const long One = 1L << 26;

    private readonly DayView _day = new(problem);
    private readonly ILookup<string, FixedPlace> _fixed = problem.FixedPlaces.ToLookup(place => place.Person, StringComparer.Ordinal);

    public long Floor() => claim.Branches.Min(FloorOf);

    private long FloorOf(ProofBranch branch)
    {
        var prices = new BranchPrices(problem, branch, One);
        var withCost = -prices.OfAllSeats(claim.EmptyLimit);
        var without = withCost;
        Int128 most = 0;
        foreach (var person in problem.People)
        {
            var best = new CheapestSet(new PersonView(_day, person, _fixed[person.Id]), _day, prices, claim.RegretLimit, One);
            if (!best.Exists)
                return long.MaxValue;
            withCost += best.Value;
            without += best.PriceAlone;
            most += (Int128)(1 + person.Carry) * claim.RegretLimit * claim.RegretLimit * One;
        }
        // Prices that leave a loss even if regret cost nothing, or more than all regrets together could cost: nothing is within the limits.
        if (without > 0 || withCost > most)
            return long.MaxValue;
        return (long)((withCost / One) + (withCost % One > 0 ? 1 : 0));
    }
}
