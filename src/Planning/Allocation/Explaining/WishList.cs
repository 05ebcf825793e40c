namespace Guildhall.Planning.Allocation.Explaining;

/// <summary>One person's list, each wish with what came of it.</summary>
internal sealed class WishList
{
    private readonly AllocationProblem _problem;
    private readonly ProblemFacts _facts;
    private readonly Attendance _attendance;
    private readonly int _index;
    private readonly Person _person;
    private readonly Place?[] _placeIn;

    public WishList(AllocationProblem problem, Attendance attendance, int person, IEnumerable<Place> places)
    {
        (_problem, _facts, _attendance, _index, _person) = (problem, problem.Facts, attendance, person, problem.People[person]);
        _placeIn = new Place?[_facts.SlotCount];
        foreach (var place in places)
            _placeIn[place.Slot] = place;
    }

    public IReadOnlyList<WishExplanation> Explain()
    {
        var wishes = new WishExplanation[_person.Wishes.Count];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < wishes.Length; i++)
            wishes[i] = Explain(i + 1, _person.Wishes[i], !seen.Add(_person.Wishes[i]));
        return wishes;
    }

    private WishExplanation Explain(int choice, string name, bool isRepeated)
    {
        var workshop = _facts.WorkshopIndex(name);
        var rank = _facts.Rank(_index, workshop);
        if (isRepeated)
            return new WishExplanation(choice, name, null, WishResult.ListedTwice, null, []);
        if (rank == ProblemFacts.None)
        {
            var result = _facts.Presents[_index].Contains(workshop) ? WishResult.YouPresentIt : WishResult.NotForYourGroup;
            return new WishExplanation(choice, name, null, result, null, []);
        }
        var place = Array.Find(_placeIn, place => place?.Session is { } session && _facts.SessionWorkshop[session] == workshop);
        if (place is not null)
            return new WishExplanation(choice, name, rank + 1, WishResult.Met, place, []);

        SessionExplanation[] sessions = [.. Enumerable.Range(0, _facts.SlotCount)
            .Select(slot => _facts.SessionAt(workshop, slot)).Where(session => session != ProblemFacts.None)
            .Select(session => new SessionExplanation(
                session, ReasonOf(session, rank + 1), _placeIn[_facts.SessionSlot[session]], _attendance.Holders(session, _index)))];
        return new WishExplanation(choice, name, rank + 1, ResultOf(sessions.Max(session => session.Reason)), null, sessions);
    }

    /// <summary>The first reason that holds; when none does, every rule would hold if the person moved there.</summary>
    private SessionReason ReasonOf(int session, int rank)
    {
        if (!_facts.IsFor(_facts.PersonGroup[_index], session))
            return SessionReason.NotForYourGroup;
        if (_problem.Sessions[session].Seats == 0)
            return SessionReason.NoSeats;
        if (_placeIn[_facts.SessionSlot[session]] is not { } place)
        {
            var isAway = _person.Away.Contains(_problem.Sessions[session].Slot, StringComparer.Ordinal);
            return isAway ? SessionReason.Away : SessionReason.Presenting;
        }
        if (place.IsFixed)
            return SessionReason.FixedPlace;
        if (_attendance.DoesNotRun(session))
            return SessionReason.DoesNotRun;
        if (place.Rank < rank)
            return SessionReason.HoldsBetterWish;
        if (_attendance.IsFull(session))
            return SessionReason.Full;
        if (_attendance.IsCapReached(session, _index))
            return SessionReason.SchoolCapReached;
        // The wish is met nowhere, so moving cannot make them attend a workshop twice: only what they leave can be in the way.
        return place.Session is { } left && _attendance.NeedsEverybody(left) ? SessionReason.NeededElsewhere : SessionReason.SeatLeftFree;
    }

    private static WishResult ResultOf(SessionReason closest) => closest switch
    {
        SessionReason.NotForYourGroup => WishResult.NotForYourGroup,
        SessionReason.NoSeats => WishResult.NoSeats,
        SessionReason.Away or SessionReason.Presenting or SessionReason.FixedPlace => WishResult.OnlyWhenYouAreBusy,
        SessionReason.DoesNotRun => WishResult.DoesNotRun,
        SessionReason.HoldsBetterWish => WishResult.ClashWithBetterWish,
        SessionReason.Full => WishResult.Full,
        SessionReason.SchoolCapReached => WishResult.SchoolCapReached,
        SessionReason.NeededElsewhere => WishResult.NeededElsewhere,
        _ => WishResult.SeatLeftFree,
    };
}
