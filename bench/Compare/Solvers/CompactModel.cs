using System.Globalization;
using static Guildhall.Bench.Compare.PlainDay;

namespace Guildhall.Bench.Compare.Solvers;

/// <summary>
/// The day as an integer program, for general solvers. x = a person in a session; e = an empty slot. Sessions that are not on a
/// person's list are either x too (<em>full</em>), or, for a fifth of the variables, u = "filled with something unlisted" and
/// y = seats of a session given to the fill-ups of those who may attend the same sessions (<em>compact</em>). Compact leaves out that
/// whoever fills a slot must not meet a workshop twice, which nearly always can be arranged afterwards: its values are floors.
/// </summary>
internal sealed class CompactModel
{
    private readonly PlainDay _day;
    private readonly bool _full;
    private readonly IReadOnlyList<int> _bestAlone;
    private readonly LpText _lp = new();
    private readonly List<(long Factor, string Variable)>[] _inSession;
    private readonly List<(long Factor, string Variable)>[] _cost;
    private readonly Dictionary<(int Session, string School), List<(long Factor, string Variable)>> _ofSchool = [];
    private readonly Dictionary<(string Sessions, int Slot), List<(long Factor, string Variable)>> _fillUps = [];
    private readonly List<(long Factor, string Variable)> _empty = [];

    private CompactModel(PlainDay day, IReadOnlyList<int> bestAlone, bool full)
    {
        (_day, _bestAlone, _full) = (day, bestAlone, full);
        _inSession = [.. day.Seats.Select(_ => new List<(long, string)>())];
        _cost = [.. day.People.Select(_ => new List<(long, string)>())];
        foreach (var person in day.People)
            AddPerson(person);
        AddFillUps();
        AddSeats();
        foreach (var ((session, school), terms) in _ofSchool)
            _lp.Row(terms, "<=", day.Problem.SchoolCap!.Value - FixedIn(session, school));
    }

    /// <summary>Stage 1: the fewest empty slots.</summary>
    public static string FewestEmpty(PlainDay day, IReadOnlyList<int> bestAlone, bool full)
    {
        var model = new CompactModel(day, bestAlone, full);
        model._lp.Objective.AddRange(model._empty);
        return model._lp.ToString();
    }

    /// <summary>Stage 2: the smallest worst regret with so many empty slots.</summary>
    public static string SmallestWorst(PlainDay day, IReadOnlyList<int> bestAlone, bool full, long empty)
    {
        var model = new CompactModel(day, bestAlone, full);
        model._lp.Row(model._empty, "<=", empty);
        model._lp.Variable("worst", 1_000);
        model._lp.Objective.Add((1, "worst"));
        foreach (var person in day.People)
            model._lp.Row([.. model._cost[person.Index], (-1, "worst")], "<=", model.Spare(person));
        return model._lp.ToString();
    }

    /// <summary>
    /// Stage 3: the smallest weighted squares with so many empty slots and no larger regret. A regret of k is k steps of which the n-th
    /// costs 2n - 1 = n^2 - (n-1)^2; as later steps cost more, they need not be whole numbers.
    /// </summary>
    public static string SmallestSquares(PlainDay day, IReadOnlyList<int> bestAlone, bool full, long empty, long worst)
    {
        var model = new CompactModel(day, bestAlone, full);
        model._lp.Row(model._empty, "<=", empty);
        foreach (var person in day.People)
        {
            if (model._cost[person.Index].Count == 0)
                continue;
            var steps = new List<(long, string)>();
            for (var step = 1; step <= worst; step++)
            {
                var name = Name("z", person.Index, step);
                model._lp.Variable(name, isInteger: false);
                model._lp.Objective.Add(((2 * step - 1) * person.Weight, name));
                steps.Add((-1, name));
            }
            model._lp.Row([.. model._cost[person.Index], .. steps], "<=", model.Spare(person));
        }
        return model._lp.ToString();
    }

    /// <summary>What a person's free slots may cost for regret 0.</summary>
    private int Spare(Attendee person) =>
        _bestAlone[person.Index] - person.Fixed.Where(session => session != None).Sum(session => person.Cost(_day.WorkshopOf[session]));

    private void AddPerson(Attendee person)
    {
        var ofWorkshop = new Dictionary<int, List<(long, string)>>();
        var held = person.Fixed.Where(session => session != None).Select(session => _day.WorkshopOf[session]).ToHashSet();
        for (var slot = 0; slot < _day.Slots; slot++)
        {
            if (!person.Wants[slot] || person.Fixed[slot] != None)
                continue;
            var inSlot = new List<(long, string)>();
            foreach (var session in person.Allowed[slot].Where(session => _day.Seats[session] > 0 && !held.Contains(_day.WorkshopOf[session])))
            {
                var workshop = _day.WorkshopOf[session];
                if (!_full && Array.IndexOf(person.List, workshop) < 0)
                    continue;
                var name = Name("x", person.Index, session);
                Choice(person, inSlot, name, person.Cost(workshop));
                _inSession[session].Add((1, name));
                (ofWorkshop.TryGetValue(workshop, out var runs) ? runs : ofWorkshop[workshop] = []).Add((1, name));
                if (_day.Problem.SchoolCap is not null && person.School.Length > 0)
                    (_ofSchool.TryGetValue((session, person.School), out var mates) ? mates : _ofSchool[(session, person.School)] = []).Add((1, name));
            }
            if (!_full)
            {
                var fill = Name("u", person.Index, slot);
                Choice(person, inSlot, fill, person.List.Length);
                var key = (string.Join(' ', person.Allowed[slot]), slot);
                (_fillUps.TryGetValue(key, out var all) ? all : _fillUps[key] = []).Add((-1, fill));
            }
            var empty = Name("e", person.Index, slot);
            Choice(person, inSlot, empty, person.List.Length + 1);
            _empty.Add((1, empty));
            _lp.Row(inSlot, "=", 1);
        }
        foreach (var runs in ofWorkshop.Values.Where(runs => runs.Count > 1))
            _lp.Row(runs, "<=", 1);
    }

    private void Choice(Attendee person, List<(long, string)> inSlot, string name, int cost)
    {
        _lp.Variable(name);
        inSlot.Add((1, name));
        if (cost > 0)
            _cost[person.Index].Add((cost, name));
    }

    private void AddFillUps()
    {
        var number = 0;
        foreach (var ((sessions, _), fills) in _fillUps)
        {
            number++;
            var given = new List<(long, string)>();
            foreach (var session in sessions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
            {
                var name = Name("y", number, session);
                _lp.Variable(name, fills.Count);
                given.Add((1, name));
                _inSession[session].Add((1, name));
            }
            _lp.Row([.. fills, .. given], "=", 0);
        }
    }

    private void AddSeats()
    {
        for (var session = 0; session < _inSession.Length; session++)
        {
            var free = _day.Seats[session] - _day.People.Count(person => person.Fixed[_day.SlotOf[session]] == session);
            if (_day.MinimumOf(session) is not (> 0 and var minimum))
            {
                _lp.Row(_inSession[session], "<=", free);
                continue;
            }
            var runs = Name("runs", session, 0);
            _lp.Variable(runs, minimum > _day.Seats[session] ? 0 : 1);
            _lp.Row([.. _inSession[session], (-free, runs)], "<=", 0);
            _lp.Row([.. _inSession[session], (-minimum, runs)], ">=", 0);
        }
    }

    private int FixedIn(int session, string school) =>
        _day.People.Count(person => person.Fixed[_day.SlotOf[session]] == session && string.Equals(person.School, school, StringComparison.Ordinal));

    private static string Name(string kind, int first, int second) => string.Create(CultureInfo.InvariantCulture, $"{kind}{first}_{second}");
}
