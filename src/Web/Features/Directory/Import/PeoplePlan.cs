namespace Guildhall.Web.Features.Directory.Import;

/// <summary>What a file changes. It is worked out in full before anything is written.</summary>
internal sealed class PeoplePlan
{
    public List<PlannedPerson> People { get; } = [];

    /// <summary>Those who are missing in a full file, with the posts that end.</summary>
    public List<(Person Person, List<Post> Ending)> Leavers { get; } = [];

    public List<PeopleFinding> Findings { get; } = [];

    /// <summary>The places that the file is about.</summary>
    public required IReadOnlyList<Guid> Places { get; init; }

    public bool HasErrors => Findings.Exists(finding => finding.IsError);
}

/// <summary>A person of the file, and who they are.</summary>
internal sealed class PlannedPerson(List<PeopleRow> rows)
{
    public List<PeopleRow> Rows { get; } = rows;

    public PeopleRow First => Rows[0];

    /// <summary>Whom the file means; null = somebody new.</summary>
    public Person? Known { get; set; }

    /// <summary>Their key, also before they are there.</summary>
    public Guid Id => Known?.Id ?? _newId;

    /// <summary>Whether name, address and number may change.</summary>
    public bool MayChangeFacts { get; set; } = true;

    /// <summary>The row of each post, with the post that it is; null = a new one.</summary>
    public List<(PeopleRow Row, Post? Known)> Posts { get; } = [];

    /// <summary>Posts at the file's places that the file no longer has.</summary>
    public List<Post> Ending { get; } = [];

    /// <summary>The line manager of each row that names one who was found.</summary>
    public Dictionary<PeopleRow, (Guid Id, string Name)> Managers { get; } = [];

    private readonly Guid _newId = Guid.CreateVersion7();
}
