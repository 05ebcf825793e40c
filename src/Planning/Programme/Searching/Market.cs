namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// What everybody would choose in a programme at given prices for seats. For any prices that are not negative, what all the choices cost
/// less the price of all seats is a floor under every allocation in that programme (Lagrangian duality: Geoffrion 1974).
/// </summary>
internal sealed partial class Market
{
    private const double LeastMargin = 0.2;
    private const double Momentum = 0.3;
    private const int RoundsToApply = 4;
    private readonly Facts _facts;
    private Choice _choice;
    private readonly double[] _wanted;
    private readonly double[] _unlistedWanted;
    private readonly double[] _step;
    private readonly double[] _best;
    private readonly List<(double Price, int Workshop)> _cheapestFirst = [];
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
    }

    public Scale Scale { get; private set; }

    /// <summary>Counts regrets in another way from now on.</summary>
    public void Rescale(Scale scale) => (Scale, _choice) = (scale, new Choice(_facts, scale));

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

    /// <summary>
    /// Changes the programme and says by how much the floor changes at least, when only the prices of what changed may follow. The change stays
    /// until it is taken back.
    /// </summary>
    /// <param name="changes">The sessions that change.</param>
    /// <param name="allowed">It is enough to know that the floor rises by more than this.</param>
    public double Apply(ReadOnlySpan<Change> changes, double allowed)
    {
        _concerned.Clear();
        var before = 0.0;
        foreach (ref readonly var change in changes)
        {
            before += Price[change.At] * Seats[change.At];
            if (Set(change))
                Concern(change.At / _facts.Slots);
        }
        var best = Difference(changes, before);
        for (var round = 0; round < RoundsToApply && best <= allowed && _concerned.Count > 0; round++)
        {
            if (!MoveOnly(changes, allowed + 1 - best))
                break;
            best = Math.Max(best, Difference(changes, before));
        }
        foreach (var person in _concerned)
            _isConcerned[person] = false;
        return best;
    }

    private double Difference(ReadOnlySpan<Change> changes, double before)
    {
        var difference = before;
        foreach (ref readonly var change in changes)
        {
            difference -= Price[change.At] * Seats[change.At];
            _wanted[change.At] = -Seats[change.At];
        }
        foreach (var person in _concerned)
        {
            difference += ValueOf(person) - Value[person];
            for (var slot = 0; slot < _facts.Slots; slot++)
            {
                if (_choice.Best[slot] >= 0)
                    _wanted[(_choice.Best[slot] * _facts.Slots) + slot]++;
            }
        }
        return difference;
    }

    /// <summary>A step of the prices of some sessions only.</summary>
    private bool MoveOnly(ReadOnlySpan<Change> changes, double distance)
    {
        var square = 0.0;
        foreach (ref readonly var change in changes)
        {
            if (Seats[change.At] > 0 && (_wanted[change.At] > 0 || Price[change.At] > 0))
                square += _wanted[change.At] * _wanted[change.At] * Weight(change.At);
        }
        if (square == 0)
            return false;
        foreach (ref readonly var change in changes)
        {
            if (Seats[change.At] > 0)
                Price[change.At] = Math.Max(0, Price[change.At] + (distance / square * _wanted[change.At] * Weight(change.At)));
        }
        return true;
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
}
