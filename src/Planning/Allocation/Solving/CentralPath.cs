namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// Solves the linear program nearly, from inside: prices are kept off their limits by logarithms whose weight goes to zero, and each
/// step is Newton's (the logarithmic barrier method on the dual: Roos, Terlaky and Vial 1997). A person's own price follows from the
/// others, so that a step solves a system with a row for each session, however many people there are. Sets of places enter when they
/// are somebody's best at the present prices (after Gondzio, González-Brevis and Munari 2013).
/// </summary>
/// <remarks>
/// A step costs about people x sets known x slots², and sessions³ / 6 for the system. Twenty to fifty steps lead to the end, where nearly
/// everybody has nearly all of one set. School caps and minimums are not part of it; the simplex that follows adds them.
/// </remarks>
internal sealed class CentralPath
{
    private const double FirstWeight = 0.1;

    /// <summary>The last weight, in parts of the largest tie-break: so small that ties are broken.</summary>
    private const double LastWeightPerTie = 0.003;

    /// <summary>How far prices may still be off at the end, in parts of the last weight.</summary>
    private const double InaccuracyPerWeight = 12;

    /// <summary>How near to the path, in the norm of the curvature, one must be in order to go along it.</summary>
    private const double Near = 3;
    private const double VeryNear = 1;
    private const double ToTheWall = 0.9;
    private const int MostSteps = 200;
    private const int MostTries = 8;
    private const int PeoplePerPart = 1500;
    private const int MostParts = 4;
    private readonly Model _model;
    private readonly Sweep _sweep;
    private readonly RowLayout _layout;
    private readonly Limits _limits;
    private readonly KnownSets[] _sets;
    private readonly PathPart[] _parts;
    private readonly PriceBarrier _barrier;
    private readonly double[] _seats;
    private readonly double[] _gradient;
    private readonly double[] _gradientByWeight;
    private readonly double _lastWeight;
    private double[] _prices = [];
    private double[] _bestPrices = [];
    private double _weight = FirstWeight;

    public CentralPath(Model model, Sweep sweep, Limits limits)
    {
        (_model, _sweep, _limits, _layout) = (model, sweep, limits, new RowLayout(model));
        _barrier = new PriceBarrier(model, _layout);
        _sets = [.. model.People.Select(person => new KnownSets(person.Slots.Length))];
        var parts = Math.Clamp(model.PersonCount / PeoplePerPart, 1, MostParts);
        _parts = [.. Enumerable.Range(0, parts).Select(part => new PathPart(_layout.FirstCount, PeopleOf(part, parts)))];
        _seats = new double[_layout.FirstCount];
        for (var session = 0; session < model.SessionCount; session++)
            _seats[session] = model.Seats[session];
        _seats[_layout.EmptyRow] = limits.AvoidableEmpty + model.ForcedEmpty;
        (_gradient, _gradientByWeight) = (new double[_seats.Length], new double[_seats.Length]);
        _lastWeight = Math.Min(FirstWeight, model.Ties.Largest * LastWeightPerTie);
    }

    /// <summary>The price of each row of the layout at the end of the path.</summary>
    public ReadOnlySpan<double> Prices => _prices;

    /// <summary>How far the prices may be off.</summary>
    public double Inaccuracy => InaccuracyPerWeight * _weight;

    /// <summary>The best lower bound met, tie-breaks included.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    /// <summary>The columns known of a person, the one with the largest share first.</summary>
    public IEnumerable<Column> ColumnsOf(int person)
    {
        var (sets, options) = (_sets[person], _sweep.People[person]);
        foreach (var set in Enumerable.Range(0, sets.Count).OrderByDescending(sets.ShareOf))
        {
            var positions = sets.OptionsOf(set);
            var chosen = new Option[positions.Length];
            for (var i = 0; i < chosen.Length; i++)
                chosen[i] = options.Options[positions[i]];
            yield return _layout.ColumnOf(options, chosen);
        }
    }

    /// <summary>The prices of the best bound as a proof without cases.</summary>
    public ProofBranch ToBranch() =>
        ProofBranches.Of(_model, [], _bestPrices[.._model.SessionCount], [], [], _bestPrices[_layout.EmptyRow]);

    /// <summary>Takes the sets of the last sweep into account, which must have had the same limits.</summary>
    public void Learn()
    {
        Span<int> rows = stackalloc int[_model.SlotCount];
        for (var person = 0; person < _model.PersonCount; person++)
        {
            if (_sets[person].Knows(_sweep.ChoiceOf(person)))
                continue;
            var options = _sweep.People[person];
            var (cost, tie) = (options.Fixed, 0.0);
            for (var i = 0; i < options.Slots.Length; i++)
            {
                ref readonly var option = ref _sweep.Chosen(person, i);
                cost += option.Cost;
                tie += option.Tie;
                rows[i] = option.Session switch
                {
                    >= 0 => option.Session,
                    Option.Unlisted => _layout.UnlistedRow(_model.Classes.OfPerson[person], options.Slots[i]),
                    _ => _layout.EmptyRow,
                };
            }
            _sets[person].Learn(options.Square(cost - options.BestAlone) + tie, _sweep.ChoiceOf(person), rows[..options.Slots.Length]);
        }
    }

    /// <summary>Follows the path to its end, or until the bound reaches the cutoff or somebody has no set within the limits.</summary>
    /// <param name="sessionPrices">Prices to start near.</param>
    /// <param name="cutoff">The bound from which on more is of no use.</param>
    /// <param name="cancellation">Stops the run.</param>
    public void Run(double[] sessionPrices, double cutoff, CancellationToken cancellation)
    {
        _prices = _bestPrices = _barrier.StartNear(sessionPrices, PriceSearch.EmptyPriceOf(_limits.Regret));
        for (var step = 0; step < MostSteps && !cancellation.IsCancellationRequested; step++)
        {
            AskForBestSets();
            if (Bound >= cutoff)
                return;
            Share(_prices, _weight);
            var matrix = Curvature();
            var toThePath = Solve(matrix, _gradient);
            var gain = Product(toThePath, _gradient);
            var distance = Math.Sqrt(Math.Max(0, gain) / _weight);
            if (_weight > _lastWeight && distance < Near)
                GoAlong(toThePath, Solve(matrix, _gradientByWeight), distance < VeryNear ? 0.1 : 0.3);
            else if (distance < VeryNear)
                return;
            else
                GoNearer(toThePath, gain);
        }
    }

    private ArraySegment<KnownSets> PeopleOf(int part, int parts)
    {
        var (from, to) = (_sets.Length * part / parts, _sets.Length * (part + 1) / parts);
        return new ArraySegment<KnownSets>(_sets, from, to - from);
    }

    /// <summary>Lets everybody name their best set at the present prices; that also gives a bound.</summary>
    private void AskForBestSets()
    {
        var view = _sweep.Prices;
        var sessionPrices = _prices.AsSpan(0, _model.SessionCount);
        view.SetSessions(sessionPrices);
        view.SetUnlisted(_prices.AsSpan(_layout.UnlistedRows));
        view.EmptyPrice = _prices[_layout.EmptyRow];
        _sweep.Run(_limits.Regret);
        var bound = _sweep.BoundAt(sessionPrices, _limits);
        if (bound > Bound)
            (Bound, _bestPrices) = (bound, [.. _prices]);
        if (!double.IsInfinity(bound))
            Learn();
    }

    /// <summary>Shares everybody out and finds by how much each row is overfull at prices, and how that changes with the weight.</summary>
    private void Share(double[] prices, double weight)
    {
        ForEachPart(part => part.Share(prices, weight));
        Array.Clear(_gradientByWeight);
        _barrier.AddGradient(prices, _gradientByWeight);
        for (var row = 0; row < _gradient.Length; row++)
        {
            _gradient[row] = (weight * _gradientByWeight[row]) - _seats[row];
            foreach (var part in _parts)
            {
                _gradient[row] += part.Taken[row];
                _gradientByWeight[row] += part.TakenByWeight[row];
            }
        }
    }

    private SymmetricMatrix Curvature()
    {
        ForEachPart(part => part.Curve(_weight));
        var matrix = _parts[0].Curvature;
        foreach (var part in _parts.Skip(1))
            matrix.Add(part.Curvature);
        _barrier.AddCurvature(_prices, _weight, matrix);
        matrix.Factorise(_sweep.Threads);
        return matrix;
    }

    /// <summary>A step towards the path and at the same time along it, to a smaller weight.</summary>
    private void GoAlong(double[] toThePath, double[] byWeight, double factor)
    {
        var move = new double[toThePath.Length];
        while (true)
        {
            var change = (factor - 1) * _weight;
            for (var row = 0; row < move.Length; row++)
                move[row] = toThePath[row] + (change * byWeight[row]);
            var most = ToTheWall * _barrier.StepToTheWall(_prices, move);
            if (most >= 1 || factor > ToTheWall)
            {
                most = Math.Min(1, most);
                for (var row = 0; row < move.Length; row++)
                    _prices[row] += most * move[row];
                _weight += most * change;
                return;
            }
            factor = Math.Sqrt(factor);
        }
    }

    /// <summary>A step towards the path; shortened where it would lead beyond.</summary>
    private void GoNearer(double[] move, double gain)
    {
        var prices = new double[move.Length];
        var step = Math.Min(1, ToTheWall * _barrier.StepToTheWall(_prices, move));
        for (var tries = 0; tries < MostTries; tries++)
        {
            for (var row = 0; row < move.Length; row++)
                prices[row] = _prices[row] + (step * move[row]);
            Share(prices, _weight);
            var gainThere = Product(move, _gradient);
            if (gainThere > -0.5 * gain)
                break;
            step *= Math.Max(0.1, gain / (gain - gainThere));
        }
        _prices = prices;
    }

    private void ForEachPart(Action<PathPart> run)
    {
        if (_sweep.Threads == 1 || _parts.Length == 1)
            Array.ForEach(_parts, run);
        else
            Parallel.ForEach(_parts, new ParallelOptions { MaxDegreeOfParallelism = _sweep.Threads }, run);
    }

    private static double[] Solve(SymmetricMatrix matrix, double[] right)
    {
        double[] solution = [.. right];
        matrix.Solve(solution);
        return solution;
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
