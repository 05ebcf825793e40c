namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// Finds good prices by trial: everybody takes their best set, what is wanted by too many gets dearer, what is left over gets
/// cheaper (subgradient ascent of the Lagrangian dual, with momentum). Good prices, not best ones: the path and the simplex start from them.
/// </summary>
internal sealed class PriceSearch(Model model, Sweep sweep, double[]? start = null)
{
    private readonly double[] _wanted = new double[model.SessionCount];
    private readonly double[] _unlistedWanted = new double[model.Classes.Count * model.SlotCount];
    private readonly double[] _prices = start is null ? new double[model.SessionCount] : [.. start];
    private readonly double[] _step = new double[model.SessionCount];
    private int[][]? _cheapestFirst;
    private double _pace = 1;
    private int _sinceBest;

    /// <summary>The best prices found.</summary>
    public double[] Prices { get; } = start is null ? new double[model.SessionCount] : [.. start];

    /// <summary>The lower bound that they prove.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    /// <summary>The whole number that the bound proves, tie-breaks left out; 0 at least.</summary>
    public long WholeBound => TieBreak.WholeFloor(Math.Clamp(Bound, 0, 1e15));

    /// <summary>Whether prices show that no allocation keeps the limits.</summary>
    public bool Refutes(int rounds, Limits limits, CancellationToken cancellation)
    {
        var mostSquares = model.MostSquares(limits.Regret) + 1.0;
        for (var (done, last) = (0, 0.0); Bound < mostSquares && !cancellation.IsCancellationRequested; done += 5)
        {
            // Where there is nothing to find, prices run away for ever: as long as they do, it pays to go on.
            if (done >= rounds && Bound <= Math.Max(0, last) * 1.03)
                break;
            last = Bound;
            Run(5, limits, cancellation);
        }
        return Bound >= mostSquares;
    }

    /// <summary>The best prices as a proof without cases.</summary>
    public ProofBranch ToBranch(int regretLimit) =>
        ProofBranches.Of(model, [], [.. Prices], [], [], EmptyPriceOf(regretLimit));

    /// <summary>Runs some rounds, each a sweep over all people; a path learns the sets that are met.</summary>
    public void Run(int rounds, Limits limits, CancellationToken cancellation, CentralPath? path = null)
    {
        var view = sweep.Prices;
        view.EmptyPrice = EmptyPriceOf(limits.Regret);
        for (var round = 0; round < rounds && !cancellation.IsCancellationRequested; round++)
        {
            view.SetSessions(_prices);
            view.SetUnlistedToCheapest();
            sweep.Run(limits.Regret);
            var bound = sweep.BoundAt(_prices, limits);
            if (double.IsInfinity(bound))
            {
                Bound = bound;
                return;
            }
            path?.Learn();
            CountWanted(view);
            if (bound > Bound)
            {
                Bound = bound;
                _prices.CopyTo(Prices, 0);
                _sinceBest = 0;
            }
            else if (++_sinceBest >= 4)
            {
                (_pace, _sinceBest) = (_pace * 0.7, 0);
                Prices.CopyTo(_prices, 0);
                Array.Clear(_step);
            }
            Move();
        }
    }

    /// <summary>An avoidable empty slot costs more than any regret can save.</summary>
    public static double EmptyPriceOf(int regret) => Math.Min(regret, 30.0) * 30;

    private void CountWanted(PriceView view)
    {
        Array.Clear(_wanted);
        Array.Clear(_unlistedWanted);
        for (var person = 0; person < model.PersonCount; person++)
        {
            var options = model.People[person];
            for (var i = 0; i < options.Slots.Length; i++)
            {
                var session = sweep.Chosen(person, i).Session;
                if (session >= 0)
                    _wanted[session]++;
                else if (session == Option.Unlisted)
                    _unlistedWanted[(model.Classes.OfPerson[person] * model.SlotCount) + options.Slots[i]]++;
            }
        }
        SpreadUnlisted(view);
    }

    /// <summary>Fills the cheapest sessions first; what finds no seat counts on top of the cheapest.</summary>
    private void SpreadUnlisted(PriceView view)
    {
        _cheapestFirst ??= [.. Enumerable.Range(0, model.SlotCount)
            .Select(slot => Enumerable.Range(model.FirstOfSlot(slot), model.FirstOfSlot(slot + 1) - model.FirstOfSlot(slot)).ToArray())];
        for (var slot = 0; slot < model.SlotCount; slot++)
            Array.Sort(_cheapestFirst[slot], (a, b) => _prices[a].CompareTo(_prices[b]) is var byPrice and not 0 ? byPrice : a.CompareTo(b));
        for (var personClass = 0; personClass < model.Classes.Count; personClass++)
        {
            for (var slot = 0; slot < model.SlotCount; slot++)
            {
                var left = _unlistedWanted[(personClass * model.SlotCount) + slot];
                foreach (var session in _cheapestFirst[slot])
                {
                    if (left <= 0)
                        break;
                    if (!model.Classes.IsFor(model.Facts, personClass, session))
                        continue;
                    var take = Math.Clamp(model.Seats[session] - _wanted[session], 0, left);
                    _wanted[session] += take;
                    left -= take;
                }
                if (left <= 0)
                    continue;
                var open = _cheapestFirst[slot].Where(session => model.Classes.IsFor(model.Facts, personClass, session)).ToList();
                foreach (var session in open)
                    _wanted[session] += left / open.Count;
            }
        }
    }

    private void Move()
    {
        for (var session = 0; session < _prices.Length; session++)
        {
            var seats = Math.Max(1, model.Seats[session]);
            var excess = Math.Clamp((_wanted[session] - model.Seats[session]) / seats, -1, 1);
            _step[session] = (0.8 * _step[session]) + (_pace * excess * (1 + (0.1 * _prices[session])));
            _prices[session] = Math.Max(0, _prices[session] + _step[session]);
        }
    }
}
