using Guildhall.Tables;
using Fields = Guildhall.Web.Features.Directory.Import.PeopleFields;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Reads a file of people, a row for each post, and marks every cell that cannot be used.</summary>
internal sealed class PeopleFile(ImportPlaces places, IReadOnlyDictionary<string, RoleGroup> roleWords)
{
    /// <summary>Nobody reads more.</summary>
    private const int MostFindings = 500;

    private readonly List<PeopleRow> _rows = [];
    private readonly List<PeopleFinding> _findings = [];
    private readonly Dictionary<string, int> _unknownRoles = new(StringComparer.OrdinalIgnoreCase);
    private ColumnMapping _columns = null!;

    /// <summary>Reads the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="sheet">The sheet of a workbook; empty = the first.</param>
    /// <param name="remembered">The header of the column of each field.</param>
    /// <param name="report">Told the number of rows read, now and then.</param>
    /// <param name="stop">Stops it.</param>
    public PeopleContent Read(
        Stream file, string name, string sheet, IReadOnlyDictionary<string, string> remembered, Action<int> report, CancellationToken stop)
    {
        using var reader = RowReader.Open(file, name, sheet: sheet.Length > 0 ? sheet : null, stop: stop);
        _columns = ColumnMapping.Propose(reader.Header, Fields.All, remembered);
        if (reader.Header.Count > 0)
            CheckColumns();
        var hasColumns = _findings.Count == 0;
        while (_findings.Count < MostFindings && reader.Read())
        {
            if (hasColumns)
                Read(reader.Row);
            if (_rows.Count % 500 == 0)
                report(_rows.Count);
        }
        var ofFile = reader.Findings.Select(finding => new PeopleFinding(finding.Where, finding.Text, finding.IsError));
        return new PeopleContent(_rows, [.. ofFile, .. _findings], _unknownRoles);
    }

    private void CheckColumns()
    {
        var hasName = Has(Fields.FullName) || (Has(Fields.GivenName) && Has(Fields.FamilyName));
        if (!hasName)
            _findings.Add(new PeopleFinding("", "there is no column for the name: say which column holds the given name and which the family name", IsError: true));
        if (!Has(Fields.RoleGroup) && !Has(Fields.JobTitle))
            _findings.Add(new PeopleFinding("", "there is no column for the role group or the job title: say which column holds it", IsError: true));
    }

    private bool Has(string field) => _columns.ColumnOf(field) != ColumnMapping.None;

    private void Read(TableRow row)
    {
        var before = _findings.Count;
        var (given, family) = Names(row);
        var role = Role(row);
        var place = Place(row);
        var read = new PeopleRow
        {
            Where = $"row {row.Number}",
            GivenName = given,
            FamilyName = family,
            StaffNumber = Text(row, Fields.StaffNumber, Person.StaffNumberLength),
            Email = Value(row, Fields.Email, PeopleCells.TryEmail, out string? email) ? email : null,
            OrganisationId = place ?? Guid.Empty,
            RoleGroup = role ?? default,
            JobTitle = Text(row, Fields.JobTitle, Post.JobTitleLength),
            Subjects = Value(row, Fields.Subjects, PeopleCells.TrySubjects, out List<string> subjects) ? subjects : null,
            KeyStages = Value(row, Fields.KeyStages, PeopleCells.TryKeyStages, out List<string> stages) ? stages : null,
            FtePercent = Value(row, Fields.Fte, PeopleCells.TryFte, out int percent) ? percent : null,
            WorkingDays = Value(row, Fields.WorkingDays, PeopleCells.TryDays, out WorkingDays days) ? days : null,
            LineManager = Text(row, Fields.LineManager, Person.EmailLength),
            StartedOn = Value(row, Fields.StartedOn, PeopleCells.TryDay, out DateOnly day) ? day : null,
        };
        if (_findings.Count == before && role is not null && place is not null)
            _rows.Add(read);
    }

    private (string Given, string Family) Names(TableRow row)
    {
        var given = Text(row, Fields.GivenName, Person.NameLength) ?? "";
        var family = Text(row, Fields.FamilyName, Person.NameLength) ?? "";
        if ((given.Length == 0 || family.Length == 0) && Text(row, Fields.FullName, 2 * Person.NameLength) is { } whole)
        {
            // "Smith, Ann" or "Ann Smith".
            var comma = whole.Split(',', 2, StringSplitOptions.TrimEntries);
            var blank = whole.LastIndexOf(' ');
            (given, family) = comma.Length == 2 ? (comma[1], comma[0]) : blank > 0 ? (whole[..blank].Trim(), whole[(blank + 1)..]) : ("", whole);
        }
        if (given.Length == 0)
            Note(row, Has(Fields.GivenName) ? Fields.GivenName : Fields.FullName, "the given name is missing");
        if (family.Length == 0)
            Note(row, Has(Fields.FamilyName) ? Fields.FamilyName : Fields.FullName, "the family name is missing");
        return (given, family);
    }

    private RoleGroup? Role(TableRow row)
    {
        var role = row[_columns.ColumnOf(Fields.RoleGroup)];
        var job = row[_columns.ColumnOf(Fields.JobTitle)];
        if (RoleWords.Find(role, job, roleWords, out var unknown) is { } group)
            return group;
        if (unknown.Length == 0)
            Note(row, Has(Fields.RoleGroup) ? Fields.RoleGroup : Fields.JobTitle, "it does not say what the person is at work");
        else
            _unknownRoles[unknown] = _unknownRoles.GetValueOrDefault(unknown) + 1;
        return null;
    }

    private Guid? Place(TableRow row)
    {
        var cell = row[_columns.ColumnOf(Fields.School)];
        if (cell.Length == 0)
            return places.Home;
        if (places.Find(cell) is { } found)
            return found;
        Note(row, Fields.School, places.All.Count == 1
            ? $"'{cell}' is another place than {places.All[0].Name}, for which these people are imported"
            : $"'{cell}' is no school of this trust: write its name as in the directory, or its URN");
        return null;
    }

    private string? Text(TableRow row, string field, int length)
    {
        var cell = row[_columns.ColumnOf(field)];
        if (cell.Length > length)
            Note(row, field, $"this has {cell.Length} letters, and at most {length} are kept");
        return cell.Length == 0 ? null : cell;
    }

    private bool Value<T>(TableRow row, string field, Reader<T> read, out T value)
    {
        value = default!;
        var cell = row[_columns.ColumnOf(field)];
        if (cell.Length == 0)
            return false;
        if (read(cell, out value, out var problem))
            return true;
        Note(row, field, problem);
        return false;
    }

    private void Note(TableRow row, string field, string problem)
    {
        var column = _columns.ColumnOf(field);
        var finding = new TableFinding(problem) { Row = row.Number, Column = column, Header = column < 0 ? "" : _columns.Headers[column] };
        _findings.Add(new PeopleFinding(finding.Where, problem, IsError: true));
    }

    private delegate bool Reader<T>(string cell, out T value, out string problem);
}
