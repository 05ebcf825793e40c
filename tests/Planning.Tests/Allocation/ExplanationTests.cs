using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>Every reason that is given is recounted from the rows and the places alone.</summary>
public sealed class ExplanationTests
{
    private static readonly Lazy<IReadOnlyList<AllocationOutcome>> Proven = new(() =>
        [.. Enumerable.Range(1, 300).Select(seed => AllocationPlanner.Plan(WithMore(SmallDay.Make((ulong)seed))))]);

    [Fact]
    public void Says_truly_what_came_of_every_wish_on_small_days_that_mix_everything()
    {
        var (results, reasons) = (new HashSet<WishResult>(), new HashSet<SessionReason>());
        foreach (var outcome in Proven.Value)
        {
            var told = AllocationExplanation.Of(outcome).People.ToList();
            outcome.IsOptimal.ShouldBeTrue();
            new ExplanationRecount(outcome).Faults(told).ShouldBeEmpty();
            results.UnionWith(told.SelectMany(person => person.Wishes).Select(wish => wish.Result));
            reasons.UnionWith(told.SelectMany(person => person.Wishes).SelectMany(wish => wish.Sessions).Select(session => session.Reason));
        }

        // No seat is left free where the outcome is proven; everything else was there to be recounted.
        results.ShouldBe(Enum.GetValues<WishResult>().Where(result => result != WishResult.SeatLeftFree), ignoreOrder: true);
        reasons.ShouldBe(Enum.GetValues<SessionReason>().Where(reason => reason != SessionReason.SeatLeftFree), ignoreOrder: true);
    }

    [Fact]
    public void Says_truly_what_came_of_every_wish_when_a_better_outcome_is_possible()
    {
        foreach (var outcome in Proven.Value.SelectMany(Worsened))
            new ExplanationRecount(outcome).Faults([.. AllocationExplanation.Of(outcome).People]).ShouldBeEmpty();
    }

    [Fact]
    public void Says_truly_what_came_of_every_wish_of_850_people()
    {
        var outcome = AllocationPlanner.Plan(GeneratedDay.Make(DayShape.Trust.Hard(), 1).ToBuilder().Build());

        var told = AllocationExplanation.Of(outcome).People.ToList();

        told.Sum(person => person.Wishes.Count).ShouldBe(5_100);
        new ExplanationRecount(outcome).Faults(told).ShouldBeEmpty();
        told.SelectMany(person => person.Wishes).ShouldNotContain(wish => outcome.IsOptimal && wish.Result == WishResult.SeatLeftFree);
    }

    [Fact]
    public void A_seat_is_left_free_just_where_moving_there_breaks_no_rule_and_is_better()
    {
        var found = 0;
        foreach (var outcome in Proven.Value.Concat(Proven.Value.SelectMany(Worsened)))
        {
            foreach (var (person, wish, session) in Unmet(outcome))
            {
                if (session.Instead is not { } left || session.Reason is SessionReason.FixedPlace or SessionReason.HoldsBetterWish)
                    continue;
                var places = outcome.Places.Except([left]).Append(left with { Session = session.Session });
                var moved = AllocationCheck.Recount(outcome.Problem, places);
                (moved.Violations.Count == 0).ShouldBe(session.Reason == SessionReason.SeatLeftFree, $"{person}, {wish}: {session}");
                if (session.Reason != SessionReason.SeatLeftFree)
                    continue;
                found++;
                moved.Objective.ShouldBeLessThan(outcome.Objective);
                outcome.IsOptimal.ShouldBeFalse();
            }
        }
        found.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_false_explanation_is_caught()
    {
        var planted = 0;
        foreach (var outcome in Proven.Value.Take(30).Concat(Proven.Value.Take(10).SelectMany(Worsened)))
        {
            var recount = new ExplanationRecount(outcome);
            foreach (var lie in AllocationExplanation.Of(outcome).People.SelectMany(Lies))
            {
                recount.Faults(lie).ShouldNotBeEmpty($"{lie}: {string.Join("; ", lie.Wishes)}");
                planted++;
            }
        }
        planted.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void Names_the_worst_regret_among_those_who_hold_the_seats()
    {
        var day = new AllocationProblemBuilder()
            .Add(new Session("Choir", "1", 1)).Add(new Session("Phonics", "1", 5)).Add(new Session("Phonics", "2", 5))
            .Add(new Person("amina") { Wishes = ["Phonics", "Choir"], Away = ["2"] })
            .Add(new Person("bryn") { Wishes = ["Choir", "Phonics", "Choir"] })
            .Add(new Person("chloe") { Wishes = ["Choir", "Phonics"], Away = ["2"], Carry = 1 })
            .Build();

        var people = AllocationExplanation.Of(AllocationPlanner.Plan(day)).People.ToList();

        people[0].Wishes.Select(wish => wish.Result).ShouldBe([WishResult.Met, WishResult.ClashWithBetterWish]);
        people[0].Wishes[1].Sessions.ShouldHaveSingleItem().Instead!.Rank.ShouldBe(1);
        people[1].Wishes.Select(wish => wish.Result).ShouldBe([WishResult.Met, WishResult.Met, WishResult.ListedTwice]);
        people[2].Wishes.Select(wish => wish.Result).ShouldBe([WishResult.Full, WishResult.Met]);
        people[2].Wishes[0].Sessions.ShouldHaveSingleItem().Holders.ShouldBe(new SessionHolders(1, 0, 0, null));
    }

    [Theory]
    [InlineData(false, SessionReason.NeededElsewhere)]
    [InlineData(true, SessionReason.SeatLeftFree)]
    public void Nobody_is_needed_where_a_fixed_place_makes_the_session_run(bool isFixed, SessionReason reason)
    {
        var rows = new AllocationProblemBuilder()
            .Add(new Session("Choir", "1", 5) { Minimum = 2 }).Add(new Session("Phonics", "1", 5))
            .Add(new Person("amina") { Wishes = ["Phonics"] }).Add(new Person("bryn") { Wishes = ["Choir"] });
        var day = (isFixed ? rows.Add(new FixedPlace("bryn", "Choir", "1")) : rows).Build();

        var told = AllocationExplanation.Of(Unproven(day, [new(0, 0, 0, null, IsFixed: false), new(1, 0, 0, 1, isFixed)], []));

        new ExplanationRecount(told.Outcome).Faults([.. told.People]).ShouldBeEmpty();
        told.ForPerson(0).Wishes[0].Sessions.ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }

    [Fact]
    public void Refuses_a_person_who_is_not_there()
    {
        var explanation = AllocationExplanation.Of(Proven.Value[0]);
        Should.Throw<ArgumentOutOfRangeException>(() => explanation.ForPerson(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => explanation.ForPerson(explanation.Outcome.Problem.People.Count));
    }

    /// <summary>What small days lack: wishes listed twice; workshops for everybody in one slot and for one group in another.</summary>
    private static AllocationProblem WithMore(AllocationProblem problem)
    {
        var builder = new AllocationProblemBuilder { SchoolCap = problem.SchoolCap };
        foreach (var (i, session) in problem.Sessions.Index())
        {
            var stays = i % 4 > 0 || problem.FixedPlaces.Any(place => place.Workshop == session.Workshop);
            builder.Add(stays ? session : session with { Groups = ["office"] });
        }
        foreach (var person in problem.People)
            builder.Add(person with { Wishes = [.. person.Wishes, .. person.Wishes.Take(person.Carry)] });
        foreach (var place in problem.FixedPlaces)
            builder.Add(place);
        return builder.Build();
    }

    /// <summary>The outcome with a wish taken away: the first that no fixed place and no minimum holds; none when all are held.</summary>
    private static IEnumerable<AllocationOutcome> Worsened(AllocationOutcome outcome) =>
        (from taken in outcome.Places
         where taken.Rank is not null
         let places = outcome.Places.Select(place => place == taken ? place with { Session = null, Rank = null } : place).ToList()
         where AllocationCheck.Recount(outcome.Problem, places).Violations.Count == 0
         select Unproven(outcome.Problem, places, outcome.NotRunning)).Take(1);

    private static AllocationOutcome Unproven(AllocationProblem problem, IReadOnlyList<Place> places, IReadOnlyList<int> notRunning)
    {
        var report = AllocationCheck.Recount(problem, places);
        return new AllocationOutcome(problem, places)
        {
            Regrets = report.Regrets,
            Empty = new BoundedValue(report.Objective.Empty, 0),
            WorstRegret = new BoundedValue(report.Objective.WorstRegret, 0),
            WeightedSquares = new BoundedValue(report.Objective.WeightedSquares, 0),
            NotRunning = notRunning,
            Proof = new AllocationProof([]),
            Seed = 1,
            Version = AllocationPlanner.Version,
            Elapsed = TimeSpan.Zero,
        };
    }

    private static IEnumerable<(int Person, int Choice, SessionExplanation Session)> Unmet(AllocationOutcome outcome) =>
        from person in AllocationExplanation.Of(outcome).People
        from wish in person.Wishes
        from session in wish.Sessions
        select (person.Person, wish.Choice, session);

    /// <summary>An explanation made false in every way, one at a time.</summary>
    private static IEnumerable<PersonExplanation> Lies(PersonExplanation told)
    {
        for (var i = 0; i < told.Wishes.Count; i++)
        {
            yield return told with { Wishes = [.. told.Wishes.Take(i), .. told.Wishes.Skip(i + 1)] };
            foreach (var lie in Lies(told.Wishes[i]))
                yield return told with { Wishes = With(told.Wishes, i, lie) };
        }
    }

    private static IEnumerable<WishExplanation> Lies(WishExplanation told)
    {
        yield return told with { Choice = told.Choice + 1 };
        yield return told with { Workshop = told.Workshop + "x" };
        yield return told with { Rank = told.Rank is null ? 1 : null };
        yield return told with { Rank = (told.Rank ?? 0) + 1 };
        var place = told.Place ?? new Place(0, -1, 0, told.Rank, IsFixed: false);
        yield return told with { Place = place with { Slot = place.Slot + 1 } };
        foreach (var result in Enum.GetValues<WishResult>().Where(result => result != told.Result))
            yield return told with { Result = result };
        for (var i = 0; i < told.Sessions.Count; i++)
        {
            yield return told with { Sessions = [.. told.Sessions.Take(i), .. told.Sessions.Skip(i + 1)] };
            foreach (var lie in Lies(told.Sessions[i]))
                yield return told with { Sessions = With(told.Sessions, i, lie) };
        }
    }

    private static IEnumerable<SessionExplanation> Lies(SessionExplanation told)
    {
        foreach (var reason in Enum.GetValues<SessionReason>().Where(reason => reason != told.Reason))
            yield return told with { Reason = reason };
        var holders = told.Holders;
        yield return told with { Holders = holders with { Count = holders.Count + 1 } };
        yield return told with { Holders = holders with { WorstRegret = (holders.WorstRegret ?? -1) + 1 } };
        yield return told with { Holders = holders with { OfYourSchool = holders.OfYourSchool + 1 } };
        yield return told with { Holders = holders with { WorstRegretOfYourSchool = (holders.WorstRegretOfYourSchool ?? -1) + 1 } };
        var instead = told.Instead ?? new Place(0, 0, null, null, IsFixed: false);
        yield return told with { Instead = instead with { Rank = (instead.Rank ?? 0) + 1 } };
    }

    private static List<T> With<T>(IReadOnlyList<T> list, int index, T item) => [.. list.Select((old, i) => i == index ? item : old)];
}
