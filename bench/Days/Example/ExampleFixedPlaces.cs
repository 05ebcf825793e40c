using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Days.Example;

/// <summary>The places that the organiser of the example day has given beforehand, each with a reason.</summary>
internal sealed class ExampleFixedPlaces(IReadOnlyList<Session> sessions, IReadOnlyList<Person> people, SplitMix64 chance)
{
    private static readonly (string Title, string Group, string Reason)[] Reasons =
    [
        ("First aid", ExampleDay.Support, "First-aid certificate runs out in January"),
        ("First aid", ExampleDay.Assistants, "New first-aider of the school"),
        ("First aid", ExampleDay.Assistants, "First-aid certificate runs out in February"),
        ("Site, kitchen", ExampleDay.Support, "New caretaker: required before lone working"),
        ("Site, kitchen", ExampleDay.Support, "New kitchen manager: allergens"),
        ("Moderating writing", ExampleDay.Teachers, "Moderator of the Year 6 writing"),
        ("Moderating writing", ExampleDay.Teachers, "Moderator of the Year 2 writing"),
        ("De-escalation", ExampleDay.Assistants, "Agreed with the line manager after an incident"),
        ("Online safety", ExampleDay.Leaders, "New deputy safeguarding lead"),
        ("Autism", ExampleDay.Teachers, "British Sign Language interpreter booked for this session"),
        ("Coaching", ExampleDay.Teachers, "Starts as head of department after the holiday"),
        ("Whole-class feedback", ExampleDay.Teachers, "Reports to the governors on this session"),
    ];

    /// <summary>For each reason somebody of the group who is free then, and the slot of one of the workshop's sessions.</summary>
    public IReadOnlyList<FixedPlace> Draw()
    {
        var places = new List<FixedPlace>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (title, group, reason) in Reasons)
        {
            var runs = sessions.Where(session => session.Title.StartsWith(title, StringComparison.Ordinal)).ToList();
            var session = runs[chance.Below(runs.Count)];
            var free = people.Where(person => string.Equals(person.Group, group, StringComparison.Ordinal) && person.Presents.Count == 0
                && !person.Away.Contains(session.Slot, StringComparer.Ordinal) && !taken.Contains(person.Id)).ToList();
            var chosen = free[chance.Below(free.Count)].Id;
            taken.Add(chosen);
            places.Add(new FixedPlace(chosen, session.Workshop, session.Slot, reason));
        }
        return places;
    }
}
