using Guildhall.Planning.Allocation;
using Guildhall.Planning.Allocation.Solving;

namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// An allocation that keeps every rule, found quickly: in an order of chance each takes what is best at the market's prices and still open;
/// then people whose regret counts most are moved, to open seats or by sending one other person elsewhere, for as long as that helps.
/// </summary>
internal sealed partial class Seating
{
    private const int MostRounds = 4;

    /// <summary>So many people are asked to go elsewhere, so that the time has an end; those whose regret counts most have been helped by then.</summary>
    private const int MostAsked = 40_000;
    private readonly Facts _facts;
    private readonly int[] _smallest;
    private readonly Choice _choice;
    private readonly double[] _nothing;
    private readonly double[] _openUnlisted;
    private readonly int[] _left;
    private readonly uint[] _open;
    private readonly uint[] _runs;
    private readonly uint[] _mayOpen;
    private readonly int[] _place;
    private readonly int[] _order;
    private readonly List<int>[] _sitting;
    private int _asked;

    public Seating(Facts facts, IReadOnlyList<int> smallest, ulong seed)
    {
        _facts = facts;
        _smallest = [.. smallest];
        _choice = new Choice(facts, new Scale(facts, emptyPrice: 1e6));
        var count = facts.Workshops * facts.Slots;
        (_nothing, _left, _sitting) = (new double[count], new int[count], new List<int>[count]);
        for (var at = 0; at < count; at++)
            _sitting[at] = [];
        (_open, _runs, _mayOpen) = (new uint[facts.Workshops], new uint[facts.Workshops], new uint[facts.Workshops]);
        _openUnlisted = new double[facts.Groups * facts.Slots];
        _place = new int[facts.People * facts.Slots];
        _order = [.. Enumerable.Range(0, facts.People).OrderBy(person => TieBreak.Mix(seed ^ TieBreak.Mix((ulong)person + 1))).ThenBy(person => person)];
    }

    /// <summary>By person and slot the workshop; <see cref="Facts.None"/> = no place, wanted or not.</summary>
    public ReadOnlySpan<int> Places => _place;

    /// <summary>How many sit in a workshop in a slot.</summary>
    public int Attendance(int workshop, int slot) => _sitting[(workshop * _facts.Slots) + slot].Count;

    /// <summary>Seats everybody.</summary>
    /// <param name="market">Programme and prices.</param>
    /// <param name="rounds">How often everybody with a regret is looked at again.</param>
    /// <returns>What was reached: never better than the best allocation.</returns>
    public Objective Run(Market market, int rounds = MostRounds)
    {
        _asked = 0;
        market.Runs.CopyTo(_runs, 0);
        market.Offered.CopyTo(_mayOpen, 0);
        while (true)
        {
            Start(market);
            foreach (var person in _order)
                SeatBest(person, market.Price);
            for (var round = 0; round < rounds && Improve(); round++)
            {
            }
            if (!CloseEmptiest())
                return Value();
        }
    }

    private void Start(Market market)
    {
        market.Seats.CopyTo(_left, 0);
        _mayOpen.CopyTo(_open, 0);
        Array.Fill(_place, Facts.None);
        foreach (var sitting in _sitting)
            sitting.Clear();
        for (var slot = 0; slot < _facts.Slots; slot++)
            SetUnlisted(slot);
    }

    private uint FreeOf(int person) => _facts.Free(person, _runs);

    private void SeatBest(int person, double[] price)
    {
        _choice.Find(person, FreeOf(person), _open, price, _openUnlisted);
        Take(person, _choice.Best);
    }

    private void Take(int person, ReadOnlySpan<int> set)
    {
        for (var slot = 0; slot < set.Length; slot++)
        {
            if (set[slot] >= 0)
                Sit(person, set[slot], slot);
        }
        for (var slot = 0; slot < set.Length; slot++)
        {
            if (set[slot] is Choice.Unlisted or Choice.Empty && AnyUnlisted(person, slot) is var workshop and not Facts.None)
                Sit(person, workshop, slot);
        }
    }

    /// <summary>The workshop off a person's list with the most seats left in a slot.</summary>
    private int AnyUnlisted(int person, int slot)
    {
        var (best, most) = (Facts.None, 0);
        for (var workshop = 0; workshop < _facts.Workshops; workshop++)
        {
            if ((_open[workshop] >> slot & 1) == 0 || _left[(workshop * _facts.Slots) + slot] <= most || !_facts.IsFor(_facts.GroupOf[person], workshop)
                || _facts.Wishes[person].AsSpan().Contains(workshop) || _facts.Presents[person].AsSpan().Contains(workshop)
                || _place.AsSpan(person * _facts.Slots, _facts.Slots).Contains(workshop))
                continue;
            (best, most) = (workshop, _left[(workshop * _facts.Slots) + slot]);
        }
        return best;
    }

    private void Sit(int person, int workshop, int slot)
    {
        var at = (workshop * _facts.Slots) + slot;
        _place[(person * _facts.Slots) + slot] = workshop;
        _sitting[at].Add(person);
        if (--_left[at] > 0)
            return;
        _open[workshop] &= ~(1u << slot);
        SetUnlisted(slot);
    }

    private void Rise(int person)
    {
        for (var (slot, place) = (0, person * _facts.Slots); slot < _facts.Slots; slot++, place++)
        {
            var workshop = _place[place];
            if (workshop == Facts.None)
                continue;
            var at = (workshop * _facts.Slots) + slot;
            _place[place] = Facts.None;
            _sitting[at].Remove(person);
            if (_left[at]++ > 0)
                continue;
            _open[workshop] |= 1u << slot;
            SetUnlisted(slot);
        }
    }

    private void SetUnlisted(int slot)
    {
        for (var group = 0; group < _facts.Groups; group++)
        {
            var isOpen = false;
            for (var workshop = 0; workshop < _facts.Workshops && !isOpen; workshop++)
                isOpen = (_open[workshop] >> slot & 1) != 0 && _facts.IsFor(group, workshop);
            _openUnlisted[(group * _facts.Slots) + slot] = isOpen ? 0 : double.PositiveInfinity;
        }
    }

    private (int Regret, int Empty) Judge(int person)
    {
        var (free, cost, empty) = (FreeOf(person), 0, 0);
        for (var slot = 0; slot < _facts.Slots; slot++)
        {
            if ((free >> slot & 1) == 0)
                continue;
            var workshop = _place[(person * _facts.Slots) + slot];
            cost += _facts.CostOf(person, workshop);
            empty += workshop == Facts.None ? 1 : 0;
        }
        return (cost - _facts.BestDay(person, Facts.Count(free)), empty);
    }

    private double Pain(int person)
    {
        var (regret, empty) = Judge(person);
        return ((double)_facts.Weight[person] * regret * regret) + (empty * 1e6);
    }

    /// <summary>Takes the session out that is furthest below its smallest number, if there is one.</summary>
    private bool CloseEmptiest()
    {
        var (worst, least) = (Facts.None, 1.0);
        for (var at = 0; at < _left.Length; at++)
        {
            var (workshop, slot) = (at / _facts.Slots, at % _facts.Slots);
            if (_smallest[workshop] <= 1 || (_mayOpen[workshop] >> slot & 1) == 0 || _sitting[at].Count >= _smallest[workshop])
                continue;
            if ((double)_sitting[at].Count / _smallest[workshop] is var share && share < least)
                (worst, least) = (at, share);
        }
        if (worst == Facts.None)
            return false;
        _mayOpen[worst / _facts.Slots] &= ~(1u << worst % _facts.Slots);
        return true;
    }

    /// <summary>For each person the regret.</summary>
    public int[] Regrets() => [.. Enumerable.Range(0, _facts.People).Select(person => Judge(person).Regret)];

    private Objective Value()
    {
        var (empty, worst, squares) = (0, 0, 0L);
        for (var person = 0; person < _facts.People; person++)
        {
            var (regret, missing) = Judge(person);
            empty += missing;
            worst = Math.Max(worst, regret);
            squares += (long)_facts.Weight[person] * regret * regret;
        }
        return new Objective(empty, worst, squares);
    }
}
