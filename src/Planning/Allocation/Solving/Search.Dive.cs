namespace Guildhall.Planning.Allocation.Solving;

/// <summary>Dives: what is nearly decided is taken for decided, to find a good allocation soon.</summary>
internal sealed partial class Search
{
    /// <summary>A share from which a dive takes a thing for decided.</summary>
    private const double AlmostWhole = 0.7;

    /// <summary>
    /// For each dive the part of what is open that it decides at once: boldly or with care. There are dives wherever it is clear which
    /// sessions run, before people are told apart.
    /// </summary>
    private static readonly int[] BoldParts = [8, 64, 16, 32];

    /// <summary>Takes what is almost whole for decided, again and again, to find a good allocation soon; proves nothing.</summary>
    private void Dive(int boldPart)
    {
        var depth = _decisions.Count;
        while (SolveForDive())
        {
            var next = Boldest(OpenDecisions(), boldPart);
            if (next.Count == 0)
            {
                if (TryHandOut())
                    break;
                continue;
            }
            foreach (var decision in next)
            {
                if (decision.Session == Option.Unlisted)
                {
                    MakeExplicit(decision.Person);
                    continue;
                }
                _decisions.Add(decision);
                Apply(decision, isTaken: true);
            }
        }
        while (_decisions.Count > depth)
        {
            var last = _decisions[^1];
            _decisions.RemoveAt(_decisions.Count - 1);
            Apply(last, isTaken: false);
        }
    }

    /// <summary>Solves over the sets that are known, and asks people for others only when those do not suffice.</summary>
    private bool SolveForDive()
    {
        _program.SolveKnown(cancellation);
        return !IsStopped
            && (_program.Infeasibility() == 0 || (_program.Solve(Cutoff, cancellation) && _program.Infeasibility() == 0));
    }

    /// <summary>
    /// What a dive decides next: all that is almost whole; if nothing is, a part of what is open, no two of the same person or session.
    /// One at a time would only push the halves from one group of people to the next.
    /// </summary>
    private static List<Decision> Boldest(List<(double Share, Decision Decision)> open, int boldPart)
    {
        var bold = open.FindAll(entry => entry.Share >= AlmostWhole);
        var (people, sessions) = (new HashSet<int>(), new HashSet<int>());
        foreach (var entry in bold.Count > 0 ? [] : open)
        {
            if (bold.Count > open.Count / boldPart || people.Contains(entry.Decision.Person) || !sessions.Add(entry.Decision.Session))
                continue;
            people.Add(entry.Decision.Person);
            bold.Add(entry);
        }
        return [.. bold.Select(entry => entry.Decision)];
    }
}
