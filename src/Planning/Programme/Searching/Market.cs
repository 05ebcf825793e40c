namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// What everybody would choose in a programme at given prices for seats. For any prices that are not negative, what all the choices cost
/// less the price of all seats is a floor under every allocation in that programme (Lagrangian duality: Geoffrion 1974).
/// </summary>
internal sealed class Market
{
    private readonly Facts _facts;
    private readonly Choice _choice;
    private readonly double[] _wanted;
    private readonly double[] _unlistedWanted;
    private readonly double[] _step;
    private readonly double[] _best;
    private readonly int[][] _cheapestFirst;
    private readonly List<int> _concerned = [];
    private readonly bool[] _isConcerned;

    public Market(Facts facts, Scale scale)
    {
        _facts = facts;
        Scale = scale;
        _choice = new Choice(facts, scale);
        var count = facts.Workshops * facts.Slots;
        (Seats, Price) = (new int[count], new double[count]);
        (Runs, Offered) = (new uint[facts.Workshops], new uint[facts.Workshops]);
        (_wanted, _step, _best) = (new double[count], new double[count], new double[count]);
        Unlisted = new double[facts.Groups * facts.Slots];
        _unlistedWanted = new double[facts.Groups * facts.Slots];
        Value = new double[facts.People];
        _isConcerned = new bool[facts.People];
        Chosen = new int[facts.People * facts.Slots];
        _cheapestFirst = new int[facts.Slots][];
    }

    public Scale Scale { get; }

    /// <summary>By workshop and slot the seats; 0 where it does not run.</summary>
    public int[] Seats { get; }

    /// <summary>By workshop and slot the price of a seat; kept where it does not run.</summary>
    public double[] Price { get; }

    /// <summary>For each workshop the slots in which it runs, and so keeps its presenters busy.</summary>
    public uint[] Runs { get; }

    /// <summary>For each workshop the slots in which it has a seat.</summary>
    public uint[] Offered { get; }

    /// <summary>By group and slot the price of the cheapest seat.</summary>
    public double[] Unlisted { get; }

    /// <summary>For each person what they would choose costs, prices included.</summary>
    public double[] Value { get; }

    /// <summary>By person and slot what they would choose: see <see cref="Choice.Best"/>.</summary>
    public int[] Chosen { get; }

    /// <summary>The floor after the last sweep.</summary>
    public double Floor { get; private set; }

    /// <summary>Takes a programme; prices stay, a session that is new takes the mean of its workshop's others.</summary>
    /// <param name="seats">By workshop and slot the seats, <see cref="Facts.None"/> where it does not run.</param>
    public void Open(ReadOnlySpan<int> seats)
    {
        for (var workshop = 0; workshop < _facts.Workshops; workshop++)
        {
            var (before, sum, count) = (Offered[workshop], 0.0, 0);
            (Runs[workshop], Offered[workshop]) = (0, 0);
            for (var (slot, at) = (0, workshop * _facts.Slots); slot < _facts.Slots; slot++, at++)
            {
                Seats[at] = Math.Max(0, seats[at]);
                Runs[workshop] |= seats[at] >= 0 ? 1u << slot : 0;
                Offered[workshop] |= seats[at] > 0 ? 1u << slot : 0;
                if ((before >> slot & 1) != 0)
                    (sum, count) = (sum + Price[at], count + 1);
            }
            for (var (slot, at) = (0, workshop * _facts.Slots); slot < _facts.Slots && count > 0; slot++, at++)
            {
                if ((before >> slot & 1) == 0 && seats[at] > 0)
                    Price[at] = sum / count;
            }
        }
    }

    /// <summary>What a person would choose at present.</summary>
    public double ValueOf(int person)
    {
        _choice.Find(person, _facts.Free(person, Runs), Offered, Price, Unlisted);
        return _choice.Value;
    }

    /// <summary>Everybody chooses.</summary>
    public double Sweep()
    {
        SetUnlisted();
        var floor = 0.0;
        for (var person = 0; person < _facts.People; person++)
        {
            Value[person] = ValueOf(person);
            floor += Value[person];
            _choice.Best.CopyTo(Chosen, person * _facts.Slots);
        }
        for (var at = 0; at < Seats.Length; at++)
            floor -= Price[at] * Seats[at];
        return Floor = floor;
    }

    /// <summary>Makes dearer what too many want and cheaper what is left over (subgradient ascent with momentum), and keeps the best prices met.</summary>
    /// <param name="rounds">So many sweeps.</param>
    /// <param name="pace">How large the first steps are; 1 when nothing is known.</param>
    public void Tune(int rounds, double pace)
    {
        var (best, sinceBest) = (double.NegativeInfinity, 0);
        Array.Clear(_step);
        for (var round = 0; round < rounds; round++)
        {
            var floor = Sweep();
            CountWanted();
            if (floor > best)
            {
                Price.CopyTo(_best, 0);
                (best, sinceBest) = (floor, 0);
            }
            else if (++sinceBest >= 4)
            {
                _best.CopyTo(Price, 0);
                Array.Clear(_step);
                (pace, sinceBest) = (pace * 0.6, 0);
            }
            Move(pace);
        }
        _best.CopyTo(Price, 0);
        Sweep();
    }

    /// <summary>
    /// How much the floor would change at the present prices if the programme were another; the change stays until it is taken back.
    /// </summary>
    /// <param name="changes">The sessions that change.</param>
    public double Apply(ReadOnlySpan<Change> changes)
    {
        _concerned.Clear();
        var difference = 0.0;
        foreach (ref readonly var change in changes)
        {
            difference += (Price[change.At] * Seats[change.At]) - (change.Price * Math.Max(0, change.Seats));
            if (Set(change))
                Concern(change.At / _facts.Slots);
        }
        foreach (var person in _concerned)
        {
            difference += ValueOf(person) - Value[person];
            _isConcerned[person] = false;
        }
        return difference;
    }

    /// <summary>Sets sessions without looking at anybody's choice.</summary>
    public void Restore(ReadOnlySpan<Change> changes)
    {
        foreach (ref readonly var change in changes)
            Set(change);
    }

    /// <summary>A session's seats (<see cref="Facts.None"/> = it does not run) and price.</summary>
    internal readonly record struct Change(int At, int Seats, double Price);

    /// <summary>How a session is at present.</summary>
    public Change Present(int at) =>
        new(at, (Runs[at / _facts.Slots] >> at % _facts.Slots & 1) == 0 ? Facts.None : Seats[at], Price[at]);

    private bool Set(in Change change)
    {
        var (workshop, bit) = (change.At / _facts.Slots, 1u << change.At % _facts.Slots);
        var (runs, offered, price) = (Runs[workshop], Offered[workshop], Price[change.At]);
        Seats[change.At] = Math.Max(0, change.Seats);
        Price[change.At] = change.Price;
        Runs[workshop] = change.Seats >= 0 ? runs | bit : runs & ~bit;
        Offered[workshop] = change.Seats > 0 ? offered | bit : offered & ~bit;
        return runs != Runs[workshop] || offered != Offered[workshop] || (change.Seats > 0 && price != change.Price);
    }

    private void Concern(int workshop)
    {
        foreach (var person in _facts.Concerned[workshop])
        {
            if (_isConcerned[person])
                continue;
            _isConcerned[person] = true;
            _concerned.Add(person);
        }
    }

    /// <summary>The floor without what empty slots count beside their regret: under the squares of every allocation, empty slots or none.</summary>
    public double FloorOfSquares()
    {
        var withoutPenalty = new Choice(_facts, new Scale(_facts, emptyPrice: 0));
        var floor = 0.0;
        for (var person = 0; person < _facts.People; person++)
        {
            withoutPenalty.Find(person, _facts.Free(person, Runs), Offered, Price, Unlisted);
            floor += withoutPenalty.Value;
        }
        for (var at = 0; at < Seats.Length; at++)
            floor -= Price[at] * Seats[at];
        return floor;
    }

    /// <summary>Takes back what a sweep said.</summary>
    public void ResetFloor(double floor) => Floor = floor;

    private void SetUnlisted()
    {
        Array.Fill(Unlisted, double.PositiveInfinity);
        for (var workshop = 0; workshop < _facts.Workshops; workshop++)
        {
            for (var (slot, at) = (0, workshop * _facts.Slots); slot < _facts.Slots; slot++, at++)
            {
                if (Seats[at] == 0)
                    continue;
                for (var group = 0; group < _facts.Groups; group++)
                {
                    if (_facts.IsFor(group, workshop) && Price[at] < Unlisted[(group * _facts.Slots) + slot])
                        Unlisted[(group * _facts.Slots) + slot] = Price[at];
                }
            }
        }
    }

    private void CountWanted()
    {
        Array.Clear(_wanted);
        Array.Clear(_unlistedWanted);
        for (var (person, at) = (0, 0); person < _facts.People; person++)
        {
            for (var slot = 0; slot < _facts.Slots; slot++, at++)
            {
                if (Chosen[at] >= 0)
                    _wanted[(Chosen[at] * _facts.Slots) + slot]++;
                else if (Chosen[at] == Choice.Unlisted)
                    _unlistedWanted[(_facts.GroupOf[person] * _facts.Slots) + slot]++;
            }
        }
        for (var slot = 0; slot < _facts.Slots; slot++)
            SpreadUnlisted(slot);
    }

    /// <summary>Places off the list fill the cheapest sessions first; what finds no seat counts on top of the cheapest.</summary>
    private void SpreadUnlisted(int slot)
    {
        _cheapestFirst[slot] = [.. Enumerable.Range(0, _facts.Workshops).Where(workshop => (Offered[workshop] >> slot & 1) != 0)
            .OrderBy(workshop => Price[(workshop * _facts.Slots) + slot])];
        for (var group = 0; group < _facts.Groups; group++)
        {
            var left = _unlistedWanted[(group * _facts.Slots) + slot];
            var cheapest = Facts.None;
            foreach (var workshop in _cheapestFirst[slot])
            {
                if (left <= 0)
                    break;
                if (!_facts.IsFor(group, workshop))
                    continue;
                var at = (workshop * _facts.Slots) + slot;
                cheapest = cheapest == Facts.None ? at : cheapest;
                var take = Math.Clamp(Seats[at] - _wanted[at], 0, left);
                _wanted[at] += take;
                left -= take;
            }
            if (left > 0 && cheapest != Facts.None)
                _wanted[cheapest] += left;
        }
    }

    private void Move(double pace)
    {
        for (var at = 0; at < Seats.Length; at++)
        {
            if (Seats[at] == 0)
                continue;
            var excess = Math.Clamp((_wanted[at] - Seats[at]) / Seats[at], -1, 1);
            _step[at] = (0.8 * _step[at]) + (pace * excess * (1 + (0.1 * Price[at])));
            Price[at] = Math.Max(0, Price[at] + _step[at]);
        }
    }
}
