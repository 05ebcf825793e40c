namespace Guildhall.Planning.Reviewing;

/// <summary>A plan while it grows.</summary>
internal sealed class Assignment
{
    private readonly ReviewProblem _problem;
    private readonly HashSet<int>[] _readers;
    private readonly HashSet<int>[] _passable;
    private readonly int[] _loads;

    public Assignment(ReviewProblem problem)
    {
        _problem = problem;
        _readers = [.. problem.Offers.Select(_ => new HashSet<int>())];
        // The offers that a reviewer can pass on: those that are not settled.
        _passable = [.. problem.Reviewers.Select(_ => new HashSet<int>())];
        _loads = new int[problem.Reviewers.Count];
        foreach (var (offer, reviewer) in problem.Settled)
        {
            _readers[offer].Add(reviewer);
            _loads[reviewer]++;
        }
    }

    public int ReadersOf(int offer) => _readers[offer].Count;

    public IReadOnlyList<IReadOnlyList<int>> Readers() => [.. _readers.Select(readers => (IReadOnlyList<int>)[.. readers.Order()])];

    /// <summary>Gives an offer one more reader, if there is a way.</summary>
    public bool TryAdd(int offer, ulong seed)
    {
        // The offer through which each reviewer was reached.
        var through = new Dictionary<int, int>();
        var from = new Dictionary<int, int>();
        var open = new Queue<int>([offer]);
        var seen = new HashSet<int> { offer };
        var order = ReviewPlanner.Shuffle(_problem.Reviewers.Count, seed + (ulong)offer);
        int? best = null;
        while (open.TryDequeue(out var asked))
        {
            foreach (var reviewer in order)
            {
                if (through.ContainsKey(reviewer) || _readers[asked].Contains(reviewer) || !_problem.Allows(asked, reviewer))
                    continue;
                through.Add(reviewer, asked);
                if (_loads[reviewer] < (_problem.Reviewers[reviewer].Most ?? int.MaxValue) && (best is null || _loads[reviewer] < _loads[best.Value]))
                    best = reviewer;
                foreach (var passed in _passable[reviewer].Order().Where(seen.Add))
                {
                    from.Add(passed, reviewer);
                    open.Enqueue(passed);
                }
            }
        }
        if (best is null)
            return false;
        Give(best.Value, through, from);
        return true;
    }

    /// <summary>Walks back from the reviewer found: each takes the offer through which they were reached from whoever had it.</summary>
    private void Give(int last, Dictionary<int, int> through, Dictionary<int, int> from)
    {
        _loads[last]++;
        for (var reviewer = last; ;)
        {
            var offer = through[reviewer];
            _readers[offer].Add(reviewer);
            _passable[reviewer].Add(offer);
            if (!from.TryGetValue(offer, out var before))
                return;
            _readers[offer].Remove(before);
            _passable[before].Remove(offer);
            reviewer = before;
        }
    }
}
