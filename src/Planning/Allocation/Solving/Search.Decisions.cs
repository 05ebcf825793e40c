namespace Guildhall.Planning.Allocation.Solving;

/// <summary>What the solution of the linear program leaves open, and how a decision is put to it.</summary>
internal sealed partial class Search
{
    private const double Whole = 0.01;

    /// <summary>
    /// What is left open, most nearly decided first: a session under its minimum, else the ways in which people who have parts of several
    /// sets spend their slots.
    /// </summary>
    private List<(double Share, Decision Decision)> OpenDecisions()
    {
        if (FindUndecidedSession() is { } session)
            return [(1, session)];
        var open = new List<(double Share, Decision Decision)>();
        foreach (var (person, uses) in SharesOfSplitPeople())
        {
            foreach (var ((slot, way), amount) in uses)
            {
                if (amount is > Whole and < 1 - Whole)
                    open.Add((way == Option.Unlisted ? 0 : amount, new Decision(DecisionKind.Takes, way, person, slot)));
            }
        }
        open.Sort((a, b) => b.Share.CompareTo(a.Share));
        return open;
    }

    /// <summary>A session with people, but fewer than it needs: the one nearest to half of that.</summary>
    private Decision? FindUndecidedSession()
    {
        if (Array.TrueForAll(model.Minimum, minimum => minimum == 0))
            return null;
        var attendance = _program.Attendance();
        var (best, bestShare) = (-1, -1.0);
        for (var session = 0; session < attendance.Length; session++)
        {
            var share = attendance[session] / Math.Max(1, model.Minimum[session]);
            if (model.Minimum[session] == 0 || share < Whole || share > 1 - Whole || IsDecided(session))
                continue;
            if (best < 0 || Math.Abs(share - 0.5) < Math.Abs(bestShare - 0.5))
                (best, bestShare) = (session, share);
        }
        if (best < 0)
            return null;
        return new Decision(bestShare < 0.5 ? DecisionKind.Closes : DecisionKind.Runs, best);
    }

    private bool IsDecided(int session) => _decisions.Exists(decision =>
        decision.Session == session && decision.Kind is DecisionKind.Closes or DecisionKind.Runs);

    private SortedDictionary<int, SortedDictionary<(int Slot, int Session), double>> SharesOfSplitPeople()
    {
        var shares = new SortedDictionary<int, SortedDictionary<(int, int), double>>();
        _program.ForEachAmount((column, amount) =>
        {
            if (column.Person < 0 || !_program.Simplex.IsSplit(column.Person) || amount < Whole)
                return;
            if (!shares.TryGetValue(column.Person, out var uses))
                shares.Add(column.Person, uses = []);
            for (var i = 0; i < column.Set.Length; i++)
            {
                var key = (model.People[column.Person].Slots[i], column.Set[i].Session);
                uses[key] = uses.GetValueOrDefault(key) + amount;
            }
        });
        return shares;
    }

    private void Apply(Decision decision, bool isTaken)
    {
        if (decision.Kind == DecisionKind.Closes)
            _program.SetClosed(decision.Session, isTaken);
        else if (decision.Kind == DecisionKind.Runs)
            _program.SetMustRun(decision.Session, isTaken);
        else
            ResetOptions(decision.Person, sweep.People[decision.Person].IsExplicit);
    }

    private void MakeExplicit(int person)
    {
        ResetOptions(person, isExplicit: true);
    }

    private void ResetOptions(int person, bool isExplicit)
    {
        var options = isExplicit ? PersonOptions.Explicit(model, model.People[person]) : model.People[person];
        var decisions = _decisions.Where(decision => decision.Person == person).ToList();
        if (decisions.Count > 0)
        {
            options = options.Where(model, (slot, option) => decisions.TrueForAll(decision => decision.Slot != slot
                || (decision.Session == option.Session) == (decision.Kind == DecisionKind.Takes)));
        }
        _program.SetOptions(person, options);
    }
}
