namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Finds the line managers that a file names by address, staff number or name: among its own people first, then among those known.</summary>
internal sealed class LineManagers(PeoplePlan plan, PeopleWorld world)
{
    private readonly Dictionary<string, List<(Guid Id, string Name)>> _people = new(StringComparer.OrdinalIgnoreCase);

    public void Find()
    {
        foreach (var person in plan.People)
        {
            foreach (var key in (string?[])[person.First.StaffNumber, person.First.Email, person.First.NameKey])
                Add(key, person.Id, person.First.FullName);
        }
        foreach (var person in world.Own.Where(person => person.LeftOn is null))
        {
            foreach (var key in (string?[])[person.StaffNumber, person.Email, PeopleRow.KeyOfName(person.FullName)])
                Add(key, person.Id, person.FullName);
        }
        foreach (var person in plan.People)
        {
            foreach (var row in person.Rows.Where(row => row.LineManager is not null))
                Find(person, row);
        }
    }

    private void Find(PlannedPerson person, PeopleRow row)
    {
        var found = _people.GetValueOrDefault(row.LineManager!.Trim()) ?? _people.GetValueOrDefault(PeopleRow.KeyOfName(row.LineManager)) ?? [];
        if (found.Count == 1 && found[0].Id != person.Id)
            person.Managers[row] = found[0];
        else
            plan.Findings.Add(new PeopleFinding(row.Where, Why(person, row, found), IsError: false));
    }

    private static string Why(PlannedPerson person, PeopleRow row, List<(Guid Id, string Name)> found) =>
        found.Count == 0 ? $"the line manager '{row.LineManager}' was not found and is left as it is"
        : found.Count == 1 && found[0].Id == person.Id ? $"{row.FullName} cannot be their own line manager"
        : $"several people fit the line manager '{row.LineManager}'; write the email address";

    private void Add(string? key, Guid id, string name)
    {
        if (string.IsNullOrEmpty(key))
            return;
        if (!_people.TryGetValue(key, out var people))
            _people.Add(key, people = []);
        if (!people.Exists(other => other.Id == id))
            people.Add((id, name));
    }
}
