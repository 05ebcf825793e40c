namespace Guildhall.Planning.Allocation.Checking;

/// <summary>Whether an outcome's bounds follow from its proof.</summary>
internal static class ProofCheck
{
    public static void Audit(AllocationOutcome outcome, List<string> findings)
    {
        var (problem, proof) = (outcome.Problem, outcome.Proof);
        if (outcome.Empty.Bound > EvidentEmpty(problem) && !IsRefuted(problem, proof, 1, (int)outcome.Empty.Bound - 1, LargestRegret(problem)))
            findings.Add($"Nothing shows that {outcome.Empty.Bound} slots must stay empty.");
        if (outcome.WorstRegret.Bound > 0 && !IsRefuted(problem, proof, 2, (int)outcome.Empty.Value, (int)outcome.WorstRegret.Bound - 1))
            findings.Add($"Nothing shows that somebody's regret must be {outcome.WorstRegret.Bound}.");
        if (outcome.WeightedSquares.Bound > 0 && !proof.Claims.Any(claim =>
            claim.Objective == 3 && claim.EmptyLimit >= outcome.Empty.Value && claim.RegretLimit >= outcome.WorstRegret.Value
            && AllocationCheck.Floor(problem, claim) >= outcome.WeightedSquares.Bound))
            findings.Add($"Nothing shows that the weighted squares must be {outcome.WeightedSquares.Bound}.");
    }

    private static bool IsRefuted(AllocationProblem problem, AllocationProof proof, int objective, int emptyLimit, int regretLimit) =>
        proof.Claims.Any(claim => claim.Objective == objective && claim.EmptyLimit >= emptyLimit && claim.RegretLimit >= regretLimit
            && AllocationCheck.Floor(problem, claim) == long.MaxValue);

    /// <summary>Slots that people could not fill even alone.</summary>
    private static int EvidentEmpty(AllocationProblem problem) => People(problem).Sum(person => person.OpenSlots.Count - person.MostSlotsAlone());

    private static int LargestRegret(AllocationProblem problem) => People(problem)
        .Select(person => person.FixedCost + (person.OpenSlots.Count * person.EmptyCost) - person.BestAloneCost()).DefaultIfEmpty().Max();

    private static IEnumerable<PersonView> People(AllocationProblem problem)
    {
        var day = new DayView(problem);
        var places = problem.FixedPlaces.ToLookup(place => place.Person, StringComparer.Ordinal);
        return problem.People.Select(person => new PersonView(day, person, places[person.Id]));
    }
}
