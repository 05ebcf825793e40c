using System.Text;
using Guildhall.Web.Features.Directory.Register;

namespace Guildhall.Web.Tests.Features.Directory.Register;

/// <summary>Small files of the register's shape, with invented schools. A row names only the cells that matter.</summary>
internal static class RegisterFiles
{
    /// <summary>A header as the register has it: all the columns, with blanks after some names, and others that nobody uses.</summary>
    public static readonly string[] AllColumns =
    [
        "URN", "LA (code)", "LA (name) ", "EstablishmentNumber", "EstablishmentName", "TypeOfEstablishment (code)", "TypeOfEstablishment (name)",
        "EstablishmentStatus (name)", "OpenDate", "CloseDate", "PhaseOfEducation (name)  ", "StatutoryLowAge", "StatutoryHighAge",
        "ReligiousCharacter (name)", "NumberOfPupils", "PercentageFSM", "TrustSchoolFlag (name)", "Trusts (code)", "Trusts (name)", "Street",
        "Locality", "Town", "Postcode", "TelephoneNum", "Easting", "Northing", .. Enumerable.Range(1, 90).Select(i => $"SEN{i} (name)"),
    ];

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Dictionary<string, string> AnySchool = new()
    {
        ["EstablishmentName"] = "Hill School",
        ["TypeOfEstablishment (name)"] = "Community school",
        ["EstablishmentStatus (name)"] = "Open",
        ["PhaseOfEducation (name)"] = "Primary",
    };

    /// <summary>Text in the register's encoding.</summary>
    public static MemoryStream InWindows(string text) => new(Windows.GetBytes(text));

    public static string Schools(params string[] rows) => Table(AllColumns, rows);

    /// <summary>A table with these columns; a row is written <c>URN=100001; Town=York</c>, and a school's other needed cells are filled in.</summary>
    public static string Table(string[] columns, params string[] rows)
    {
        var text = new StringBuilder().AppendJoin(',', columns.Select(Quoted)).Append("\r\n");
        foreach (var row in rows)
        {
            var cells = new Dictionary<string, string>(AnySchool);
            foreach (var cell in row.Split("; "))
                cells[cell.Split('=', 2)[0]] = cell.Split('=', 2)[1];
            cells.Keys.Except(columns.Select(column => column.Trim())).Except(AnySchool.Keys).ShouldBeEmpty();
            text.AppendJoin(',', columns.Select(column => Quoted(cells.GetValueOrDefault(column.Trim(), "")))).Append("\r\n");
        }
        return text.ToString();
    }

    public static string GroupLinks(params string[] rows) =>
        Table(["", "URN", "Group UID", "Group ID", "Group Name", "Group Type", "Closed Date", "Group Status", "Joined date"], rows);

    public static string Links(params string[] rows) => Table(["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"], rows);

    public static (List<RegisterEntry> Entries, RegisterFindings Findings) Read(string schools, string? groupLinks = null, string? links = null) =>
        Read(InWindows(schools), groupLinks, links);

    public static (List<RegisterEntry> Entries, RegisterFindings Findings) Read(Stream schools, string? groupLinks = null, string? links = null)
    {
        var findings = new RegisterFindings();
        using (schools)
        using (var groups = groupLinks is null ? null : InWindows(groupLinks))
        using (var successors = links is null ? null : InWindows(links))
            return ([.. RegisterDownload.Read(schools, findings, groups, successors)], findings);
    }

    /// <summary>A message as <c>Row 3 URN: text</c>.</summary>
    public static string[] Said(this RegisterFindings findings) =>
        [.. findings.Kept.Select(found => $"{found.Weight} {found.Line} {(found.Column.Length == 0 ? "-" : found.Column)}: {found.Text}")];

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
