namespace Guildhall.Planning.Allocation;

/// <summary>Reads all rows once and notes every error and every warning, each with its row.</summary>
internal sealed class ProblemValidation(
    List<(Session Session, int Row)> sessions,
    List<(Person Person, int Row)> people,
    List<(FixedPlace Place, int Row)> fixedPlaces,
    int? schoolCap)
{
    private readonly List<ProblemMessage> _errors = [];
    private readonly List<ProblemMessage> _warnings = [];
    private readonly Dictionary<(string Workshop, string Slot), Session> _sessionAt = [];
    private readonly Dictionary<string, List<Session>> _workshops = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);

    public IReadOnlyList<ProblemMessage> Errors => _errors;

    public IReadOnlyList<ProblemMessage> Warnings => _warnings;

    public void Run()
    {
        if (schoolCap < 1)
            _errors.Add(new ProblemMessage(ProblemTable.Options, 0, "school-cap", "the cap on people of one school must be 1 or more"));
        foreach (var (session, row) in sessions)
            ReadSession(session, row);
        if (_slots.Count > AllocationProblem.MostSlots)
        {
            _errors.Add(new ProblemMessage(ProblemTable.Sessions, sessions[^1].Row, "slot",
                $"the sessions name {_slots.Count} different slots; a day has at most {AllocationProblem.MostSlots}"));
        }
        foreach (var (person, row) in people)
            ReadPerson(person, row);
        WarnOfGroupsWithNobody();
        var places = new FixedPlaceValidation(_people, _workshops, _sessionAt, schoolCap, Error);
        foreach (var (place, row) in fixedPlaces)
            places.Read(place, row);
    }

    private void ReadSession(Session session, int row)
    {
        if (session.Workshop.Length == 0)
            Error(ProblemTable.Sessions, row, "workshop", "the workshop is missing");
        if (session.Slot.Length == 0)
            Error(ProblemTable.Sessions, row, "slot", "the slot is missing");
        if (session.Seats < 0)
            Error(ProblemTable.Sessions, row, "seats", $"seats must be 0 or more, not {session.Seats}");
        if (session.Minimum < 0)
            Error(ProblemTable.Sessions, row, "minimum", $"the minimum must be 0 or more, not {session.Minimum}");
        if (session.Workshop.Length == 0 || session.Slot.Length == 0)
            return;

        if (!_sessionAt.TryAdd((session.Workshop, session.Slot), session))
        {
            Error(ProblemTable.Sessions, row, "slot",
                $"workshop '{session.Workshop}' has a session in slot '{session.Slot}' already; a workshop has at most one in a slot");
            return;
        }
        _slots.Add(session.Slot);
        if (!_workshops.TryGetValue(session.Workshop, out var runs))
            _workshops.Add(session.Workshop, runs = []);
        runs.Add(session);
        if (session.Minimum > session.Seats && session.Seats > 0)
        {
            Warn(ProblemTable.Sessions, row, "minimum",
                $"workshop '{session.Workshop}' needs {session.Minimum} people but has only {session.Seats} seats, so it cannot run in slot '{session.Slot}'");
        }
    }

    private void ReadPerson(Person person, int row)
    {
        if (person.Id.Length == 0)
            Error(ProblemTable.People, row, "person", "the person is missing");
        else if (!_people.TryAdd(person.Id, person))
            Error(ProblemTable.People, row, "person", $"person '{person.Id}' is there already");
        if (person.Carry is < 0 or > Person.LargestCarry)
            Error(ProblemTable.People, row, "carry", $"carry must be from 0 to {Person.LargestCarry}, not {person.Carry}");
        foreach (var slot in person.Away.Where(slot => !_slots.Contains(slot)))
            Warn(ProblemTable.People, row, "away", $"no session is in slot '{slot}', in which {person.Id} is away");
        foreach (var workshop in person.Presents.Where(workshop => !_workshops.ContainsKey(workshop)))
            Error(ProblemTable.People, row, "presents", $"no session of workshop '{workshop}' is given");
        ReadWishes(person, row);
    }

    private void ReadWishes(Person person, int row)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < person.Wishes.Count; i++)
        {
            var (wish, column) = (person.Wishes[i], $"choice_{i + 1}");
            if (!_workshops.TryGetValue(wish, out var runs))
                Error(ProblemTable.People, row, column, $"no session of workshop '{wish}' is given");
            else if (!seen.Add(wish))
                Warn(ProblemTable.People, row, column, $"{person.Id} wishes for '{wish}' twice; the later wish is dropped");
            else if (person.Presents.Contains(wish, StringComparer.Ordinal))
                Warn(ProblemTable.People, row, column, $"{person.Id} presents '{wish}'; the wish for it is dropped");
            else if (!runs.Exists(session => IsFor(session, person)))
                Warn(ProblemTable.People, row, column, $"'{wish}' is not for {NameOf(person.Group)}; {person.Id}'s wish for it is dropped");
        }
    }

    private void WarnOfGroupsWithNobody()
    {
        var present = people.Select(row => row.Person.Group).ToHashSet(StringComparer.Ordinal);
        foreach (var (session, row) in sessions)
        {
            foreach (var group in session.Groups.Where(group => !present.Contains(group)))
                Warn(ProblemTable.Sessions, row, "for", $"nobody is in the group '{group}'");
        }
    }

    internal static bool IsFor(Session session, Person person) =>
        session.Groups.Count == 0 || session.Groups.Contains(person.Group, StringComparer.Ordinal);

    internal static string NameOf(string group) => group.Length == 0 ? "people without a group" : $"the group '{group}'";

    private void Error(ProblemTable table, int row, string column, string text) => _errors.Add(new ProblemMessage(table, row, column, text));

    private void Warn(ProblemTable table, int row, string column, string text) => _warnings.Add(new ProblemMessage(table, row, column, text));
}
