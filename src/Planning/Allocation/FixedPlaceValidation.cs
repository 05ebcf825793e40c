namespace Guildhall.Planning.Allocation;

/// <summary>Refuses fixed places that break a rule, each with the rule that it breaks.</summary>
internal sealed class FixedPlaceValidation(
    Dictionary<string, Person> people,
    Dictionary<string, List<Session>> workshops,
    Dictionary<(string Workshop, string Slot), Session> sessionAt,
    int? schoolCap,
    Action<ProblemTable, int, string, string> error)
{
    private readonly Dictionary<(string Person, string Slot), FixedPlace> _bySlot = [];
    private readonly Dictionary<(string Person, string Workshop), FixedPlace> _byWorkshop = [];
    private readonly Dictionary<Session, int> _taken = [];
    private readonly Dictionary<(Session Session, string School), int> _takenBySchool = [];

    public void Read(FixedPlace place, int row)
    {
        if (!people.TryGetValue(place.Person, out var person))
            Refuse(row, "person", $"no person '{place.Person}' is given");
        if (!workshops.ContainsKey(place.Workshop))
            Refuse(row, "workshop", $"no session of workshop '{place.Workshop}' is given");
        else if (!sessionAt.ContainsKey((place.Workshop, place.Slot)))
            Refuse(row, "slot", $"workshop '{place.Workshop}' has no session in slot '{place.Slot}'");
        else if (person is not null)
            ReadRules(place, person, sessionAt[(place.Workshop, place.Slot)], row);
    }

    private void ReadRules(FixedPlace place, Person person, Session session, int row)
    {
        if (person.Presents.Contains(place.Workshop, StringComparer.Ordinal))
            Refuse(row, "workshop", $"{person.Id} presents '{place.Workshop}' and cannot attend it");
        else if (person.Presents.FirstOrDefault(workshop => sessionAt.ContainsKey((workshop, place.Slot))) is { } presented)
            Refuse(row, "slot", $"{person.Id} presents '{presented}' in slot '{place.Slot}'");
        if (person.Away.Contains(place.Slot, StringComparer.Ordinal))
            Refuse(row, "slot", $"{person.Id} is away in slot '{place.Slot}'");
        if (!ProblemValidation.IsFor(session, person))
            Refuse(row, "workshop", $"'{place.Workshop}' in slot '{place.Slot}' is not for {ProblemValidation.NameOf(person.Group)}, {person.Id}'s");
        if (!_bySlot.TryAdd((person.Id, place.Slot), place))
            Refuse(row, "slot", $"{person.Id} has a fixed place in slot '{place.Slot}' already: '{_bySlot[(person.Id, place.Slot)].Workshop}'");
        else if (!_byWorkshop.TryAdd((person.Id, place.Workshop), place))
            Refuse(row, "workshop", $"{person.Id} has a fixed place in '{place.Workshop}' already, in slot '{_byWorkshop[(person.Id, place.Workshop)].Slot}'");

        if (Count(_taken, session) > session.Seats)
            Refuse(row, "slot", $"'{place.Workshop}' in slot '{place.Slot}' has {session.Seats} seats, all held by the fixed places before this one");
        if (person.School.Length > 0 && Count(_takenBySchool, (session, person.School)) > schoolCap)
            Refuse(row, "slot", $"'{place.Workshop}' in slot '{place.Slot}' has {schoolCap} fixed places of the school '{person.School}' already, as many as the school cap allows");
    }

    private static int Count<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        counts.TryGetValue(key, out var count);
        return counts[key] = count + 1;
    }

    private void Refuse(int row, string column, string text) => error(ProblemTable.FixedPlaces, row, column, text);
}
