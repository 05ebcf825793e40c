using Guildhall.Bench.Days;
using static Guildhall.Bench.Compare.PlainDay;

namespace Guildhall.Bench.Compare.Baselines;

/// <summary>A sign-up sheet: which seats are still open, and who has which. Fixed places are on it from the start.</summary>
internal sealed class OpenPlaces
{
    private readonly PlainDay _day;
    private readonly int[] _taken;
    private readonly bool[] _closed;
    private readonly Dictionary<(int Session, string School), int> _ofSchool = [];

    public OpenPlaces(PlainDay day)
    {
        _day = day;
        _taken = new int[day.Seats.Length];
        _closed = new bool[day.Seats.Length];
        Places = [.. day.People.Select(_ => Enumerable.Repeat(None, day.Slots).ToArray())];
        foreach (var person in day.People)
        {
            foreach (var session in person.Fixed.Where(session => session != None))
                Take(person, session);
        }
    }

    /// <summary>For each person and slot the session taken, or <see cref="None"/>.</summary>
    public int[][] Places { get; }

    /// <summary>Whether a person may still take a session.</summary>
    public bool IsOpen(Attendee person, int session) =>
        !_closed[session] && _taken[session] < _day.Seats[session]
        && (_day.Problem.SchoolCap is not { } cap || person.School.Length == 0 || _ofSchool.GetValueOrDefault((session, person.School)) < cap)
        && !Array.Exists(Places[person.Index], other => other != None && _day.WorkshopOf[other] == _day.WorkshopOf[session]);

    /// <summary>Takes a seat.</summary>
    public void Take(Attendee person, int session) => Change(person, session, 1);

    /// <summary>
    /// The end of the sheet: who still has an empty slot gets any open session; sessions that did not reach their minimum are called off,
    /// and those who were in them are placed again.
    /// </summary>
    public int[][] FillTheRest(IReadOnlyList<Attendee> order, SplitMix64 chance)
    {
        while (true)
        {
            foreach (var person in order)
                FillTheRest(person, chance);
            var tooFew = Enumerable.Range(0, _taken.Length).Where(session => _taken[session] > 0 && _taken[session] < _day.MinimumOf(session)).ToList();
            if (tooFew.Count == 0)
                return Places;
            var least = tooFew.MinBy(session => _taken[session]);
            _closed[least] = true;
            foreach (var person in order.Where(person => Places[person.Index][_day.SlotOf[least]] == least))
                Change(person, least, -1);
        }
    }

    private void FillTheRest(Attendee person, SplitMix64 chance)
    {
        for (var slot = 0; slot < _day.Slots; slot++)
        {
            if (!person.Wants[slot] || Places[person.Index][slot] != None)
                continue;
            var open = person.Allowed[slot].Where(session => IsOpen(person, session)).ToList();
            if (open.Count > 0)
                Take(person, open[chance.Below(open.Count)]);
        }
    }

    private void Change(Attendee person, int session, int by)
    {
        _taken[session] += by;
        _ofSchool[(session, person.School)] = _ofSchool.GetValueOrDefault((session, person.School)) + by;
        Places[person.Index][_day.SlotOf[session]] = by > 0 ? session : None;
    }
}
