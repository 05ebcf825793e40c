namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// Finds the allocation with the least weighted squares within limits on empty slots and regret, or shows that there is none:
/// branch and bound over the linear program, depth first. Mostly the first program is whole-numbered and there is nothing to branch on.
/// </summary>
internal sealed partial class Search(Model model, Sweep sweep, Limits limits, CancellationToken cancellation)
{
    private readonly LinearProgram _program = new(model, sweep, limits);
    private readonly List<Decision> _decisions = [];
    private CentralPath? _path;
    private bool _tellsPeopleApart;
    private bool _leavesOpen;
    private readonly long _mostSquares = model.MostSquares(limits.Regret);

    /// <summary>The best allocation found, a session for each person and slot; <see langword="null"/> = none.</summary>
    public int[]? Best { get; private set; }

    /// <summary>Its weighted squares; while there is none, one more than any allocation within the limits can have.</summary>
    public long BestSquares { get; private set; }

    /// <summary>No allocation within the limits has fewer weighted squares; above every possible value when there is none.</summary>
    public long Bound { get; private set; }

    /// <summary>The cases that the search distinguished, with the prices that settled each; together they prove the bound.</summary>
    public List<ProofBranch> Branches { get; } = [];

    /// <summary>Whether there is certainly no allocation within the limits.</summary>
    public bool IsInfeasible => Best is null && Bound > _mostSquares;

    /// <summary>Searches until the best is proven, or until cancelled.</summary>
    /// <param name="prices">Prices to start from.</param>
    /// <param name="knownSquares">The value of an allocation within the limits that is known; only better ones are looked for.</param>
    /// <param name="box">How far the prices may be off.</param>
    /// <param name="mostPivots">After so many pivots of the simplex the search gives up.</param>
    /// <returns>False when it gave up; then nothing else of it counts.</returns>
    public bool Run(double[] prices, long? knownSquares, double box, int mostPivots = int.MaxValue)
    {
        _program.MostPivots = mostPivots;
        BestSquares = knownSquares ?? _mostSquares + 1;
        Finish(_program.Start(prices, box) ? ExploreAll() : Settled(_mostSquares + 1), knownSquares);
        return !_program.HasGivenUp;
    }

    /// <summary>Follows a path to nearly the solution and searches from there.</summary>
    /// <param name="path">The path, with the same limits.</param>
    /// <param name="prices">Prices to start near.</param>
    /// <param name="knownSquares">The value of an allocation within the limits that is known; only better ones are looked for.</param>
    public void Run(CentralPath path, double[] prices, long? knownSquares)
    {
        BestSquares = knownSquares ?? _mostSquares + 1;
        path.Run(prices, Cutoff, cancellation);
        _path = path;
        if (path.Bound < Cutoff && !cancellation.IsCancellationRequested)
        {
            _program.Start(path);
            Finish(ExploreAll(), knownSquares);
            return;
        }
        Branches.Add(path.ToBranch());
        Finish(ToWhole(path.Bound), knownSquares);
    }

    private void Finish(long bound, long? knownSquares)
    {
        Bound = bound;
        if (IsStopped && Bound < BestSquares)
            FallBackToRoot();
        if (Best is not null || knownSquares is not null)
            Bound = Math.Min(Bound, BestSquares);
    }

    /// <summary>
    /// Explores all cases of which sessions run before any case of what people do: a case that looks good at first may be worse than what
    /// another has to offer, and to tell people apart takes long.
    /// </summary>
    private long ExploreAll()
    {
        var bound = Explore();
        if (!_leavesOpen || IsStopped)
            return bound;
        _tellsPeopleApart = true;
        Branches.Clear();
        return Explore();
    }

    /// <summary>Explores all that the decisions leave open; returns a bound on it, or the value of the best found if that is lower.</summary>
    private long Explore()
    {
        var dives = 0;
        while (true)
        {
            var isSolved = _program.Solve(Cutoff, cancellation);
            var bound = WholeBound();
            if (!isSolved || bound >= BestSquares)
                return Settled(bound);
            if (_program.Infeasibility() > 0)
            {
                if (_program.ProvesInfeasible() || _program.Forbidden > 1e8)
                    return Settled(_mostSquares + 1);
                _program.RaiseForbidden();
                continue;
            }
            if (OpenDecisions() is not { Count: > 0 } open)
            {
                if (TryHandOut())
                    return Settled(Math.Min(bound, BestSquares));
                continue;
            }
            if (dives < BoldParts.Length && !_tellsPeopleApart && open[0].Decision.Kind == DecisionKind.Takes)
            {
                var here = _program.ToBranch(_decisions);
                Dive(BoldParts[dives++]);
                if (BestSquares <= bound)
                {
                    Branches.Add(here);
                    return bound;
                }
                continue;
            }
            var decision = open[0].Decision;
            if (decision.Session == Option.Unlisted)
            {
                MakeExplicit(decision.Person);
                continue;
            }
            if (decision.Kind != DecisionKind.Takes || _tellsPeopleApart)
                return Branch(decision, bound);
            _leavesOpen = true;
            return bound;
        }
    }

    private bool IsStopped => _program.HasGivenUp || cancellation.IsCancellationRequested;

    /// <summary>From this bound on, nothing better than the best is left.</summary>
    private double Cutoff => BestSquares - 1 + TieBreak.MostTogether + TieBreak.MostRounding;

    private long Settled(long bound)
    {
        Branches.Add(_program.ToBranch(_decisions));
        return bound;
    }

    /// <summary>A search that was stopped has not looked at every case: what it proves is what the first program's prices prove.</summary>
    private void FallBackToRoot()
    {
        Branches.Clear();
        var (bound, branch) = _path is not null && _path.Bound > _program.BestBound
            ? (_path.Bound, _path.ToBranch())
            : (_program.BestBound, _program.BestBranch);
        if (branch is not null)
            Branches.Add(branch);
        Bound = TieBreak.WholeFloor(Math.Clamp(bound, 0, _mostSquares));
    }

    private long WholeBound() => ToWhole(_program.Bound);

    private long ToWhole(double bound) => bound > _mostSquares + 1 ? _mostSquares + 1 : TieBreak.WholeFloor(Math.Max(0, bound));

    private long Branch(Decision decision, long bound)
    {
        var branches = Branches.Count;
        var parent = _program.ToBranch(_decisions);
        var first = Under(decision, bound);
        if (BestSquares <= bound)
        {
            // The best of all that is open here was found at once: the prices of this node settle it, no case need be told apart.
            Branches.RemoveRange(branches, Branches.Count - branches);
            Branches.Add(parent);
            return bound;
        }
        return Math.Min(first, Under(decision.Opposite(), bound));
    }

    private long Under(Decision decision, long bound)
    {
        if (IsStopped)
            return bound;
        _decisions.Add(decision);
        Apply(decision, isTaken: true);
        var result = Math.Max(bound, Explore());
        _decisions.RemoveAt(_decisions.Count - 1);
        Apply(decision, isTaken: false);
        return result;
    }

    /// <summary>Gives everybody their sessions; where that fails, those concerned become explicit.</summary>
    private bool TryHandOut()
    {
        var sets = new Column[model.PersonCount];
        _program.ForEachAmount((column, amount) =>
        {
            if (column.Person >= 0 && amount > 0.5)
                sets[column.Person] = column;
        });
        var attendance = _program.Attendance();
        var needed = new int[model.SessionCount];
        for (var session = 0; session < needed.Length; session++)
        {
            if (model.Minimum[session] > 0)
                needed[session] = attendance[session] > model.Minimum[session] - 0.5 ? model.Minimum[session] : -1;
        }
        var handOut = new HandOut(model, sets, needed);
        if (handOut.IsOverfull)
            throw new InvalidOperationException("A solution of the linear program breaks its own rows.");
        if (handOut.Unplaced.Count > 0)
        {
            foreach (var person in handOut.Unplaced)
                MakeExplicit(person);
            return false;
        }
        var squares = sets.Sum(set => (long)sweep.People[set.Person].Weight * set.Regret * set.Regret);
        if (squares >= BestSquares)
            return true;
        BestSquares = squares;
        Best = new int[model.PersonCount * model.SlotCount];
        for (var person = 0; person < model.PersonCount; person++)
        {
            for (var slot = 0; slot < model.SlotCount; slot++)
                Best[(person * model.SlotCount) + slot] = handOut.Place(person, slot);
        }
        return true;
    }
}
