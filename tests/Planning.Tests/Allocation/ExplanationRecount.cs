using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>
/// Tells anew, by name, from the rows and the places alone, what stands in the way of a wish: a list of obstacles, each with what it takes;
/// sessions are struck out obstacle by obstacle until none is left.
/// </summary>
internal sealed class ExplanationRecount
{
    private readonly AllocationOutcome _outcome;
    private readonly AllocationProblem _problem;
    private readonly ILookup<int, Place> _sitting;
    private readonly ILookup<int, Place> _placesOf;
    private readonly ILookup<string, int> _sessionsOf;
    private readonly HashSet<(string Workshop, string Slot)> _withFixedPlace;
    private readonly HashSet<(string Person, string Slot)> _fixedIn;

    public ExplanationRecount(AllocationOutcome outcome)
    {
        (_outcome, _problem) = (outcome, outcome.Problem);
        _sitting = outcome.Places.Where(place => place.Session is not null).ToLookup(place => place.Session!.Value);
        _placesOf = outcome.Places.ToLookup(place => place.Person);
        _sessionsOf = Enumerable.Range(0, _problem.Sessions.Count).ToLookup(session => _problem.Sessions[session].Workshop);
        _withFixedPlace = [.. _problem.FixedPlaces.Select(place => (place.Workshop, place.Slot))];
        _fixedIn = [.. _problem.FixedPlaces.Select(place => (place.Person, place.Slot))];
    }

    private sealed record Obstacle(SessionReason Reason, WishResult Result, Func<int, bool> Stands);

    /// <summary>Everything that is not as told of everybody, in words.</summary>
    public IReadOnlyList<string> Faults(IReadOnlyList<PersonExplanation> told) =>
        told.Select(person => person.Person).SequenceEqual(Enumerable.Range(0, _problem.People.Count))
            ? [.. told.SelectMany(Faults)]
            : ["Not everybody is told of once."];

    /// <summary>Everything that is not as told of a person, in words.</summary>
    public IEnumerable<string> Faults(PersonExplanation told)
    {
        var person = _problem.People[told.Person];
        if (!told.Wishes.Select(wish => (wish.Choice, wish.Workshop)).SequenceEqual(person.Wishes.Select((name, i) => (i + 1, name))))
        {
            yield return $"{person.Id}: the wishes are not those of the list.";
            yield break;
        }
        var valid = person.Wishes.Distinct(StringComparer.Ordinal)
            .Where(name => !person.Presents.Contains(name) && _sessionsOf[name].Any(session => IsFor(session, person))).ToList();
        foreach (var wish in told.Wishes)
        {
            var isRepeated = person.Wishes.Take(wish.Choice - 1).Contains(wish.Workshop);
            var rank = isRepeated ? 0 : valid.IndexOf(wish.Workshop) + 1;
            var place = rank == 0 ? null : _placesOf[told.Person].SingleOrDefault(place => WorkshopOf(place) == wish.Workshop);
            var name = $"{person.Id}, choice {wish.Choice}";
            if ((wish.Rank ?? 0) != rank)
                yield return $"{name}: the rank is {rank}, not {wish.Rank}.";
            if (wish.Place != place)
                yield return $"{name}: the place is {place}, not {wish.Place}.";
            if (isRepeated || rank == 0 || place is not null)
            {
                var result = isRepeated ? WishResult.ListedTwice
                    : person.Presents.Contains(wish.Workshop) ? WishResult.YouPresentIt
                    : place is null ? WishResult.NotForYourGroup : WishResult.Met;
                if (wish.Result != result || wish.Sessions.Count > 0)
                    yield return $"{name}: it is {result}, not {wish.Result} for {wish.Sessions.Count} reasons.";
                continue;
            }
            foreach (var fault in Unmet(told.Person, wish, valid[..(rank - 1)]))
                yield return $"{name}: {fault}";
        }
    }

    private IEnumerable<string> Unmet(int person, WishExplanation told, List<string> betterWishes)
    {
        if (!told.Sessions.Select(session => session.Session).SequenceEqual(_sessionsOf[told.Workshop]))
            yield return "The sessions are not those of the workshop.";
        var obstacles = Obstacles(person, betterWishes);
        foreach (var session in told.Sessions)
        {
            var reason = obstacles.Find(obstacle => obstacle.Stands(session.Session))?.Reason ?? SessionReason.SeatLeftFree;
            if (session.Reason != reason)
                yield return $"{session} is {reason}.";
            if (session.Instead != PlaceIn(person, session.Session))
                yield return $"{session}: instead they have {PlaceIn(person, session.Session)}.";
            if (session.Holders != Holders(person, session.Session))
                yield return $"{session} is held by {Holders(person, session.Session)}.";
        }

        var left = _sessionsOf[told.Workshop].ToList();
        var last = obstacles.Find(obstacle => left.RemoveAll(session => obstacle.Stands(session)) > 0 && left.Count == 0);
        if (told.Result != (last?.Result ?? WishResult.SeatLeftFree))
            yield return $"It is {last?.Result ?? WishResult.SeatLeftFree}, not {told.Result}.";
    }

    private List<Obstacle> Obstacles(int index, List<string> betterWishes)
    {
        var person = _problem.People[index];
        return
        [
            new(SessionReason.NotForYourGroup, WishResult.NotForYourGroup, session => !IsFor(session, person)),
            new(SessionReason.NoSeats, WishResult.NoSeats, session => _problem.Sessions[session].Seats == 0),
            new(SessionReason.Away, WishResult.OnlyWhenYouAreBusy, session => person.Away.Contains(SlotOf(session))),
            new(SessionReason.Presenting, WishResult.OnlyWhenYouAreBusy,
                session => person.Presents.SelectMany(name => _sessionsOf[name]).Any(presented => SlotOf(presented) == SlotOf(session))),
            new(SessionReason.FixedPlace, WishResult.OnlyWhenYouAreBusy, session => _fixedIn.Contains((person.Id, SlotOf(session)))),
            new(SessionReason.DoesNotRun, WishResult.DoesNotRun, session => !_sitting[session].Any() && AsksForPeople(session)),
            new(SessionReason.HoldsBetterWish, WishResult.ClashWithBetterWish,
                session => PlaceIn(index, session) is { } place && betterWishes.Exists(name => name == WorkshopOf(place))),
            new(SessionReason.Full, WishResult.Full, session => _sitting[session].Count() == _problem.Sessions[session].Seats),
            new(SessionReason.SchoolCapReached, WishResult.SchoolCapReached,
                session => person.School.Length > 0
                    && _sitting[session].Count(place => SchoolOf(place) == person.School) == _problem.SchoolCap),
            new(SessionReason.NeededElsewhere, WishResult.NeededElsewhere,
                session => PlaceIn(index, session)?.Session is { } left && AsksForPeople(left)
                    && _sitting[left].Count() == _problem.Sessions[left].Minimum),
        ];
    }

    private SessionHolders Holders(int person, int session)
    {
        var school = _problem.People[person].School;
        var own = _sitting[session].Where(place => school.Length > 0 && SchoolOf(place) == school).ToList();
        return new SessionHolders(_sitting[session].Count(), WorstRegret(_sitting[session]), own.Count, WorstRegret(own));
    }

    private int? WorstRegret(IEnumerable<Place> places) => places.Max(place => (int?)_outcome.Regrets[place.Person]);

    /// <summary>Whether a session has a minimum that can close it: 2 or more, and no fixed place that makes it run in any case.</summary>
    private bool AsksForPeople(int session) =>
        _problem.Sessions[session].Minimum > 1 && !_withFixedPlace.Contains((_problem.Sessions[session].Workshop, SlotOf(session)));

    private bool IsFor(int session, Person person) =>
        _problem.Sessions[session].Groups.Count == 0 || _problem.Sessions[session].Groups.Contains(person.Group);

    private Place? PlaceIn(int person, int session) =>
        _placesOf[person].SingleOrDefault(place => _problem.Slots[place.Slot] == SlotOf(session));

    private string SlotOf(int session) => _problem.Sessions[session].Slot;

    private string SchoolOf(Place place) => _problem.People[place.Person].School;

    private string? WorkshopOf(Place place) => place.Session is { } session ? _problem.Sessions[session].Workshop : null;
}
