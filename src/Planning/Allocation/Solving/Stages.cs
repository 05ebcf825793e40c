namespace Guildhall.Planning.Allocation.Solving;

/// <summary>The three objectives one after the other: raises each floor until an allocation stands on it.</summary>
internal sealed class Stages
{
    private const int FirstRounds = 20;
    private const int RoundsPerRegret = 20;
    private const int RoundsToLearn = 20;

    /// <summary>After so many regrets in vain it is time to find out whether any regret will do.</summary>
    private const int RegretsInVain = 4;

    /// <summary>How far the first prices are thought to be off.</summary>
    private const double FirstBox = 1;

    /// <summary>Up to so many people the simplex alone is tried first: on most such days it needs fewer pivots than this.</summary>
    private const int ManyPeople = 2000;
    private const int PivotsToTry = 600;
    private readonly AllocationProblem _problem;
    private readonly PlannerOptions _options;
    private readonly Action<PlannerProgress> _report;
    private readonly CancellationToken _cancellation;
    private readonly Model _model;
    private readonly Sweep _sweep;
    private readonly List<PriceClaim> _claims = [];
    private int[] _best;
    private Objective _bestValue;
    private int _emptyFloor;
    private int _regretFloor;
    private long _squaresFloor;

    public Stages(AllocationProblem problem, PlannerOptions options, Action<PlannerProgress> report, CancellationToken cancellation)
    {
        (_problem, _options, _report, _cancellation) = (problem, options, report, cancellation);
        Report(PlannerStage.Preparing);
        _model = new Model(problem, options.Seed);
        _sweep = new Sweep(_model, options.Threads);
        _best = Greedy.Allocate(_model);
        _bestValue = ValueOf(_best);
    }

    public void Run(WarmStart? warmStart)
    {
        if (warmStart is not null && EmptyBound.OfAvoidable(_model) == 0 && TryFrom(warmStart))
            return;
        _claims.Clear();
        (_regretFloor, _squaresFloor) = (0, 0);
        var search = new PriceSearch(_model, _sweep);
        if (_bestValue == new Objective(_model.ForcedEmpty, 0, 0))
            return;
        for (_emptyFloor = EmptyBound.OfAvoidable(_model); !_cancellation.IsCancellationRequested; _emptyFloor++)
        {
            Report(PlannerStage.FillingSlots);
            search.Run(FirstRounds, new Limits(_emptyFloor, MostRegret), _cancellation);
            if (_emptyFloor > 0 && _claims.TrueForAll(claim => claim.Objective != 1))
                ProveFewerEmptyImpossible(search);
            if (TryWithEmpty(search))
                return;
            (_regretFloor, _squaresFloor) = (0, 0);
        }
    }

    private int MostRegret => _model.People.Select(person => person.WorstRegret).DefaultIfEmpty().Max();

    /// <summary>Starts where a day that differs a little ended: goes down from its worst regret for as long as there is something.</summary>
    private bool TryFrom(WarmStart warmStart)
    {
        _emptyFloor = 0;
        Search? settled = null;
        for (_regretFloor = warmStart.Regret; _regretFloor > 0;)
        {
            var less = Explore(new PriceSearch(_model, _sweep, warmStart.Refuting), new Limits(0, _regretFloor - 1), null);
            if (less.IsInfeasible)
            {
                Claim(2, _regretFloor - 1, less.Branches);
                break;
            }
            if (less.Best is null)
                return false;
            (settled, _regretFloor) = (less, ValueOf(less.Best).WorstRegret);
        }
        settled ??= Explore(new PriceSearch(_model, _sweep, warmStart.Settling), new Limits(0, _regretFloor), null);
        if (settled.Best is null)
            return false;
        Settle(settled);
        return true;
    }

    private void Settle(Search tree)
    {
        _squaresFloor = tree.Bound;
        Claim(3, _regretFloor, tree.Branches);
    }

    /// <summary>Keeps the floor that prices prove by themselves, for a run that is stopped before there is a better one.</summary>
    private void SettleFor(PriceSearch prices)
    {
        _squaresFloor = prices.WholeBound;
        Claim(3, _regretFloor, [prices.ToBranch(_regretFloor)]);
    }

    /// <summary>Looks for the best allocation with the empty slots of the present floor.</summary>
    /// <returns>False when there is none.</returns>
    private bool TryWithEmpty(PriceSearch search)
    {
        Report(PlannerStage.SparingTheWorst);
        PriceSearch start;
        (_regretFloor, start) = FirstRegret(search);
        for (var ruledOut = 0; !_cancellation.IsCancellationRequested; _regretFloor++)
        {
            Report(PlannerStage.SharingTheRest);
            var known = _bestValue.Empty == _emptyFloor + _model.ForcedEmpty && _bestValue.WorstRegret <= _regretFloor
                ? _bestValue.WeightedSquares : (long?)null;
            SettleFor(start);
            var tree = Explore(start, new Limits(_emptyFloor, _regretFloor), known);
            if (!tree.IsInfeasible || known is not null)
            {
                if (tree.Bound >= _squaresFloor)
                    Settle(tree);
                return true;
            }
            if (_regretFloor >= MostRegret)
            {
                Claim(1, MostRegret, tree.Branches);
                return false;
            }
            Claim(2, _regretFloor, tree.Branches);
            _squaresFloor = 0;
            if (++ruledOut == RegretsInVain && Explore(search, new Limits(_emptyFloor, MostRegret), null) is { IsInfeasible: true } any)
            {
                Claim(1, MostRegret, any.Branches);
                return false;
            }
            start = PricesFor(search, _regretFloor + 1);
        }
        return true;
    }

    /// <summary>Finds the best allocation within limits, or that there is none.</summary>
    private Search Explore(PriceSearch start, Limits limits, long? known)
    {
        var tree = new Search(_model, _sweep, limits, _cancellation);
        if (_model.PersonCount > ManyPeople || !tree.Run(start.Prices, known, FirstBox, PivotsToTry))
        {
            var path = new CentralPath(_model, _sweep, limits);
            start.Run(RoundsToLearn, limits, _cancellation, path);
            tree = new Search(_model, _sweep, limits, _cancellation);
            tree.Run(path, start.Prices, known);
        }
        if (tree.Best is not null)
            Take(tree.Best);
        return tree;
    }

    /// <summary>The smallest regret that prices do not rule out, by halving.</summary>
    private (int Regret, PriceSearch Prices) FirstRegret(PriceSearch unlimited)
    {
        var (low, high, best) = (0, MostRegret, unlimited);
        while (low < high && !_cancellation.IsCancellationRequested)
        {
            var middle = (low + high) / 2;
            var search = new PriceSearch(_model, _sweep, unlimited.Prices);
            if (search.Refutes(RoundsPerRegret, new Limits(_emptyFloor, middle), _cancellation))
            {
                low = middle + 1;
                Claim(2, middle, [search.ToBranch(middle)]);
            }
            else
            {
                (high, best) = (middle, search);
            }
        }
        return (low, best);
    }

    /// <summary>Prices for a regret limit. They start from those without a limit: prices near a limit that cannot be kept have run away.</summary>
    private PriceSearch PricesFor(PriceSearch unlimited, int regret)
    {
        var search = new PriceSearch(_model, _sweep, unlimited.Prices);
        search.Run(RoundsPerRegret, new Limits(_emptyFloor, regret), _cancellation);
        return search;
    }

    /// <summary>The floor of empty slots came from counting; prices that show the same are for whoever wants to recount it.</summary>
    private void ProveFewerEmptyImpossible(PriceSearch search)
    {
        var fewer = Explore(search, new Limits(_emptyFloor - 1, MostRegret), null);
        if (fewer.IsInfeasible)
            _claims.Add(new PriceClaim(1, _emptyFloor - 1 + _model.ForcedEmpty, MostRegret, fewer.Branches));
    }

    /// <summary>Keeps the newest claim for an objective; later ones stand on higher floors.</summary>
    private void Claim(int objective, int regretLimit, IReadOnlyList<ProofBranch> branches)
    {
        _claims.RemoveAll(claim => claim.Objective >= objective);
        _claims.Add(new PriceClaim(objective, _emptyFloor + _model.ForcedEmpty, regretLimit, branches));
    }

    private void Take(int[] allocation)
    {
        var value = ValueOf(allocation);
        if (value >= _bestValue)
            return;
        (_best, _bestValue) = (allocation, value);
        Report(PlannerStage.SharingTheRest);
    }

    private void Report(PlannerStage stage) =>
        _report(new PlannerProgress(stage, TimeSpan.Zero, _best is null ? null : _bestValue));

    private Objective ValueOf(int[] allocation)
    {
        var (empty, worst, squares) = (0, 0, 0L);
        for (var person = 0; person < _model.PersonCount; person++)
        {
            var (regret, missing) = _model.People[person].Judge(_model.Facts, allocation);
            empty += missing;
            worst = Math.Max(worst, regret);
            squares += (long)_model.People[person].Weight * regret * regret;
        }
        return new Objective(empty, worst, squares);
    }

    public AllocationOutcome ToOutcome(TimeSpan elapsed)
    {
        Report(PlannerStage.Finishing);
        var facts = _model.Facts;
        var places = new List<Place>();
        var attendance = new int[_model.SessionCount];
        for (var person = 0; person < _model.PersonCount; person++)
        {
            for (var slot = 0; slot < _model.SlotCount; slot++)
            {
                if (facts.Busy[person][slot])
                    continue;
                var isFixed = facts.Fixed[person][slot] != ProblemFacts.None;
                var session = isFixed ? facts.Fixed[person][slot] : _best[(person * _model.SlotCount) + slot];
                if (session == ProblemFacts.None)
                {
                    places.Add(new Place(person, slot, null, null, IsFixed: false));
                    continue;
                }
                attendance[session]++;
                var rank = facts.Rank(person, facts.SessionWorkshop[session]);
                places.Add(new Place(person, slot, session, rank == ProblemFacts.None ? null : rank + 1, isFixed));
            }
        }
        // A floor that came from counting counts only once prices show it too.
        if (!_claims.Exists(claim => claim.Objective == 1 && claim.EmptyLimit >= _emptyFloor + _model.ForcedEmpty - 1))
            _emptyFloor = 0;
        var isEmptyMet = _bestValue.Empty == _emptyFloor + _model.ForcedEmpty;
        var isRegretMet = isEmptyMet && _bestValue.WorstRegret == _regretFloor;
        return new AllocationOutcome(_problem, places)
        {
            Regrets = [.. _model.People.Select(person => person.Judge(facts, _best).Regret)],
            Empty = new BoundedValue(_bestValue.Empty, _emptyFloor + _model.ForcedEmpty),
            WorstRegret = new BoundedValue(_bestValue.WorstRegret, isEmptyMet ? _regretFloor : 0),
            WeightedSquares = new BoundedValue(_bestValue.WeightedSquares, isRegretMet ? _squaresFloor : 0),
            NotRunning = [.. Enumerable.Range(0, attendance.Length).Where(session => attendance[session] == 0 && _model.Minimum[session] > 0)],
            Proof = new AllocationProof(_claims),
            Seed = _options.Seed,
            Version = AllocationPlanner.Version,
            Elapsed = elapsed,
        };
    }
}
