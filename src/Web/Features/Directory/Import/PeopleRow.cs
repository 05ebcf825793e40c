namespace Guildhall.Web.Features.Directory.Import;

/// <summary>A post in a file of people. What is null the file does not say, and it stays as it is known.</summary>
internal sealed record PeopleRow
{
    /// <summary>Where it stands in the file.</summary>
    public required string Where { get; init; }

    public string? StaffNumber { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public string? Email { get; init; }

    public Guid OrganisationId { get; init; }

    public RoleGroup RoleGroup { get; init; }

    public string? JobTitle { get; init; }

    public List<string>? Subjects { get; init; }

    public List<string>? KeyStages { get; init; }

    public int? FtePercent { get; init; }

    public WorkingDays? WorkingDays { get; init; }

    /// <summary>An address, a staff number or a name.</summary>
    public string? LineManager { get; init; }

    public DateOnly? StartedOn { get; init; }

    public string FullName => $"{GivenName} {FamilyName}";

    public string NameKey => KeyOfName(FullName);

    public static string KeyOfName(string name) => string.Join(' ', name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Something to be said about a file.</summary>
internal sealed record PeopleFinding(string Where, string Words, bool IsError);

/// <summary>What a file of people says.</summary>
internal sealed record PeopleContent(IReadOnlyList<PeopleRow> Rows, IReadOnlyList<PeopleFinding> Findings, IReadOnlyDictionary<string, int> UnknownRoles);

/// <summary>The places for which a file can have posts: an organisation, and a trust's schools with it.</summary>
internal sealed record ImportPlaces(Guid Home, IReadOnlyList<ImportPlace> All)
{
    public Guid? Find(string cell)
    {
        var key = PeopleRow.KeyOfName(cell);
        var found = All.Where(place => PeopleRow.KeyOfName(place.Name) == key || (place.Urn is { } urn && urn.ToString(System.Globalization.CultureInfo.InvariantCulture) == key)).ToList();
        return found.Count == 1 ? found[0].Id : null;
    }
}

internal sealed record ImportPlace(Guid Id, string Name, int? Urn);
