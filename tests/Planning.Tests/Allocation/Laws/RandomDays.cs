using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation.Laws;

/// <summary>A random day, printed row by row when a law fails on it.</summary>
/// <param name="Seed">The seed that it was drawn from; a shrunk day has lost rows since.</param>
/// <param name="Problem">The day.</param>
public sealed record RandomDay(ulong Seed, AllocationProblem Problem)
{
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"day drawn from seed {Seed}, school cap {Problem.SchoolCap}");
        foreach (var row in Problem.Sessions)
            text.Append(CultureInfo.InvariantCulture, $"\n  session {row.Workshop} slot {row.Slot} seats {row.Seats} minimum {row.Minimum} for {string.Join('|', row.Groups)}");
        foreach (var row in Problem.People)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  person {row.Id} {row.School} {row.Group} carry {row.Carry} away {string.Join('|', row.Away)}")
                .Append(CultureInfo.InvariantCulture, $" presents {string.Join('|', row.Presents)} wishes {string.Join(' ', row.Wishes)}");
        }
        foreach (var row in Problem.FixedPlaces)
            text.Append(CultureInfo.InvariantCulture, $"\n  fixed {row.Person} {row.Workshop} slot {row.Slot}");
        return text.ToString();
    }
}

/// <summary>Random days for laws, and how a day on which a law fails is made smaller.</summary>
internal static class RandomDays
{
    private static readonly DayShape Medium = new(120, 15, 3, 8) { FewestWishes = 3, MostWishes = 6 };

    /// <summary>Small days that mix everything.</summary>
    public static Arbitrary<RandomDay> Small { get; } = Days(seed => SmallDay.Make(seed));

    /// <summary>Days of 120 people, mild and hard in turn, some of them with minimums.</summary>
    public static Arbitrary<RandomDay> OfMediumSize { get; } = Days(seed =>
        GeneratedDay.Make(seed % 2 == 0 ? Medium.Mild() : Medium.Hard(), seed).ToBuilder(minimum: seed % 3 == 0 ? 9 : 0).Build());

    /// <summary>Tries a law on many days, the same ones in every run; throws with the smallest day found on which it fails.</summary>
    public static void AllKeep(this Arbitrary<RandomDay> days, int tries, Action<RandomDay> law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(tries).WithReplay(new Replay(new Rnd(20_260_101), null!)),
        Prop.ForAll(days, law));

    private static Arbitrary<RandomDay> Days(Func<ulong, AllocationProblem> make) => Arb.From(
        Gen.Choose(1, int.MaxValue - 1).Select(seed => new RandomDay((ulong)seed, make((ulong)seed))),
        day => Smaller(day.Problem).Where(problem => problem.Sessions.Count > 0 && problem.People.Count > 0)
            .Select(problem => day with { Problem = problem }));

    private static IEnumerable<AllocationProblem> Smaller(AllocationProblem day)
    {
        foreach (var workshop in day.Workshops)
            yield return With(day, sessions: day.Sessions.Where(session => session.Workshop != workshop));
        foreach (var person in day.People)
            yield return With(day, people: day.People.Where(other => other != person));
        foreach (var session in day.Sessions)
            yield return With(day, sessions: day.Sessions.Where(other => other != session));
        foreach (var place in day.FixedPlaces)
            yield return With(day, fixedPlaces: day.FixedPlaces.Where(other => other != place));
        foreach (var person in day.People)
        {
            foreach (var simpler in Simpler(person))
                yield return With(day, people: day.People.Select(other => other == person ? simpler : other));
        }
    }

    private static IEnumerable<Person> Simpler(Person person)
    {
        if (person.Carry > 0)
            yield return person with { Carry = 0 };
        if (person.Away.Count > 0)
            yield return person with { Away = [] };
        if (person.Presents.Count > 0)
            yield return person with { Presents = [] };
        foreach (var wish in person.Wishes)
            yield return person with { Wishes = [.. person.Wishes.Where(other => other != wish)] };
    }

    /// <summary>The day with other rows; what then refers to nothing is left out.</summary>
    private static AllocationProblem With(
        AllocationProblem day, IEnumerable<Session>? sessions = null, IEnumerable<Person>? people = null, IEnumerable<FixedPlace>? fixedPlaces = null)
    {
        var builder = new AllocationProblemBuilder { SchoolCap = day.SchoolCap };
        List<Session> runs = [.. sessions ?? day.Sessions];
        List<Person> those = [.. people ?? day.People];
        bool Runs(string workshop) => runs.Exists(session => session.Workshop == workshop);
        runs.ForEach(session => builder.Add(session));
        foreach (var person in those)
            builder.Add(person with { Wishes = [.. person.Wishes.Where(Runs)], Presents = [.. person.Presents.Where(Runs)] });
        foreach (var place in fixedPlaces ?? day.FixedPlaces)
        {
            if (those.Exists(person => person.Id == place.Person) && runs.Exists(run => run.Workshop == place.Workshop && run.Slot == place.Slot))
                builder.Add(place);
        }
        return builder.Build();
    }
}
