namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Puts the rows of one person together: the same staff number, or the same address, or, without either, the same name.</summary>
internal sealed class PeopleGroups(List<PeopleFinding> findings)
{
    private readonly Dictionary<string, PlannedPerson> _byKey = new(StringComparer.OrdinalIgnoreCase);

    public List<PlannedPerson> Of(IReadOnlyList<PeopleRow> rows)
    {
        var people = new List<PlannedPerson>();
        foreach (var row in rows)
        {
            var person = Find(row);
            if (person is null)
                people.Add(person = new PlannedPerson([row]));
            else
                Add(person, row);
            foreach (var key in KeysOf(row))
                _byKey.TryAdd(key, person);
        }
        return people;
    }

    private PlannedPerson? Find(PeopleRow row)
    {
        foreach (var key in KeysOf(row))
        {
            if (_byKey.TryGetValue(key, out var person))
                return person;
        }
        return null;
    }

    private void Add(PlannedPerson person, PeopleRow row)
    {
        var first = person.First;
        if (row.NameKey != first.NameKey)
            Error(row, $"{row.FullName} has the staff number or email address of {first.FullName} in {first.Where}");
        else if (row.StaffNumber is not null && first.StaffNumber is not null && !row.StaffNumber.Equals(first.StaffNumber, StringComparison.OrdinalIgnoreCase))
            Error(row, $"the email address is the same as in {first.Where}, and the staff number another");
        else if (row.Email is not null && first.Email is not null && row.Email != first.Email)
            Error(row, $"{row.FullName} has another email address in {first.Where}");
        else if (person.Rows.Exists(other => other.OrganisationId == row.OrganisationId && other.RoleGroup == row.RoleGroup
            && string.Equals(other.JobTitle, row.JobTitle, StringComparison.OrdinalIgnoreCase)))
            Error(row, $"{row.FullName} stands in {first.Where} with the same post");
        else if (row.StaffNumber is null && row.Email is null)
            findings.Add(new PeopleFinding(row.Where, $"{row.FullName} is taken for the same person as in {first.Where}, with another post", IsError: false));
        person.Rows.Add(row);
    }

    private static IEnumerable<string> KeysOf(PeopleRow row)
    {
        if (row.StaffNumber is { } number)
            yield return $"number {number}";
        if (row.Email is { } email)
            yield return $"email {email}";
        if (row is { StaffNumber: null, Email: null })
            yield return $"name {row.NameKey}";
    }

    private void Error(PeopleRow row, string words) => findings.Add(new PeopleFinding(row.Where, words, IsError: true));
}
