namespace Guildhall.Planning.Allocation.Checking;

/// <summary>Every rule of an allocation, read off the rows.</summary>
internal static class RuleCheck
{
    public static List<string> Violations(AllocationProblem problem, List<Place> places)
    {
        var violations = new List<string>();
        var seen = new HashSet<(int Person, string Slot)>();
        var attended = new HashSet<(int Person, string Workshop)>();
        foreach (var place in places)
        {
            var (person, session) = (problem.People[place.Person], problem.Sessions[place.Session!.Value]);
            if (session.Slot != problem.Slots[place.Slot])
                violations.Add($"{person.Id}: the session of {session.Workshop} is in slot {session.Slot}, not {problem.Slots[place.Slot]}.");
            if (!seen.Add((place.Person, session.Slot)))
                violations.Add($"{person.Id} has two sessions in slot {session.Slot}.");
            if (!attended.Add((place.Person, session.Workshop)))
                violations.Add($"{person.Id} attends {session.Workshop} twice.");
            if (person.Presents.Contains(session.Workshop, StringComparer.Ordinal))
                violations.Add($"{person.Id} presents {session.Workshop} and attends it.");
            if (problem.Sessions.Any(other => other.Slot == session.Slot && person.Presents.Contains(other.Workshop, StringComparer.Ordinal)))
                violations.Add($"{person.Id} presents in slot {session.Slot} and has a place in it.");
            if (person.Away.Contains(session.Slot, StringComparer.Ordinal))
                violations.Add($"{person.Id} is away in slot {session.Slot} and has a place in it.");
            if (session.Groups.Count > 0 && !session.Groups.Contains(person.Group, StringComparer.Ordinal))
                violations.Add($"{person.Id}: {session.Workshop} in slot {session.Slot} is not for the group {person.Group}.");
        }
        CheckSessions(problem, places, violations);
        CheckFixed(problem, places, violations);
        return violations;
    }

    private static void CheckSessions(AllocationProblem problem, List<Place> places, List<string> violations)
    {
        var fixedSessions = problem.FixedPlaces.Select(place => (place.Workshop, place.Slot)).ToHashSet();
        foreach (var group in places.GroupBy(place => place.Session!.Value))
        {
            var session = problem.Sessions[group.Key];
            var name = $"{session.Workshop} in slot {session.Slot}";
            if (group.Count() > session.Seats)
                violations.Add($"{name} has {group.Count()} people on {session.Seats} seats.");
            if (group.Count() < session.Minimum && !fixedSessions.Contains((session.Workshop, session.Slot)))
                violations.Add($"{name} runs with {group.Count()} people, fewer than its minimum {session.Minimum}.");
            foreach (var school in group.GroupBy(place => problem.People[place.Person].School, StringComparer.Ordinal))
            {
                if (school.Key.Length > 0 && school.Count() > problem.SchoolCap)
                    violations.Add($"{name} has {school.Count()} people of {school.Key}; the school cap is {problem.SchoolCap}.");
            }
        }
    }

    private static void CheckFixed(AllocationProblem problem, List<Place> places, List<string> violations)
    {
        var held = places
            .Select(place => (problem.People[place.Person].Id, problem.Sessions[place.Session!.Value].Workshop, problem.Sessions[place.Session.Value].Slot))
            .ToHashSet();
        foreach (var place in problem.FixedPlaces.Where(place => !held.Contains((place.Person, place.Workshop, place.Slot))))
            violations.Add($"{place.Person}'s fixed place in {place.Workshop} in slot {place.Slot} does not stand.");
    }
}
