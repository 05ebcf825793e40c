namespace Guildhall.Planning.Allocation.Solving;

/// <summary>Writes the solver's prices down so that somebody who knows only the problem can use them.</summary>
internal static class ProofBranches
{
    /// <summary>The price of what does not exist: a seat of a session that fixed places fill. It costs the floor nothing.</summary>
    private const double Unaffordable = 1e9;

    public static ProofBranch Of(
        Model model,
        IEnumerable<Decision> decisions,
        double[] seatPrices,
        Dictionary<int, double> minimumPrices,
        Dictionary<(int School, int Session), double> capPrices,
        double emptyPrice)
    {
        for (var session = 0; session < seatPrices.Length; session++)
        {
            if (model.Seats[session] == 0)
                seatPrices[session] = Unaffordable;
        }
        if (model.CapLeft is not null)
        {
            for (var school = 0; school < model.Facts.Schools.Count; school++)
            {
                for (var session = 0; session < seatPrices.Length; session++)
                {
                    if (model.CapLeft[school, session] <= 0)
                        capPrices[(school, session)] = Unaffordable;
                }
            }
        }
        return new ProofBranch(
            [.. decisions.Select(decision => decision.ToAssumption())],
            seatPrices,
            minimumPrices,
            capPrices.ToDictionary(pair => (model.Facts.Schools[pair.Key.School], pair.Key.Session), pair => pair.Value),
            emptyPrice);
    }
}
