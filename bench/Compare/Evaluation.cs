using Guildhall.Planning.Allocation;
using static Guildhall.Bench.Compare.PlainDay;

namespace Guildhall.Bench.Compare;

/// <summary>How good an allocation is, counted from the rows and the places alone.</summary>
/// <param name="Empty">Slots left empty although wanted.</param>
/// <param name="WorstRegret">The largest regret.</param>
/// <param name="WeightedSquares">The sum of (1 + carry) x regret^2.</param>
/// <param name="AllWishes">People with regret 0.</param>
/// <param name="Regrets">Everybody's regret.</param>
internal sealed record Evaluation(int Empty, int WorstRegret, long WeightedSquares, int AllWishes, IReadOnlyList<int> Regrets)
{
    /// <summary>The three values.</summary>
    public Objective Objective => new(Empty, WorstRegret, WeightedSquares);

    /// <summary>Counts.</summary>
    /// <param name="day">The day.</param>
    /// <param name="places">For each person and slot a session or <see cref="None"/>.</param>
    /// <param name="bestAlone">Everybody's least cost alone; counted when not given.</param>
    /// <exception cref="InvalidOperationException">A rule is broken: then nothing that was counted would mean anything.</exception>
    public static Evaluation Of(PlainDay day, int[][] places, IReadOnlyList<int>? bestAlone = null)
    {
        CheckRules(day, places);
        bestAlone ??= BestAlone(day);
        var empty = 0;
        var regrets = new int[places.Length];
        foreach (var person in day.People)
        {
            var cost = 0;
            for (var slot = 0; slot < day.Slots; slot++)
            {
                if (!person.Wants[slot])
                    continue;
                var session = places[person.Index][slot];
                cost += person.Cost(session == None ? None : day.WorkshopOf[session]);
                empty += session == None ? 1 : 0;
            }
            regrets[person.Index] = cost - bestAlone[person.Index];
        }
        return new Evaluation(empty, regrets.Max(), day.People.Sum(person => (long)person.Weight * regrets[person.Index] * regrets[person.Index]),
            regrets.Count(regret => regret == 0), regrets);
    }

    /// <summary>Everybody's least cost if nobody else came.</summary>
    public static IReadOnlyList<int> BestAlone(PlainDay day) =>
        [.. day.People.Select(person => BestDay.Find(day, person, session => day.Seats[session] > 0).Cost)];

    /// <summary>The planner's outcome as places.</summary>
    public static int[][] PlacesOf(AllocationOutcome outcome)
    {
        var places = Enumerable.Range(0, outcome.Problem.People.Count)
            .Select(_ => Enumerable.Repeat(None, outcome.Problem.Slots.Count).ToArray()).ToArray();
        foreach (var place in outcome.Places)
            places[place.Person][place.Slot] = place.Session ?? None;
        return places;
    }

    private static void CheckRules(PlainDay day, int[][] places)
    {
        var taken = new int[day.Seats.Length];
        var ofSchool = new Dictionary<(int Session, string School), int>();
        foreach (var person in day.People)
        {
            var own = places[person.Index];
            var sessions = own.Where(session => session != None).ToList();
            Demand(sessions.Select(session => day.WorkshopOf[session]).Distinct().Count() == sessions.Count, person, "a workshop twice");
            for (var slot = 0; slot < day.Slots; slot++)
            {
                Demand(own[slot] == None || person.Allowed[slot].Contains(own[slot]), person, "a session that is not for them");
                Demand(person.Fixed[slot] == None || own[slot] == person.Fixed[slot], person, "a fixed place lost");
            }
            foreach (var session in sessions)
            {
                Demand(++taken[session] <= day.Seats[session], person, "no seat");
                if (day.Problem.SchoolCap is { } cap && person.School.Length > 0)
                {
                    var key = (session, person.School);
                    ofSchool[key] = ofSchool.GetValueOrDefault(key) + 1;
                    Demand(ofSchool[key] <= cap, person, "too many of one school");
                }
            }
        }
        for (var session = 0; session < taken.Length; session++)
        {
            if (taken[session] > 0 && taken[session] < day.MinimumOf(session))
                throw new InvalidOperationException($"session {session} runs with {taken[session]} people, fewer than its minimum");
        }
    }

    private static void Demand(bool kept, Attendee person, string what)
    {
        if (!kept)
            throw new InvalidOperationException($"person {person.Index}: {what}");
    }
}
