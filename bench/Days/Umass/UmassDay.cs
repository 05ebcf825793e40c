using System.Globalization;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Days.Umass;

/// <summary>Makes a day of five slots from the survey and the timetable. The rule stands in bench/Days/README.md.</summary>
public static class UmassDay
{
    /// <summary>The least rating that counts as a wish: the upper half of the scale from 1 to 8.</summary>
    public const int LeastWished = 5;

    private static readonly string[] Slots = ["MW before 14:00", "MW 14:00", "MW 16:00", "TT before 13:00", "TT 13:00"];

    /// <summary>Makes the day.</summary>
    /// <param name="survey">Who wants what.</param>
    /// <param name="sections">What is taught when.</param>
    /// <param name="seed">Breaks ties between courses that somebody rated the same, and between slots they like the same.</param>
    /// <param name="tightness">Seats of each slot in per cent of the people who are there in it.</param>
    /// <param name="minimum">Every session's minimum.</param>
    public static AllocationProblemBuilder Make(
        UmassSurvey survey, IReadOnlyList<UmassSection> sections, ulong seed, int tightness = 105, int minimum = 0)
    {
        var chance = new SplitMix64(seed);
        var sessions = sections.GroupBy(section => (section.Course, Slot: SlotOf(section)))
            .Select(group => (group.Key.Course, group.Key.Slot, Capacity: group.Sum(section => section.Capacity)))
            .OrderBy(session => session.Slot).ThenBy(session => session.Course, StringComparer.Ordinal).ToList();
        var courses = sessions.ToLookup(session => session.Slot, session => session.Course);
        var people = survey.Answers.Select((answer, i) => ToPerson(answer, i, courses, chance)).ToList();

        var builder = new AllocationProblemBuilder();
        for (var slot = 0; slot < Slots.Length; slot++)
        {
            var present = people.Count(person => !person.Away.Contains(Slots[slot], StringComparer.Ordinal));
            var inSlot = sessions.Where(session => session.Slot == slot).ToList();
            long capacity = inSlot.Sum(session => session.Capacity);
            foreach (var session in inSlot)
            {
                var seats = ((2L * session.Capacity * present * tightness) + (100 * capacity)) / (200 * capacity);
                builder.Add(new Session(Workshop(session.Course), Slots[slot], (int)Math.Max(1, seats))
                {
                    Title = "Course " + session.Course,
                    Minimum = minimum,
                });
            }
        }
        foreach (var person in people)
            builder.Add(person);
        return builder;
    }

    /// <summary>A person wants as many slots as courses to stay in; they are away where their best-rated course is worst.</summary>
    private static Person ToPerson(UmassSurvey.Answer answer, int index, ILookup<int, string> courses, SplitMix64 chance)
    {
        var taught = courses.SelectMany(slot => slot).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(course => (Course: course, Rating: answer.Ratings.GetValueOrDefault(course), Tie: chance.Next())).ToList();
        var bySlot = Enumerable.Range(0, Slots.Length)
            .Select(slot => (Slot: slot, Best: courses[slot].Max(course => answer.Ratings.GetValueOrDefault(course)), Tie: chance.Next()));
        var wanted = answer.Wanted == 0 ? Slots.Length : Math.Min(answer.Wanted, Slots.Length);
        return new Person(string.Create(CultureInfo.InvariantCulture, $"r{index + 1:D4}"))
        {
            Group = Status(answer.Status),
            Away = [.. bySlot.OrderByDescending(slot => slot.Best).ThenBy(slot => slot.Tie).Skip(wanted).Select(slot => Slots[slot.Slot])
                .Order(StringComparer.Ordinal)],
            Wishes = [.. taught.Where(course => course.Rating >= LeastWished).OrderByDescending(course => course.Rating)
                .ThenBy(course => course.Tie).Select(course => Workshop(course.Course))],
        };
    }

    private static int SlotOf(UmassSection section)
    {
        var early = section.Days.Contains("Mon", StringComparison.Ordinal) || section.Days.Contains("Wed", StringComparison.Ordinal);
        return early ? section.Start.Hour < 14 ? 0 : section.Start.Hour < 16 ? 1 : 2 : section.Start.Hour < 13 ? 3 : 4;
    }

    private static string Status(int status) => status switch
    {
        1 => "freshman",
        2 => "sophomore",
        3 => "junior",
        4 => "senior",
        5 => "master's",
        6 => "doctoral",
        _ => "",
    };

    private static string Workshop(string course) => "c" + course;
}
