using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>Small days drawn from a seed that mix everything a day can have: repeats, absences, groups, fixed places, carry, minimums, scarcity, school caps.</summary>
public static class SmallDay
{
    private static readonly string[] Groups = ["teacher", "assistant", "office"];
    private static readonly string[] Schools = ["Ash", "Birch", "Cedar"];

    public static AllocationProblem Make(ulong seed)
    {
        var chance = new SplitMix64(seed);
        var slots = 1 + chance.Below(4);
        var workshops = 2 + chance.Below(7);
        var people = 2 + chance.Below(13);
        var hasMinimums = chance.Below(3) == 0;
        var hasCap = chance.Below(3) == 0;
        var builder = new AllocationProblemBuilder { SchoolCap = hasCap ? 1 + chance.Below(3) : null };
        var sessions = DrawSessions(chance, slots, workshops, people, hasMinimums);
        foreach (var session in sessions)
            builder.Add(session);
        var running = sessions.Select(session => session.Workshop).Distinct().ToList();
        var drawn = Enumerable.Range(0, people).Select(number => DrawPerson(chance, number, slots, running)).ToList();
        foreach (var person in drawn)
            builder.Add(person);
        return WithFixedPlaces(builder, chance, drawn, sessions);
    }

    private static List<Session> DrawSessions(SplitMix64 chance, int slots, int workshops, int people, bool hasMinimums)
    {
        var scarcity = 60 + chance.Below(80);
        var sessions = new List<Session>();
        for (var workshop = 0; workshop < workshops; workshop++)
        {
            IReadOnlyList<string> groups = chance.Below(4) == 0 ? [.. Groups.Where(_ => chance.Below(2) == 0)] : [];
            for (var slot = 0; slot < slots; slot++)
            {
                if (chance.Below(100) >= 55)
                    continue;
                var seats = Math.Max(0, (people * 2 * scarcity / 100 / workshops) + chance.Below(3) - 1);
                sessions.Add(new Session($"w{workshop}", $"{slot + 1}", seats)
                {
                    Groups = groups,
                    Minimum = hasMinimums && chance.Below(2) == 0 ? chance.Below(seats + 1) : 0,
                });
            }
        }
        return sessions.Count > 0 ? sessions : [new Session("w0", "1", 1 + chance.Below(people))];
    }

    private static Person DrawPerson(SplitMix64 chance, int number, int slots, List<string> workshops)
    {
        var wishes = workshops.OrderBy(_ => chance.Below(1_000_000)).Take(chance.Below(workshops.Count + 1)).ToList();
        return new Person($"p{number:00}")
        {
            School = Schools[chance.Below(Schools.Length)],
            Group = Groups[chance.Below(Groups.Length)],
            Away = chance.Below(5) == 0 ? [$"{1 + chance.Below(slots)}"] : [],
            Presents = chance.Below(6) == 0 ? [workshops[chance.Below(workshops.Count)]] : [],
            Carry = chance.Below(3) == 0 ? chance.Below(4) : 0,
            Wishes = wishes,
        };
    }

    /// <summary>Tries some fixed places; those that break a rule are left out.</summary>
    private static AllocationProblem WithFixedPlaces(AllocationProblemBuilder builder, SplitMix64 chance, List<Person> people, List<Session> sessions)
    {
        var problem = builder.Build();
        for (var tries = chance.Below(4); tries > 0; tries--)
        {
            var session = sessions[chance.Below(sessions.Count)];
            var next = problem.ToBuilder().Add(new FixedPlace(people[chance.Below(people.Count)].Id, session.Workshop, session.Slot, "asked for"));
            if (next.TryBuild(out var better, out _))
                problem = better!;
        }
        return problem;
    }
}
