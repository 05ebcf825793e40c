using Guildhall.Planning.Allocation.Explaining;

namespace Guildhall.Planning.Allocation;

/// <summary>
/// What came of every wish and why, as data: for the person who asks "why not me?". It says what stands in the way in this very
/// allocation, and nothing of what another allocation could have been.
/// </summary>
/// <remarks>Safe for use by many threads. Indexes are those of the lists of <see cref="AllocationOutcome.Problem"/>.</remarks>
public sealed class AllocationExplanation
{
    private readonly Attendance _attendance;
    private readonly int[] _firstPlace;

    private AllocationExplanation(AllocationOutcome outcome)
    {
        Outcome = outcome;
        _attendance = new Attendance(outcome);
        _firstPlace = new int[outcome.Problem.People.Count + 1];
        foreach (var place in outcome.Places)
            _firstPlace[place.Person + 1]++;
        for (var person = 0; person < outcome.Problem.People.Count; person++)
            _firstPlace[person + 1] += _firstPlace[person];
    }

    /// <summary>The outcome that is explained.</summary>
    public AllocationOutcome Outcome { get; }

    /// <summary>Everybody, in the order of <see cref="AllocationProblem.People"/>; each is explained when reached, none is kept.</summary>
    public IEnumerable<PersonExplanation> People => Enumerable.Range(0, Outcome.Problem.People.Count).Select(ForPerson);

    /// <summary>Counts who sits where. O(places + sessions).</summary>
    /// <param name="outcome">The outcome, proven optimal or not.</param>
    /// <returns>The explanation, from which people are read one by one.</returns>
    public static AllocationExplanation Of(AllocationOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new AllocationExplanation(outcome);
    }

    /// <summary>Explains one person's wishes. O(wishes x (wishes + slots)).</summary>
    /// <param name="person">Index in <see cref="AllocationProblem.People"/>.</param>
    /// <returns>What came of each wish.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public PersonExplanation ForPerson(int person)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(person);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(person, Outcome.Problem.People.Count);
        var (first, count) = (_firstPlace[person], _firstPlace[person + 1] - _firstPlace[person]);
        var places = Enumerable.Range(first, count).Select(index => Outcome.Places[index]);
        return new PersonExplanation(person, new WishList(Outcome.Problem, _attendance, person, places).Explain());
    }
}

/// <summary>What came of a person's wishes.</summary>
/// <param name="Person">Index in <see cref="AllocationProblem.People"/>.</param>
/// <param name="Wishes">Every wish of <see cref="Person.Wishes"/> in its order, dropped ones too.</param>
public sealed record PersonExplanation(int Person, IReadOnlyList<WishExplanation> Wishes);

/// <summary>What came of a wish.</summary>
/// <param name="Choice">Where it stands in <see cref="Person.Wishes"/>, 1 = first.</param>
/// <param name="Workshop">The workshop.</param>
/// <param name="Rank">Where it stands on the valid list, 1 = first; <see langword="null"/> = it was dropped.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Place">The place that meets it; <see langword="null"/> = it is not met.</param>
/// <param name="Sessions">
/// Why not, for each session of the workshop, by slot; empty when the wish is met or was dropped.
/// </param>
public sealed record WishExplanation(
    int Choice, string Workshop, int? Rank, WishResult Result, Place? Place, IReadOnlyList<SessionExplanation> Sessions);

/// <summary>Why a session does not meet a wish.</summary>
/// <param name="Session">Index in <see cref="AllocationProblem.Sessions"/>.</param>
/// <param name="Reason">The reason: the first in the order of <see cref="SessionReason"/> that holds.</param>
/// <param name="Instead">
/// Where the person is in that slot, with the rank of the wish that they have there;
/// <see langword="null"/> = they are away or presenting.
/// </param>
/// <param name="Holders">Those who sit in the session.</param>
public sealed record SessionExplanation(int Session, SessionReason Reason, Place? Instead, SessionHolders Holders);

/// <summary>Those who sit in a session, as seen by somebody who does not.</summary>
/// <param name="Count">How many they are, 0 to the session's seats.</param>
/// <param name="WorstRegret">The largest regret among them; <see langword="null"/> = nobody sits there.</param>
/// <param name="OfYourSchool">How many of them are of the asking person's school; 0 for somebody without a school.</param>
/// <param name="WorstRegretOfYourSchool">The largest regret among these; <see langword="null"/> = there are none.</param>
public readonly record struct SessionHolders(int Count, int? WorstRegret, int OfYourSchool, int? WorstRegretOfYourSchool);

/// <summary>
/// What came of a wish. A wish that is not met and was not dropped has the result of the session that came closest: the one whose
/// <see cref="SessionReason"/> stands last.
/// </summary>
public enum WishResult
{
    /// <summary>They have a place in it.</summary>
    Met,

    /// <summary>Dropped: it stands further up on their list already.</summary>
    ListedTwice,

    /// <summary>Dropped: they present it.</summary>
    YouPresentIt,

    /// <summary>Dropped: no session of it is for their role group.</summary>
    NotForYourGroup,

    /// <summary>No session of it that is for their group has a seat.</summary>
    NoSeats,

    /// <summary>Those with a seat are all in slots in which they are away, present, or have a fixed place.</summary>
    OnlyWhenYouAreBusy,

    /// <summary>Those in slots that they could use do not run: too few people for the minimum.</summary>
    DoesNotRun,

    /// <summary>Those that run are all in slots in which they have a wish that they like better.</summary>
    ClashWithBetterWish,

    /// <summary>In the slots in which it would be better than what they have, every seat is held.</summary>
    Full,

    /// <summary>There a seat is free, but as many of their school sit in the session as the school cap allows.</summary>
    SchoolCapReached,

    /// <summary>There a place is free, but the session that they are in would fall under its minimum without them.</summary>
    NeededElsewhere,

    /// <summary>They could move there and all rules would hold. Never in an outcome that is proven optimal.</summary>
    SeatLeftFree,
}

/// <summary>Why a session does not meet a wish, from what is most in the way to what is least; the first that holds is given.</summary>
public enum SessionReason
{
    /// <summary>The session is not for their role group, although another one of the workshop is.</summary>
    NotForYourGroup,

    /// <summary>The session has no seats.</summary>
    NoSeats,

    /// <summary>They are away in its slot.</summary>
    Away,

    /// <summary>They present in its slot.</summary>
    Presenting,

    /// <summary>They have a fixed place in its slot.</summary>
    FixedPlace,

    /// <summary>The session does not run: it has a minimum, and too few people are in it for that.</summary>
    DoesNotRun,

    /// <summary>In its slot they have a wish that stands higher on their list.</summary>
    HoldsBetterWish,

    /// <summary>Every seat is held. The school cap may be reached besides.</summary>
    Full,

    /// <summary>A seat is free, but as many of their school sit there as the school cap allows.</summary>
    SchoolCapReached,

    /// <summary>They could sit there, but the session that they are in has just its minimum of people.</summary>
    NeededElsewhere,

    /// <summary>
    /// They could sit there, all rules would hold, and it would be better for them and no worse for anybody. So it never occurs when
    /// <see cref="AllocationOutcome.IsOptimal"/>: the move would have fewer empty slots or fewer weighted squares.
    /// </summary>
    SeatLeftFree,
}
