using At = Guildhall.Web.Features.Directory.Register.DownloadColumns;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Makes a school of a row of the register's download.</summary>
internal sealed class DownloadRow(RegisterTable row, AcademyTrusts? trusts, RegisterFindings findings)
{
    private const int OldestPupil = 25;
    private const int MostPupils = 20_000;
    private const int FarthestEast = 700_000;
    private const int FarthestNorth = 1_300_000;

    private readonly HashSet<int> _seen = [];
    private readonly HashSet<int> _closed = [];

    /// <summary>What the rows so far say of a school, of whatever type: closed, not closed, or <see langword="null"/> = nothing.</summary>
    public bool? IsClosed(int urn) => _seen.Contains(urn) ? _closed.Contains(urn) : null;

    /// <summary>The school in the present row; <see langword="null"/> when there is none to be had.</summary>
    public RegisterEntry? Entry()
    {
        if (row.Urn(At.Urn) is not { } urn)
            return null;
        if (Status() is not { } status)
            return null;
        if (!_seen.Add(urn))
        {
            row.Row(At.Urn, $"school {urn} stands in the file twice, and the first row counts");
            return null;
        }
        if (status == SchoolStatus.Closed)
            _closed.Add(urn);
        var type = row.Cell(At.Type);
        if (!StateSchools.Include(type))
        {
            findings.PassOver(type);
            return null;
        }
        if (row.Cell(At.Name) is { Length: > 0 } name)
            return Entry(urn, name, type, status);
        row.Row(At.Name, $"school {urn} has no name");
        return null;
    }

    private RegisterEntry Entry(int urn, string name, string type, SchoolStatus status) => new(urn, name)
    {
        Type = type,
        Phase = Meant(At.Phase),
        Status = status,
        OpenedOn = row.Day(At.OpenedOn),
        ClosedOn = row.Day(At.ClosedOn),
        LowAge = row.Whole(At.LowAge, 0, OldestPupil),
        HighAge = row.Whole(At.HighAge, 0, OldestPupil),
        ReligiousCharacter = Meant(At.ReligiousCharacter),
        LocalAuthority = Meant(At.LocalAuthority),
        Street = row.Cell(At.Street),
        Locality = row.Cell(At.Locality),
        Town = row.Cell(At.Town),
        Postcode = row.Cell(At.Postcode).ToUpperInvariant(),
        Easting = row.Whole(At.Easting, 0, FarthestEast) is > 0 and var east ? east : null,
        Northing = row.Whole(At.Northing, 0, FarthestNorth) is > 0 and var north ? north : null,
        Trust = Trust(urn),
        Pupils = row.Whole(At.Pupils, 0, MostPupils),
        FreeMealsPermille = row.Permille(At.FreeMeals),
    };

    private SchoolStatus? Status()
    {
        var cell = row.Cell(At.Status);
        switch (cell.ToUpperInvariant())
        {
            case "OPEN":
                return SchoolStatus.Open;
            case "OPEN, BUT PROPOSED TO CLOSE":
                return SchoolStatus.ProposedToClose;
            case "PROPOSED TO OPEN":
                return SchoolStatus.ProposedToOpen;
            case "CLOSED":
                return SchoolStatus.Closed;
            default:
                row.Row(At.Status, cell.Length == 0 ? "it does not say whether the school is open" : $"'{cell}' does not say whether the school is open");
                return null;
        }
    }

    private RegisterTrust? Trust(int urn)
    {
        if (!row.Has(At.TrustUid) && trusts is not null)
            return trusts.Of(urn);
        var name = row.Cell(At.TrustName);
        // A foundation trust ("Supported by a trust") stands behind a school of the local authority and is no academy trust.
        if (name.Length == 0 || (!AcademyTrusts.IsTrust(row.Cell(At.TrustFlag), out var isForOneSchool) && row.Has(At.TrustFlag)))
            return null;
        return new RegisterTrust(row.Whole(At.TrustUid, 1, int.MaxValue), name, isForOneSchool);
    }

    private string Meant(string column) => row.Cell(column) is var cell && cell is "Not applicable" or "Does not apply" or "None" ? "" : cell;
}
