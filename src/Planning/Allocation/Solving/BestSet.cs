namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// Finds the set of places that is best for one person at given prices: the least of (1 + carry) x regret^2 + prices.
/// Depth-first over the slots with bounds on the rest; exact. One instance serves one thread.
/// </summary>
/// <remarks>
/// The square makes this other than a shortest path: what was spent so far matters to what follows. Two bounds keep the search
/// to a handful of nodes: the least cost of the slots left (<see cref="PersonOptions.LeastCostFrom"/>) with the least price of
/// each; and the tangent of the square at the regret of the set that was best last time, under which every slot can be judged
/// alone. At worst the number of nodes is exponential in the slots.
/// </remarks>
internal sealed class BestSet(Model model)
{
    private readonly int[] _chosen = new int[model.SlotCount];
    private readonly double[] _leastPriceFrom = new double[model.SlotCount + 1];
    private readonly double[] _leastKeyFrom = new double[model.SlotCount + 1];
    private double[] _price = [];
    private double[] _key = [];
    private int[] _order = [];
    private PersonOptions _person = null!;
    private int _largestCost;
    private double _weight;
    private double _slope;
    private double _keyOffset;

    /// <summary>The positions in <see cref="PersonOptions.Options"/> of the best set, one a slot.</summary>
    public int[] Best { get; } = new int[model.SlotCount];

    /// <summary>Its value: weighted square, tie-breaks and prices; infinite when no set is allowed.</summary>
    public double Value { get; private set; }

    /// <summary>Whether regret counts; without it the best set is the cheapest one by prices alone.</summary>
    public bool CountsRegret { get; set; } = true;

    /// <summary>Finds the best set.</summary>
    /// <param name="person">The options.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="regretLimit">The largest regret allowed.</param>
    /// <param name="last">The set that was best last time, or nothing; it only makes the search faster.</param>
    public void Find(PersonOptions person, PriceView prices, int regretLimit, ReadOnlySpan<int> last)
    {
        if (person.Slots.Length == 0)
        {
            Value = 0;
            return;
        }
        _person = person;
        _weight = CountsRegret ? person.Weight : 0;
        _largestCost = Math.Min(regretLimit, int.MaxValue / 2) + person.BestAlone - person.Fixed;
        var lastRegret = last.IsEmpty ? 0 : person.Fixed + CostOf(last) - person.BestAlone;
        _slope = _weight * Math.Max(1, 2 * lastRegret);
        _keyOffset = (_weight * lastRegret * lastRegret) - (_slope * (lastRegret + person.BestAlone - person.Fixed));
        if (_price.Length < person.Options.Length)
            (_price, _key, _order) = (new double[person.Options.Length * 2], new double[person.Options.Length * 2], new int[person.Options.Length * 2]);
        ReadPrices(prices);
        Value = double.PositiveInfinity;
        if (lastRegret <= regretLimit && !last.IsEmpty)
            StartFrom(last, lastRegret);
        Descend(0, 0, 0, 0);
        Value -= person.ForcedEmpty * prices.EmptyPrice;
    }

    private int CostOf(ReadOnlySpan<int> set)
    {
        var cost = 0;
        foreach (var option in set)
            cost += _person.Options[option].Cost;
        return cost;
    }

    private void StartFrom(ReadOnlySpan<int> set, int regret)
    {
        Value = _weight * regret * regret;
        for (var i = 0; i < set.Length; i++)
            Value += _price[set[i]];
        set.CopyTo(Best);
    }

    private void ReadPrices(PriceView prices)
    {
        var personClass = model.Classes.OfPerson[_person.Person];
        var sessions = prices.SessionsFor(personClass);
        var unlisted = prices.UnlistedFor(personClass);
        var options = _person.Options;
        _leastPriceFrom[_person.Slots.Length] = _leastKeyFrom[_person.Slots.Length] = 0;
        for (var i = _person.Slots.Length - 1; i >= 0; i--)
        {
            var (leastPrice, start) = (double.PositiveInfinity, _person.Start[i]);
            for (var j = start; j < _person.Start[i + 1]; j++)
            {
                ref readonly var option = ref options[j];
                var price = option.Session switch
                {
                    >= 0 => sessions[option.Session] + option.Tie,
                    Option.Unlisted => unlisted[_person.Slots[i]],
                    _ => prices.EmptyPrice,
                };
                _price[j] = price;
                leastPrice = Math.Min(leastPrice, price);
                var key = price + (_slope * option.Cost);
                _key[j] = key;
                var at = j;
                for (; at > start && _key[_order[at - 1]] > key; at--)
                    _order[at] = _order[at - 1];
                _order[at] = j;
            }
            _leastPriceFrom[i] = _leastPriceFrom[i + 1] + leastPrice;
            _leastKeyFrom[i] = _leastKeyFrom[i + 1] + (start < _person.Start[i + 1] ? _key[_order[start]] : double.PositiveInfinity);
        }
    }

    private void Descend(int i, int cost, double price, double key)
    {
        var person = _person;
        var leastCost = person.LeastCostFrom[i + 1];
        var leastPrice = _leastPriceFrom[i + 1];
        var leastKey = _leastKeyFrom[i + 1] + _keyOffset;
        for (var k = person.Start[i]; k < person.Start[i + 1]; k++)
        {
            var j = _order[k];
            var nextKey = key + _key[j];
            if (nextKey + leastKey >= Value)
                return;
            ref readonly var option = ref person.Options[j];
            var nextCost = cost + option.Cost;
            if (nextCost + leastCost > _largestCost)
                continue;
            var nextPrice = price + _price[j];
            double regret = nextCost + leastCost + person.Fixed - person.BestAlone;
            var bound = nextPrice + leastPrice + (regret > 0 ? _weight * regret * regret : 0);
            if (bound >= Value || IsTaken(option.Workshop, i))
                continue;
            _chosen[i] = j;
            if (i + 1 < person.Slots.Length)
            {
                Descend(i + 1, nextCost, nextPrice, nextKey);
                continue;
            }
            Value = bound;
            Array.Copy(_chosen, Best, i + 1);
        }
    }

    private bool IsTaken(int workshop, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (_person.Options[_chosen[i]].Workshop == workshop)
                return true;
        }
        return false;
    }
}
