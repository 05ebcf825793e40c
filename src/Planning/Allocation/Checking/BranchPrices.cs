namespace Guildhall.Planning.Allocation.Checking;

/// <summary>A branch's prices in fixed fractions, and what it assumes.</summary>
internal sealed class BranchPrices
{
    private readonly AllocationProblem _problem;
    private readonly long[] _seat;
    private readonly long[] _minimum;
    private readonly Dictionary<(string School, int Session), long> _cap;
    private readonly HashSet<int> _closed;
    private readonly HashSet<int> _running;
    private readonly ILookup<int, ProofAssumption> _ofPerson;

    public BranchPrices(AllocationProblem problem, ProofBranch branch, long one)
    {
        _problem = problem;
        _closed = [.. branch.Assumptions.Where(assumption => assumption is { Person: null, Holds: false }).Select(assumption => assumption.Session!.Value)];
        _running = [.. branch.Assumptions.Where(assumption => assumption is { Person: null, Holds: true }).Select(assumption => assumption.Session!.Value)];
        _ofPerson = branch.Assumptions.Where(assumption => assumption.Person is not null).ToLookup(assumption => assumption.Person!.Value);
        _seat = [.. branch.SeatPrices.Select((price, session) => _closed.Contains(session) ? 0 : Rounded(price))];
        _minimum = new long[_seat.Length];
        foreach (var (session, price) in branch.MinimumPrices.Where(pair => _running.Contains(pair.Key)))
            _minimum[session] = Rounded(price);
        _cap = branch.CapPrices.ToDictionary(pair => (pair.Key.School, pair.Key.Session), pair => Rounded(pair.Value));
        Empty = Rounded(branch.EmptyPrice);

        long Rounded(double price) => (long)(Math.Max(0, price) * one);
    }

    public long Empty { get; }

    /// <summary>What a seat costs somebody of a school; less where it helps a session to its minimum.</summary>
    public long Seat(string school, int session) => _seat[session] - _minimum[session] + _cap.GetValueOrDefault((school, session));

    /// <summary>Whether the branch lets a person spend a slot in a session (or, with none, without a place).</summary>
    public bool Allows(int person, int slot, int? session)
    {
        if (session is { } index && _closed.Contains(index))
            return false;
        return _ofPerson[person].Where(assumption => assumption.Slot == slot)
            .All(assumption => (assumption.Session == session) == assumption.Holds);
    }

    /// <summary>The price of everything that there is to share, less what the minimums bring.</summary>
    public Int128 OfAllSeats(int emptyLimit)
    {
        Int128 total = (Int128)Empty * emptyLimit;
        var places = _problem.FixedPlaces.CountBy(place => (place.Workshop, place.Slot)).ToDictionary();
        for (var session = 0; session < _seat.Length; session++)
        {
            var row = _problem.Sessions[session];
            var taken = places.GetValueOrDefault((row.Workshop, row.Slot));
            total += (Int128)_seat[session] * (row.Seats - taken);
            if (taken == 0)
                total -= (Int128)_minimum[session] * row.Minimum;
            else if (_minimum[session] > 0)
                throw new InvalidOperationException("A session with a fixed place has no minimum to price.");
        }
        var people = _problem.People.ToDictionary(person => person.Id, person => person.School, StringComparer.Ordinal);
        var bySchool = _problem.FixedPlaces.CountBy(place => (people[place.Person], place.Workshop, place.Slot)).ToDictionary();
        foreach (var ((school, session), price) in _cap)
        {
            var row = _problem.Sessions[session];
            total += (Int128)price * (_problem.SchoolCap!.Value - bySchool.GetValueOrDefault((school, row.Workshop, row.Slot)));
        }
        return total;
    }
}
