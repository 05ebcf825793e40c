namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// The set of places that is best for one person at given prices: (1 + carry) x what their regret counts, plus the price of the seats. Depth
/// first along the list of wishes, best first, with a bound on what the rest can cost; exact.
/// </summary>
internal sealed class Choice(Facts facts, Scale scale)
{
    /// <summary>A place in some workshop that is not on the list, left open which.</summary>
    public const int Unlisted = -2;

    /// <summary>A slot that is wanted but stays empty.</summary>
    public const int Empty = -3;

    private readonly int[] _chosen = new int[facts.Slots];
    private double[] _cheapestFrom = new double[8];
    private int[] _wishes = [];
    private int[] _costs = [];
    private uint[] _open = [];
    private double[] _price = [];
    private double[] _unlisted = [];
    private int _person;
    private int _group;
    private int _weight;
    private int _best;
    private uint _free;

    /// <summary>For each slot the workshop, <see cref="Unlisted"/>, <see cref="Empty"/>, or <see cref="Facts.None"/> where no place is wanted.</summary>
    public int[] Best { get; } = new int[facts.Slots];

    /// <summary>What the best set costs, prices included.</summary>
    public double Value { get; private set; }

    /// <summary>Finds the best set.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="free">The slots in which they want a place.</param>
    /// <param name="open">For each workshop the slots in which there is a seat.</param>
    /// <param name="price">By workshop and slot the price of a seat, 0 or more.</param>
    /// <param name="unlisted">By group and slot the price of a seat in the cheapest workshop; infinite where there is none.</param>
    public void Find(int person, uint free, uint[] open, double[] price, double[] unlisted)
    {
        (_person, _free, _open, _price, _unlisted) = (person, free, open, price, unlisted);
        (_wishes, _costs, _group, _weight) = (facts.Wishes[person], facts.Costs[person], facts.GroupOf[person], facts.Weight[person]);
        _best = facts.BestDay(person, Facts.Count(free));
        Value = double.PositiveInfinity;
        Array.Fill(_chosen, Facts.None);
        FindCheapest();
        Descend(0, free, 0, 0);
    }

    /// <summary>The least price of any seat that the person could take, from each wish on.</summary>
    private void FindCheapest()
    {
        if (_cheapestFrom.Length <= _wishes.Length)
            _cheapestFrom = new double[_wishes.Length * 2];
        var least = scale.EmptyPrice;
        for (var slot = 0; slot < facts.Slots; slot++)
        {
            if ((_free >> slot & 1) != 0)
                least = Math.Min(least, _unlisted[(_group * facts.Slots) + slot]);
        }
        _cheapestFrom[_wishes.Length] = least;
        for (var i = _wishes.Length - 1; i >= 0; i--)
        {
            var workshop = _wishes[i];
            for (var (slot, open) = (0, _open[workshop] & _free); open != 0; slot++, open >>= 1)
            {
                if ((open & 1) != 0)
                    least = Math.Min(least, _price[(workshop * facts.Slots) + slot]);
            }
            _cheapestFrom[i] = least;
        }
    }

    private void Descend(int rank, uint left, int cost, double price)
    {
        if (left == 0)
        {
            Finish(left, cost, price);
            return;
        }
        var count = Facts.Count(left);
        if (Square(cost + _costs[rank + count] - _costs[rank]) + price + (count * _cheapestFrom[rank]) >= Value)
            return;
        if (rank == _wishes.Length)
        {
            Finish(left, cost, price);
            return;
        }
        var workshop = _wishes[rank];
        var own = facts.CostOfWish(_person, rank);
        for (var (slot, open) = (0, _open[workshop] & left); open != 0; slot++, open >>= 1)
        {
            if ((open & 1) == 0)
                continue;
            _chosen[slot] = workshop;
            Descend(rank + 1, left & ~(1u << slot), cost + own, price + _price[(workshop * facts.Slots) + slot]);
        }
        Descend(rank + 1, left, cost, price);
    }

    private void Finish(uint left, int cost, double price)
    {
        for (var slot = 0; slot < facts.Slots; slot++)
        {
            if ((left >> slot & 1) == 0)
                continue;
            var unlisted = _unlisted[(_group * facts.Slots) + slot];
            var isEmpty = unlisted > scale.EmptyPrice;
            _chosen[slot] = isEmpty ? Empty : Unlisted;
            price += isEmpty ? scale.EmptyPrice : unlisted;
            cost += double.IsInfinity(unlisted) ? _wishes.Length + 1 : _wishes.Length;
        }
        var value = Square(cost) + price;
        if (value >= Value)
            return;
        Value = value;
        for (var slot = 0; slot < Best.Length; slot++)
            Best[slot] = (_free >> slot & 1) != 0 ? _chosen[slot] : Facts.None;
    }

    private double Square(int cost) => _weight * scale.Of(cost - _best);
}
