namespace Guildhall.Planning.Allocation.Solving;

/// <summary>What is known from a day that differs a little: its worst regret and the prices that settled it.</summary>
/// <param name="Regret">The worst regret there.</param>
/// <param name="Refuting">Prices that showed that less was impossible.</param>
/// <param name="Settling">Prices that proved the weighted squares.</param>
internal sealed record WarmStart(int Regret, double[] Refuting, double[] Settling)
{
    /// <summary>From an outcome, for a problem that may have other sessions; <see langword="null"/> when the outcome proves too little.</summary>
    public static WarmStart? From(AllocationOutcome outcome, AllocationProblem problem)
    {
        var settling = outcome.Proof.Claims.FirstOrDefault(claim => claim.Objective == 3);
        var refuting = outcome.Proof.Claims.FirstOrDefault(claim => claim.Objective == 2);
        if (settling is null || !outcome.IsOptimal)
            return null;
        var prices = Carried(outcome.Problem, problem, settling.Branches[0]);
        return new WarmStart(
            (int)outcome.WorstRegret.Value,
            refuting is null ? prices : Carried(outcome.Problem, problem, refuting.Branches[0]),
            prices);
    }

    /// <summary>The same prices for the same sessions; a new session starts at the mean price of its workshop's others.</summary>
    private static double[] Carried(AllocationProblem from, AllocationProblem to, ProofBranch branch)
    {
        var known = from.Sessions.Select((session, index) => (session, Price: Math.Min(branch.SeatPrices[index], 1e4)))
            .ToDictionary(pair => (pair.session.Workshop, pair.session.Slot), pair => pair.Price);
        var mean = known.GroupBy(pair => pair.Key.Workshop, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Average(pair => pair.Value), StringComparer.Ordinal);
        return [.. to.Sessions.Select(session => known.TryGetValue((session.Workshop, session.Slot), out var price) ? price : mean.GetValueOrDefault(session.Workshop))];
    }
}
