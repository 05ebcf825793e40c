namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// A floor under the weighted squares of every allocation in every programme that keeps the rules, within limits on empty slots and regret.
/// </summary>
/// <remarks>
/// <para>
/// Proof. Let a programme and an allocation x in it be given, with at most E empty slots and no regret above the limit. For any prices p(w) >= 0
/// of a seat in workshop w and e >= 0 of an empty slot:
/// </para>
/// <para>
/// squares(x) >= squares(x) + e (empty(x) - E) + sum over w of p(w) (taken(w) - seats(w)), because seats hold;
/// </para>
/// <para>
/// what a person adds to this, squares and prices of what they take, is at least the least over all sets of places that the rules leave them
/// alone, whatever runs where; presenters may in this choose in which slots they present, as often as they must and at most may (where slots are
/// many they are left out, for they add nothing below 0);
/// </para>
/// <para>
/// what the programme takes off, the price of its seats, is at most the best assignment of runs to slots and rooms, each workshop as often as it
/// must and at most may: a run that must be gets a bonus in the assignment, and the bonuses of all that must be are taken off again.
/// </para>
/// <para>
/// So the least of people - e E - the best assignment is a floor, whatever the prices (Lagrangian relaxation: Geoffrion 1974). Good ones are found
/// by subgradient steps. Presenters who clash, a workshop twice in one slot, pins, travel and smallest numbers are left aside: without a rule the
/// floor can only be lower.
/// </para>
/// </remarks>
internal sealed class JointBound
{
    private const int MostSlotsForPresenters = 6;
    private const int PatienceWithLevel = 10;
    private const double Momentum = 0.5;
    /// <summary>More than any run can bring.</summary>
    private const double Bonus = 1e6;

    /// <summary>What a seat is worth at least, so that rooms are given out even while they cost nothing.</summary>
    private const double LeastWorth = 1e-7;

    /// <summary>More than what is lost when everything is added up.</summary>
    private const double Rounding = 1e-4;

    private readonly Facts _facts;
    private readonly Choice _choice;
    private readonly BestRooms _rooms;
    private readonly int[] _workshopOf;
    private readonly bool[] _mustRun;
    private readonly double[] _price;
    private readonly double[] _bestPrice;
    private readonly double[] _bySlot;
    private readonly double[] _wanted;
    private readonly double[] _step;
    private readonly double[] _unlisted;
    private readonly double[] _worth;
    private readonly uint[][] _waysToPresent;
    private readonly double _emptyPrice;
    private readonly int _emptyLimit;
    private readonly Func<bool> _isOver;

    /// <param name="facts">The problem.</param>
    /// <param name="emptyLimit">The floor is for allocations with at most so many empty slots.</param>
    /// <param name="scale">What regrets and empty slots count.</param>
    /// <param name="isOver">Whether there is no more time.</param>
    public JointBound(Facts facts, int emptyLimit, Scale scale, Func<bool> isOver)
    {
        (_facts, _emptyLimit, _emptyPrice, _isOver) = (facts, emptyLimit, scale.EmptyPrice, isOver);
        _choice = new Choice(facts, scale);
        var runs = Enumerable.Range(0, facts.Workshops).SelectMany(workshop => Enumerable.Range(0, facts.MostRuns[workshop])
            .Select(number => (Workshop: workshop, Must: number < facts.FewestRuns[workshop]))).ToList();
        (_workshopOf, _mustRun) = ([.. runs.Select(run => run.Workshop)], [.. runs.Select(run => run.Must)]);
        _rooms = new BestRooms(facts.Slots * facts.Rooms, runs.Count);
        _worth = new double[facts.Slots * facts.Rooms * runs.Count];
        (_price, _bestPrice) = (new double[facts.Workshops], new double[facts.Workshops]);
        (_wanted, _step) = (new double[facts.Workshops], new double[facts.Workshops]);
        _bySlot = new double[facts.Workshops * facts.Slots];
        _unlisted = new double[facts.Groups * facts.Slots];
        _waysToPresent = [.. Enumerable.Range(0, facts.People).Select(WaysToPresent)];
    }

    /// <summary>The floor of the best prices met.</summary>
    public double Best { get; private set; } = double.NegativeInfinity;

    /// <summary>The least whole number that the floor leaves possible, 0 or more.</summary>
    public long Whole => (long)Math.Ceiling(Math.Clamp(Best - Rounding, 0, 1e15));

    /// <summary>Looks for good prices: steps towards a level above the best floor met, which comes nearer when nothing better is found.</summary>
    /// <param name="rounds">So many steps.</param>
    /// <param name="target">When the floor is above it, it is high enough.</param>
    public void Run(int rounds, double target)
    {
        var (margin, sinceBest, floor) = (0.0, 0, Evaluate());
        Keep(floor);
        for (var round = 0; round < rounds && Best <= target && !_isOver(); round++)
        {
            margin = round == 0 ? Math.Max(1, 0.3 * (target - Best)) : margin;
            Move(Best + margin - floor);
            floor = Evaluate();
            sinceBest = floor > Best + (0.05 * margin) ? 0 : sinceBest + 1;
            if (floor > Best)
                Keep(floor);
            if (sinceBest < PatienceWithLevel)
                continue;
            (margin, sinceBest) = (margin * 0.6, 0);
            _bestPrice.CopyTo(_price, 0);
            Array.Clear(_step);
            floor = Evaluate();
        }
    }

    private void Keep(double floor)
    {
        Best = floor;
        _price.CopyTo(_bestPrice, 0);
    }

    /// <summary>The floor at the present prices, and by how much more is wanted than given there.</summary>
    private double Evaluate()
    {
        Array.Clear(_wanted);
        for (var at = 0; at < _bySlot.Length; at++)
            _bySlot[at] = _price[at / _facts.Slots];
        SetUnlisted();
        var floor = -_emptyPrice * _emptyLimit;
        for (var person = 0; person < _facts.People; person++)
            floor += Least(person);
        return floor - MostForSeats();
    }

    private double Least(int person)
    {
        var free = _facts.AllSlots & ~_facts.Away[person];
        if (_facts.Presents[person].Length == 0)
            return Choose(person, free);
        var (least, best) = (double.PositiveInfinity, 0u);
        foreach (var presenting in _waysToPresent[person])
        {
            _choice.Find(person, free & ~presenting, _facts.MayRun, _bySlot, _unlisted);
            if (_choice.Value < least)
                (least, best) = (_choice.Value, presenting);
        }
        return double.IsInfinity(least) ? 0 : Choose(person, free & ~best);
    }

    private double Choose(int person, uint free)
    {
        _choice.Find(person, free, _facts.MayRun, _bySlot, _unlisted);
        foreach (var workshop in _choice.Best)
        {
            if (workshop >= 0)
                _wanted[workshop]++;
        }
        return _choice.Value;
    }

    /// <summary>The most that the seats of a programme can cost.</summary>
    private double MostForSeats()
    {
        var bonuses = 0.0;
        for (var run = 0; run < _mustRun.Length; run++)
            bonuses += _mustRun[run] ? Bonus : 0;
        for (var (cell, at) = (0, 0); cell < _facts.Slots * _facts.Rooms; cell++)
        {
            var (slot, room) = (cell / _facts.Rooms, cell % _facts.Rooms);
            for (var run = 0; run < _workshopOf.Length; run++, at++)
            {
                var workshop = _workshopOf[run];
                _worth[at] = !_facts.MayStand(workshop, slot, room) ? -1
                    : ((_price[workshop] + LeastWorth) * _facts.SeatsIn[(workshop * _facts.Rooms) + room]) + (_mustRun[run] ? Bonus : 0);
            }
        }
        var most = _rooms.Solve(_worth);
        for (var run = 0; run < _workshopOf.Length; run++)
        {
            if (_rooms.RoomOf[run] != Facts.None)
                _wanted[_workshopOf[run]] -= _facts.SeatsIn[(_workshopOf[run] * _facts.Rooms) + (_rooms.RoomOf[run] % _facts.Rooms)];
        }
        return most - bonuses;
    }

    private void SetUnlisted()
    {
        Array.Fill(_unlisted, double.PositiveInfinity);
        for (var workshop = 0; workshop < _facts.Workshops; workshop++)
        {
            for (var slot = 0; slot < _facts.Slots; slot++)
            {
                if ((_facts.MayRun[workshop] >> slot & 1) == 0)
                    continue;
                for (var group = 0; group < _facts.Groups; group++)
                {
                    if (_facts.IsFor(group, workshop))
                        _unlisted[(group * _facts.Slots) + slot] = Math.Min(_unlisted[(group * _facts.Slots) + slot], _price[workshop]);
                }
            }
        }
    }

    private void Move(double distance)
    {
        var square = 0.0;
        for (var workshop = 0; workshop < _facts.Workshops; workshop++)
        {
            if (_wanted[workshop] < 0 && _price[workshop] == 0)
                _wanted[workshop] = 0;
            square += _wanted[workshop] * _wanted[workshop];
        }
        if (square == 0)
            return;
        for (var workshop = 0; workshop < _facts.Workshops; workshop++)
        {
            _step[workshop] = (Momentum * _step[workshop]) + ((1 - Momentum) * distance / square * _wanted[workshop]);
            _price[workshop] = Math.Max(0, _price[workshop] + _step[workshop]);
        }
    }

    /// <summary>The sets of slots in which somebody may present, or none to look at where slots are too many.</summary>
    private uint[] WaysToPresent(int person)
    {
        var own = _facts.Presents[person];
        if (own.Length == 0 || _facts.Slots > MostSlotsForPresenters)
            return [];
        var may = own.Aggregate(0u, (mask, workshop) => mask | _facts.MayRun[workshop]);
        var (fewest, most) = (own.Sum(workshop => _facts.FewestRuns[workshop]), own.Sum(workshop => _facts.MostRuns[workshop]));
        return [.. Enumerable.Range(0, 1 << _facts.Slots).Select(mask => (uint)mask)
            .Where(mask => (mask & ~may) == 0 && Facts.Count(mask) >= fewest && Facts.Count(mask) <= most)];
    }
}
