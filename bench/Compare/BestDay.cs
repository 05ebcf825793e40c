using static Guildhall.Bench.Compare.PlainDay;

namespace Guildhall.Bench.Compare;

/// <summary>
/// The best whole day of one person among open sessions: first as many slots filled as possible, then the least cost. With every session
/// that has a seat open it is the person's best alone. Tries everything that could be better; lists and slots are few.
/// </summary>
internal sealed class BestDay
{
    private readonly PlainDay _day;
    private readonly Attendee _person;
    private readonly Func<int, bool> _isOpen;
    private readonly (int Session, int Cost)[][] _listed;
    private readonly int[][] _unlisted;
    private readonly int[] _least;
    private readonly int[] _chosen;
    private int[]? _best;
    private int _bestCost;

    private BestDay(PlainDay day, Attendee person, Func<int, bool> isOpen)
    {
        (_day, _person, _isOpen) = (day, person, isOpen);
        _listed = [.. person.Allowed.Select((allowed, slot) => person.Fixed[slot] != None ? [] : allowed
            .Where(session => Array.IndexOf(person.List, day.WorkshopOf[session]) >= 0 && Open(session))
            .Select(session => (Session: session, Cost: person.Cost(day.WorkshopOf[session])))
            .OrderBy(option => option.Cost).ToArray())];
        _unlisted = [.. person.Allowed.Select((allowed, slot) => person.Fixed[slot] != None ? [] : allowed
            .Where(session => Array.IndexOf(person.List, day.WorkshopOf[session]) < 0 && Open(session)).ToArray())];
        _least = new int[day.Slots + 1];
        for (var slot = day.Slots - 1; slot >= 0; slot--)
            _least[slot] = _least[slot + 1] + LeastOf(slot);
        _chosen = [.. person.Fixed];
    }

    /// <summary>Finds the best day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="person">Whose.</param>
    /// <param name="isOpen">Whether a session may still be taken; fixed places stand anyhow.</param>
    /// <returns>For each slot the session or <see cref="None"/>, and the total cost.</returns>
    public static (int[] Sessions, int Cost) Find(PlainDay day, Attendee person, Func<int, bool> isOpen)
    {
        var search = new BestDay(day, person, isOpen);
        var hopeless = Enumerable.Range(0, day.Slots).Count(slot =>
            person.Wants[slot] && person.Fixed[slot] == None && search._listed[slot].Length + search._unlisted[slot].Length == 0);
        for (var empty = hopeless; search._best is null; empty++)
        {
            search._bestCost = int.MaxValue;
            search.Descend(0, empty, 0);
        }
        return (search._best, search._bestCost);
    }

    /// <summary>Whether a session is open to this person at all; a workshop in which they have a fixed place is not.</summary>
    private bool Open(int session) =>
        _isOpen(session) && !Array.Exists(_person.Fixed, other => other != None && _day.WorkshopOf[other] == _day.WorkshopOf[session]);

    private int LeastOf(int slot)
    {
        if (!_person.Wants[slot])
            return 0;
        if (_person.Fixed[slot] is not None and var place)
            return _person.Cost(_day.WorkshopOf[place]);
        return _listed[slot].Length > 0 ? _listed[slot][0].Cost : _person.List.Length;
    }

    private void Descend(int slot, int empty, int cost)
    {
        if (cost + _least[slot] >= _bestCost)
            return;
        if (slot == _day.Slots)
        {
            if (empty == 0)
                (_best, _bestCost) = ([.. _chosen], cost);
            return;
        }
        if (!_person.Wants[slot] || _person.Fixed[slot] != None)
        {
            Descend(slot + 1, empty, cost + LeastOf(slot));
            return;
        }
        foreach (var (session, own) in _listed[slot])
            Try(slot, session, empty, cost + own);
        DescendUnlisted(slot, empty, cost);
        if (empty > 0)
            Try(slot, None, empty - 1, cost + _person.List.Length + 1);
    }

    /// <summary>All unlisted sessions cost the same, and the other slots can take away at most one workshop each: as many as slots suffice.</summary>
    private void DescendUnlisted(int slot, int empty, int cost)
    {
        foreach (var session in _unlisted[slot].Take(_day.Slots))
            Try(slot, session, empty, cost + _person.List.Length);
    }

    private void Try(int slot, int session, int empty, int cost)
    {
        for (var before = 0; session != None && before < slot; before++)
        {
            if (_chosen[before] != None && _day.WorkshopOf[_chosen[before]] == _day.WorkshopOf[session])
                return;
        }
        _chosen[slot] = session;
        Descend(slot + 1, empty, cost);
        _chosen[slot] = None;
    }
}
