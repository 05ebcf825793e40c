using Guildhall.Planning.Allocation.Checking;

namespace Guildhall.Planning.Allocation;

/// <summary>What an independent recount found.</summary>
/// <param name="Violations">Every rule that is broken, in words; empty when the allocation stands.</param>
/// <param name="Objective">The three values, recounted.</param>
/// <param name="Regrets">Each person's regret, recounted.</param>
public sealed record CheckReport(IReadOnlyList<string> Violations, Objective Objective, IReadOnlyList<int> Regrets);

/// <summary>
/// Recounts rules and objective from the problem's rows and the places alone, and bounds from prices alone. Shares no code with
/// the planner: names instead of numbers, dynamic programs instead of searches, whole numbers instead of floating point.
/// </summary>
public static class AllocationCheck
{
    /// <summary>Recounts an allocation.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="places">The places, in any order; slots without a place may be left out.</param>
    /// <returns>Every broken rule and the value of the allocation.</returns>
    public static CheckReport Recount(AllocationProblem problem, IEnumerable<Place> places)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(places);
        var taken = places.Where(place => place.Session is not null).ToList();
        var violations = RuleCheck.Violations(problem, taken);
        var byPerson = taken.ToLookup(place => problem.People[place.Person].Id, StringComparer.Ordinal);
        var fixedByPerson = problem.FixedPlaces.ToLookup(place => place.Person, StringComparer.Ordinal);
        var day = new DayView(problem);
        var (empty, worst, squares) = (0, 0, 0L);
        var regrets = new int[problem.People.Count];
        for (var i = 0; i < regrets.Length; i++)
        {
            var view = new PersonView(day, problem.People[i], fixedByPerson[problem.People[i].Id]);
            var own = byPerson[problem.People[i].Id].ToList();
            var missing = view.WantedSlots.Count - own.Count;
            var cost = own.Sum(place => view.CostOf(problem.Sessions[place.Session!.Value].Workshop)) + (missing * (view.Wishes.Count + 1));
            regrets[i] = cost - view.BestAloneCost();
            empty += missing;
            worst = Math.Max(worst, regrets[i]);
            squares += (1L + problem.People[i].Carry) * regrets[i] * regrets[i];
        }
        return new CheckReport(violations, new Objective(empty, worst, squares), regrets);
    }

    /// <summary>Recounts the floor that a claim's prices prove. O(people x wishes x 2^slots x costs) for each of its branches.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="claim">The claim.</param>
    /// <returns>
    /// The floor under the weighted squares of every allocation within the claim's limits; <see cref="long.MaxValue"/> when there is no
    /// such allocation; <see cref="long.MinValue"/> when the claim's branches do not cover all possibilities.
    /// </returns>
    public static long Floor(AllocationProblem problem, PriceClaim claim)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(claim);
        return BranchCover.IsComplete(claim.Branches) ? new FloorCheck(problem, claim).Floor() : long.MinValue;
    }

    /// <summary>Recounts everything that an outcome says of itself.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>Everything that does not hold, in words; empty when all of it does.</returns>
    public static IReadOnlyList<string> Audit(AllocationOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var report = Recount(outcome.Problem, outcome.Places);
        var findings = new List<string>(report.Violations);
        if (report.Objective != outcome.Objective)
            findings.Add($"The objective is {report.Objective}, not {outcome.Objective}.");
        if (!report.Regrets.SequenceEqual(outcome.Regrets))
            findings.Add("The regrets are others than said.");
        StatementCheck.Audit(outcome, findings);
        ProofCheck.Audit(outcome, findings);
        return findings;
    }
}
