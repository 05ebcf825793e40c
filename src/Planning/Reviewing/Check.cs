namespace Guildhall.Planning.Reviewing;

/// <summary>Recounts a plan without the planner's help.</summary>
public static class ReviewCheck
{
    /// <summary>The rules that a plan breaks, in words; none for a sound one.</summary>
    public static IReadOnlyList<string> Audit(ReviewOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var problem = outcome.Problem;
        var faults = new List<string>();
        foreach (var (offer, readers) in outcome.Readers.Index())
        {
            if (readers.Distinct().Count() != readers.Count)
                faults.Add($"{problem.Offers[offer]} has the same reader twice.");
            var added = readers.Where(reviewer => !problem.Settled.Contains((offer, reviewer))).ToList();
            faults.AddRange(added.Where(reviewer => !problem.Allows(offer, reviewer))
                .Select(reviewer => $"{problem.Reviewers[reviewer].Id} must not read {problem.Offers[offer]}."));
            if (added.Count > 0 && readers.Count > problem.ReadersEach)
                faults.Add($"{problem.Offers[offer]} has more readers than were asked for.");
        }
        faults.AddRange(problem.Settled.Where(pair => !outcome.Readers[pair.Offer].Contains(pair.Reviewer))
            .Select(pair => $"{problem.Reviewers[pair.Reviewer].Id} has lost {problem.Offers[pair.Offer]}, which was settled."));
        foreach (var (reviewer, load) in outcome.Loads.Index())
        {
            var settled = problem.Settled.Count(pair => pair.Reviewer == reviewer);
            if (load > Math.Max(settled, problem.Reviewers[reviewer].Most ?? int.MaxValue))
                faults.Add($"{problem.Reviewers[reviewer].Id} reads more than they wished to.");
        }
        return faults;
    }
}
