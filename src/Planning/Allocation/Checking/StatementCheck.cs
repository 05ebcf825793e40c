namespace Guildhall.Planning.Allocation.Checking;

/// <summary>Whether what an outcome says of its places is so.</summary>
internal static class StatementCheck
{
    public static void Audit(AllocationOutcome outcome, List<string> findings)
    {
        var problem = outcome.Problem;
        var (day, fixedPlaces) = (new DayView(problem), problem.FixedPlaces.ToLookup(place => place.Person, StringComparer.Ordinal));
        var byPerson = outcome.Places.ToLookup(place => place.Person);
        for (var index = 0; index < problem.People.Count; index++)
        {
            var person = new PersonView(day, problem.People[index], fixedPlaces[problem.People[index].Id]);
            var slots = byPerson[index].Select(place => problem.Slots[place.Slot]).Order(StringComparer.Ordinal);
            if (!slots.SequenceEqual(person.WantedSlots, StringComparer.Ordinal))
                findings.Add($"{person.Id} is not listed once for each slot in which they want a place.");
            foreach (var place in byPerson[index])
                AuditPlace(problem, person, place, [.. fixedPlaces[person.Id]], findings);
        }
        AuditNotRunning(outcome, findings);
    }

    private static void AuditPlace(AllocationProblem problem, PersonView person, Place place, List<FixedPlace> fixedPlaces, List<string> findings)
    {
        var session = place.Session is { } index ? problem.Sessions[index] : null;
        int? rank = session is not null && person.Wishes.IndexOf(session.Workshop) is var position and >= 0 ? position + 1 : null;
        if (place.Rank != rank)
            findings.Add($"{person.Id}: the place in slot {problem.Slots[place.Slot]} is wish {rank}, not {place.Rank}.");
        if (place.IsFixed != (session is not null && fixedPlaces.Exists(kept => kept.Workshop == session.Workshop && kept.Slot == session.Slot)))
            findings.Add($"{person.Id}: the place in slot {problem.Slots[place.Slot]} is said to be {(place.IsFixed ? "fixed" : "free")}.");
    }

    private static void AuditNotRunning(AllocationOutcome outcome, List<string> findings)
    {
        var held = outcome.Places.Where(place => place.Session is not null).Select(place => place.Session!.Value).ToHashSet();
        var empty = Enumerable.Range(0, outcome.Problem.Sessions.Count)
            .Where(session => outcome.Problem.Sessions[session].Minimum > 1 && !held.Contains(session));
        if (!empty.SequenceEqual(outcome.NotRunning.Order()))
            findings.Add("The sessions that do not run are others than said.");
    }
}
