namespace Guildhall.Web.Features.Directory.Register;

/// <summary>
/// Which school is in which academy trust, from the register's group links. The other groups there (federations, sponsors,
/// foundation trusts, children's centres) run no academies.
/// </summary>
internal sealed class AcademyTrusts
{
    private const string School = "URN";
    private const string Uid = "Group UID";
    private const string Name = "Group Name";
    private const string Type = "Group Type";
    private const string Status = "Group Status";
    private const string Closed = "Closed Date";
    private const string Joined = "Joined date";

    private readonly Dictionary<int, RegisterTrust> _trusts = [];
    private readonly Dictionary<int, (RegisterTrust Trust, DateOnly? Joined)> _trustOfSchool = [];

    private AcademyTrusts()
    {
    }

    /// <summary>Reads the group links; <see langword="null"/> when the file cannot be used.</summary>
    public static AcademyTrusts? Read(Stream csv, RegisterFindings findings, CancellationToken stop)
    {
        using var table = RegisterTable.Open(csv, RegisterFile.GroupLinks, [School, Uid, Name, Type], [Status, Closed, Joined], findings);
        if (table is null)
            return null;
        var trusts = new AcademyTrusts();
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            trusts.Add(table);
        }
        return findings.IsRefused ? null : trusts;
    }

    public RegisterTrust? Of(int urn) => _trustOfSchool.TryGetValue(urn, out var link) ? link.Trust : null;

    /// <summary>Whether the register's name for a kind of group, or of support, is an academy trust, and whether that is for one school.</summary>
    public static bool IsTrust(string kind, out bool isForOneSchool)
    {
        isForOneSchool = kind.Contains("single-academy trust", StringComparison.OrdinalIgnoreCase);
        return isForOneSchool || kind.Contains("multi-academy trust", StringComparison.OrdinalIgnoreCase);
    }

    private void Add(RegisterTable row)
    {
        if (!IsTrust(row.Cell(Type), out var isForOneSchool) || row.Cell(Closed).Length > 0 || row.Cell(Status).Equals("Closed", StringComparison.OrdinalIgnoreCase))
            return;
        if (row.Urn(School) is not { } urn)
            return;
        if (row.Whole(Uid, 1, int.MaxValue) is not { } uid)
        {
            row.Row(Uid, "a trust without its number cannot be told from others");
            return;
        }
        if (!_trusts.TryGetValue(uid, out var trust))
            _trusts.Add(uid, trust = new RegisterTrust(uid, row.Cell(Name), isForOneSchool));
        var joined = row.Day(Joined);
        if (!_trustOfSchool.TryGetValue(urn, out var earlier))
        {
            _trustOfSchool.Add(urn, (trust, joined));
        }
        else if (earlier.Trust.Uid != uid)
        {
            var counts = joined > earlier.Joined ? trust : earlier.Trust;
            _trustOfSchool[urn] = (counts, joined > earlier.Joined ? joined : earlier.Joined);
            row.Note(School, $"school {urn} is in two trusts, '{earlier.Trust.Name}' and '{trust.Name}': '{counts.Name}', which it joined last, counts");
        }
    }
}
