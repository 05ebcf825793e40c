using Guildhall.Planning.Reviewing;

namespace Guildhall.Planning.Tests.Reviewing;

/// <summary>Problems so small that everything can be tried.</summary>
internal static class SmallReviewing
{
    public static ReviewProblem Make(ulong seed)
    {
        var chance = new Random((int)seed);
        var offers = Enumerable.Range(1, chance.Next(1, 5)).Select(number => $"O{number}").ToList();
        var reviewers = Enumerable.Range(1, chance.Next(1, 5)).Select(number => new Reviewer($"R{number}", chance.Next(3) == 0 ? chance.Next(0, 3) : null)).ToList();
        var pairs = offers.SelectMany(offer => reviewers.Select(reviewer => (offer, reviewer.Id))).ToList();
        return new ReviewProblem(
            offers, reviewers, chance.Next(1, 3), [.. pairs.Where(_ => chance.Next(3) == 0)], [.. pairs.Where(_ => chance.Next(12) == 0)]);
    }

    /// <summary>How many offers have at least one reader, at least two, and so on; no offer counts beyond what was asked for.</summary>
    public static IReadOnlyList<int> ServedByRound(ReviewProblem problem, IReadOnlyList<IReadOnlyList<int>> readers) =>
        [.. Enumerable.Range(1, problem.ReadersEach).Select(round => readers.Count(each => each.Count >= round))];

    /// <summary>
    /// The most offers served in each round, lexicographically; and, of the plans that leave the same offers short as the planner did, the
    /// smallest sum of squares.
    /// </summary>
    public static (IReadOnlyList<int> Served, long Squares) Best(ReviewProblem problem, IReadOnlyList<int> missing)
    {
        IReadOnlyList<int> served = [.. Enumerable.Repeat(-1, problem.ReadersEach)];
        var squares = long.MaxValue;
        foreach (var plan in Plans(problem, 0, new int[problem.Reviewers.Count]))
        {
            var rounds = ServedByRound(problem, plan.Readers);
            if (Compare(rounds, served) > 0)
                served = rounds;
            if (plan.Readers.Select((readers, offer) => Math.Max(0, problem.ReadersEach - readers.Count)).SequenceEqual(missing))
                squares = Math.Min(squares, plan.Loads.Sum(load => (long)load * load));
        }
        return (served, squares);
    }

    private static int Compare(IReadOnlyList<int> one, IReadOnlyList<int> other) =>
        one.Zip(other, (left, right) => left.CompareTo(right)).FirstOrDefault(sign => sign != 0);

    private static IEnumerable<(IReadOnlyList<IReadOnlyList<int>> Readers, int[] Loads)> Plans(ReviewProblem problem, int offer, int[] loads)
    {
        if (offer == problem.Offers.Count)
        {
            var kept = Enumerable.Range(0, loads.Length).All(reviewer =>
                loads[reviewer] <= Math.Max(problem.Settled.Count(pair => pair.Reviewer == reviewer), problem.Reviewers[reviewer].Most ?? int.MaxValue));
            if (kept)
                yield return ([], loads);
            yield break;
        }
        foreach (var readers in Choices(problem, offer))
        {
            var more = loads.ToArray();
            foreach (var reviewer in readers)
                more[reviewer]++;
            foreach (var (rest, end) in Plans(problem, offer + 1, more))
                yield return ([readers, .. rest], end);
        }
    }

    private static IEnumerable<IReadOnlyList<int>> Choices(ReviewProblem problem, int offer)
    {
        for (var set = 0; set < 1 << problem.Reviewers.Count; set++)
        {
            var readers = Enumerable.Range(0, problem.Reviewers.Count).Where(reviewer => (set & (1 << reviewer)) != 0).ToList();
            var added = readers.Where(reviewer => !problem.Settled.Contains((offer, reviewer))).ToList();
            var hasSettled = problem.Settled.Where(pair => pair.Offer == offer).All(pair => readers.Contains(pair.Reviewer));
            if (hasSettled && added.TrueForAll(reviewer => problem.Allows(offer, reviewer)) && (added.Count == 0 || readers.Count <= problem.ReadersEach))
                yield return readers;
        }
    }
}
