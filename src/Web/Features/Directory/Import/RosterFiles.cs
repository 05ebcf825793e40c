using Guildhall.Tables;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>
/// Reads the three files of a roster as Microsoft's School Data Sync 2.1 has them (learn.microsoft.com/schooldatasync/sds-v2.1-csv-file-format):
/// orgs.csv, users.csv and roles.csv, with exactly these headers, always the full set. Pupils in them are passed over.
/// </summary>
internal sealed class RosterFiles(ImportPlaces places, IReadOnlyDictionary<string, RoleGroup> roleWords, DateOnly today)
{
    private static readonly HashSet<string> NotStaff = new(["student", "alumni", "guardian", "parent", "relative"], StringComparer.OrdinalIgnoreCase);

    private readonly List<PeopleRow> _rows = [];
    private readonly List<PeopleFinding> _findings = [];
    private readonly Dictionary<string, int> _unknownRoles = new(StringComparer.OrdinalIgnoreCase);

    public PeopleContent Read(Stream organisations, Stream users, Stream roles, CancellationToken stop)
    {
        var orgs = Read(organisations, "orgs.csv", ["sourcedId", "name", "type"], stop);
        var people = Read(users, "users.csv", ["sourcedId", "username", "familyName", "givenName"], stop);
        var posts = Read(roles, "roles.csv", ["userSourcedId", "orgSourcedId", "role"], stop);
        if (orgs is not null && people is not null && posts is not null)
            Join(orgs, people, posts);
        return new PeopleContent(_rows, _findings, _unknownRoles);
    }

    private void Join(RosterTable orgs, RosterTable people, RosterTable posts)
    {
        var orgById = ById(orgs);
        var personById = ById(people);
        foreach (var row in posts.Table.Rows)
        {
            if (NotStaff.Contains(posts.Cell(row, "role")))
                continue;
            if (DateOnly.TryParse(posts.Cell(row, "roleEndDate"), System.Globalization.CultureInfo.InvariantCulture, out var end) && end < today)
                continue;
            if (!personById.TryGetValue(posts.Cell(row, "userSourcedId"), out var person))
                Note(posts, row, "userSourcedId", $"'{posts.Cell(row, "userSourcedId")}' is not in users.csv");
            else if (!orgById.TryGetValue(posts.Cell(row, "orgSourcedId"), out var org))
                Note(posts, row, "orgSourcedId", $"'{posts.Cell(row, "orgSourcedId")}' is not in orgs.csv");
            else if ((places.Find(orgs.Cell(org, "sourcedId")) ?? places.Find(orgs.Cell(org, "name"))) is not { } place)
                Note(orgs, org, "name", $"'{orgs.Cell(org, "name")}' is no school of this trust: its name or its sourcedId must be the name or the URN in the directory");
            else
                Add(people, person, posts, row, place);
        }
    }

    private void Add(RosterTable people, TableRow person, RosterTable posts, TableRow post, Guid place)
    {
        var before = _findings.Count;
        var (given, family) = (people.Cell(person, "givenName"), people.Cell(person, "familyName"));
        if (given.Length is 0 or > Person.NameLength)
            Note(people, person, "givenName", "the given name is missing or too long");
        if (family.Length is 0 or > Person.NameLength)
            Note(people, person, "familyName", "the family name is missing or too long");
        var address = people.Cell(person, "email") is { Length: > 0 } email ? email : people.Cell(person, "username") is var user && user.Contains('@', StringComparison.Ordinal) ? user : "";
        if (!PeopleCells.TryEmail(address, out var clean, out var problem))
            Note(people, person, "email", problem);
        if (people.Cell(person, "sourcedId").Length > Person.StaffNumberLength)
            Note(people, person, "sourcedId", $"this has more than {Person.StaffNumberLength} letters");
        var role = posts.Cell(post, "role");
        if (RoleWords.Find(role, "", roleWords, out var unknown) is not { } group)
        {
            if (unknown.Length == 0)
                Note(posts, post, "role", "the role is missing");
            else
                _unknownRoles[unknown] = _unknownRoles.GetValueOrDefault(unknown) + 1;
            return;
        }
        if (_findings.Count > before)
            return;
        _rows.Add(new PeopleRow
        {
            Where = $"roles.csv, row {post.Number}",
            StaffNumber = people.Cell(person, "sourcedId"),
            GivenName = given,
            FamilyName = family,
            Email = clean,
            OrganisationId = place,
            RoleGroup = group,
            StartedOn = PeopleCells.TryDay(posts.Cell(post, "roleStartDate"), out var day, out _) ? day : null,
        });
    }

    private Dictionary<string, TableRow> ById(RosterTable table)
    {
        var rows = new Dictionary<string, TableRow>(StringComparer.Ordinal);
        foreach (var row in table.Table.Rows)
        {
            var id = table.Cell(row, "sourcedId");
            if (id.Length == 0)
                Note(table, row, "sourcedId", "the sourcedId is missing");
            else if (!rows.TryAdd(id, row))
                Note(table, row, "sourcedId", $"'{id}' stands in the file twice");
        }
        return rows;
    }

    private RosterTable? Read(Stream file, string name, string[] needed, CancellationToken stop)
    {
        var table = Table.Read(file, name, stop: stop);
        _findings.AddRange(table.Findings.Select(finding => new PeopleFinding(
            finding.Where.Length > 0 ? $"{name}, {finding.Where}" : name, finding.Text, finding.IsError)));
        if (table.HasErrors)
            return null;
        var missing = needed.Where(column => !table.Header.Contains(column, StringComparer.Ordinal)).ToList();
        if (missing.Count == 0)
            return new RosterTable(name, table);
        _findings.Add(new PeopleFinding(name, $"the columns {string.Join(", ", missing)} are missing; capital letters count", IsError: true));
        return null;
    }

    private void Note(RosterTable table, TableRow row, string column, string problem)
    {
        var place = table.Column(column);
        var where = new TableFinding("") { Row = row.Number, Column = place, Header = place < 0 ? "" : column }.Where;
        var finding = new PeopleFinding($"{table.Name}, {where}", problem, IsError: true);
        if (_findings.Count < 500 && !_findings.Contains(finding))
            _findings.Add(finding);
    }

    private sealed class RosterTable(string name, Table table)
    {
        private readonly Dictionary<string, int> _columns = table.Header.Index()
            .DistinctBy(pair => pair.Item, StringComparer.Ordinal).ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

        public string Name => name;

        public Table Table => table;

        public int Column(string column) => _columns.GetValueOrDefault(column, ColumnMapping.None);

        public string Cell(TableRow row, string column) => row[Column(column)];
    }
}
