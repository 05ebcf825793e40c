namespace Guildhall.Planning.Reviewing;

/// <summary>
/// Gives every offer its readers. First, as many offers as possible get one reader, then of those ways one in which as many as possible get
/// a second, and so on; second, the sum of the squares of the reviewers' loads is as small as it can be for the offers served so, which
/// also makes the largest load as small as it can be.
/// </summary>
/// <remarks>
/// One reader of one offer is added after the other. Each is given along an alternating path to the least busy reviewer whom the offer can
/// reach, those on the way passing an offer on; this keeps what is there optimal at every step (Harvey, Ladner, Lovász, Tamir: Semi-matchings
/// for bipartite graphs and load balancing, Journal of Algorithms 59, 2006). Time O(k n (n m)) for n offers, m reviewers, k readers each.
/// </remarks>
public static class ReviewPlanner
{
    /// <summary>Plans who reads what.</summary>
    /// <param name="problem">Who may read what.</param>
    /// <param name="seed">Chooses among equally good plans; the same problem and seed give the same plan.</param>
    public static ReviewOutcome Plan(ReviewProblem problem, ulong seed = 1)
    {
        var state = new Assignment(problem);
        var order = Shuffle(problem.Offers.Count, seed);
        for (var round = 1; round <= problem.ReadersEach; round++)
        {
            foreach (var offer in order.Where(offer => state.ReadersOf(offer) < round))
                state.TryAdd(offer, seed);
        }
        return new ReviewOutcome(problem, state.Readers(), seed);
    }

    internal static int[] Shuffle(int count, ulong seed) =>
        [.. Enumerable.Range(0, count).OrderBy(index => Allocation.Solving.TieBreak.Mix(seed ^ Allocation.Solving.TieBreak.Mix((ulong)index + 1)))];
}
