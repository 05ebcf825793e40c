namespace Guildhall.Planning.Allocation.Solving;

/// <summary>Everybody's best set at the same prices, found on several threads. The answer does not depend on how many.</summary>
internal sealed class Sweep
{
    private const int PeoplePerPiece = 512;
    private readonly Model _model;
    private readonly BestSet[] _searches;
    private readonly int[] _chosen;
    private readonly double[] _value;
    private readonly PersonOptions?[] _lastOptions;

    public Sweep(Model model, int threads)
    {
        _model = model;
        Threads = Math.Clamp(threads, 1, Math.Max(1, model.PersonCount / PeoplePerPiece));
        _searches = [.. Enumerable.Range(0, Threads).Select(_ => new BestSet(model))];
        _chosen = new int[model.PersonCount * model.SlotCount];
        _value = new double[model.PersonCount];
        People = [.. model.People];
        _lastOptions = new PersonOptions?[model.PersonCount];
        Prices = new PriceView(model);
    }

    /// <summary>How many threads are worth it.</summary>
    public int Threads { get; }

    /// <summary>The prices of the next run.</summary>
    public PriceView Prices { get; }

    /// <summary>Everybody's options; they may be replaced between runs.</summary>
    public PersonOptions[] People { get; }

    /// <summary>The sum of everybody's values in the last run.</summary>
    public double Total { get; private set; }

    /// <summary>A person's value in the last run.</summary>
    public double Value(int person) => _value[person];

    /// <summary>What a person chose for the i-th of their slots in the last run.</summary>
    public ref readonly Option Chosen(int person, int i) =>
        ref People[person].Options[_chosen[(person * _model.SlotCount) + i]];

    /// <summary>Positions in the person's options, one for each of their slots.</summary>
    public ReadOnlySpan<int> ChoiceOf(int person) => _chosen.AsSpan(person * _model.SlotCount, People[person].Slots.Length);

    /// <summary>Finds everybody's best set.</summary>
    /// <param name="regretLimit">The largest regret allowed.</param>
    /// <param name="countsRegret">Whether regret counts beside prices.</param>
    public void Run(int regretLimit, bool countsRegret = true)
    {
        foreach (var search in _searches)
            search.CountsRegret = countsRegret;
        if (Threads == 1)
            RunPart(_searches[0], 0, _model.PersonCount, regretLimit);
        else
            Parallel.For(0, Threads, part => RunPart(_searches[part], Begin(part), Begin(part + 1), regretLimit));
        var total = 0.0;
        foreach (var value in _value)
            total += value;
        Total = total;
    }

    /// <summary>The lower bound that the last run proves, tie-breaks included.</summary>
    /// <param name="sessionPrices">The prices of that run.</param>
    /// <param name="limits">Its limits.</param>
    public double BoundAt(ReadOnlySpan<double> sessionPrices, Limits limits)
    {
        var bound = Total - (Prices.EmptyPrice * limits.AvoidableEmpty);
        for (var session = 0; session < sessionPrices.Length; session++)
            bound -= sessionPrices[session] * _model.Seats[session];
        return bound;
    }

    private int Begin(int part) => (int)((long)_model.PersonCount * part / Threads);

    private void RunPart(BestSet search, int from, int to, int regretLimit)
    {
        for (var person = from; person < to; person++)
        {
            var options = People[person];
            var last = _lastOptions[person] == options ? ChoiceOf(person) : default;
            search.Find(options, Prices, regretLimit, last);
            _value[person] = search.Value;
            _lastOptions[person] = double.IsInfinity(search.Value) ? null : options;
            Array.Copy(search.Best, 0, _chosen, person * _model.SlotCount, options.Slots.Length);
        }
    }
}
