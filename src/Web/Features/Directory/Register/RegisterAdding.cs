using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Takes schools and trusts of the register into the directory.</summary>
public sealed class RegisterAdding(AppDb db, AuditTrail audit)
{
    /// <summary>
    /// Whether somebody may take in the schools of a trust: who runs the installation may take in any, and who grants roles at a trust
    /// that trust's schools.
    /// </summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="trustUid">The trust's number; <see langword="null"/> = a school without one.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<bool> IsAllowedAsync(Viewer viewer, int? trustUid, CancellationToken cancellation)
    {
        if (viewer.RunsInstallation)
            return true;
        var places = viewer.Where(Right.GrantRoles);
        return trustUid is { } uid && await db.Organisations.AnyAsync(trust => trust.GroupUid == uid && places.Contains(trust.Id), cancellation);
    }

    /// <summary>Adds a school, in its trust when that is in the directory; not yet saved.</summary>
    public async Task<Organisation> AddSchoolAsync(RegisterSchool school, CancellationToken cancellation)
    {
        var trust = school.TrustUid is { } uid ? await db.Organisations.SingleOrDefaultAsync(row => row.GroupUid == uid, cancellation) : null;
        return Add(school, trust);
    }

    /// <summary>Adds a trust and those of its open schools that are not in the directory, and takes those that are into the trust; not yet saved.</summary>
    public async Task<(Organisation Trust, int Schools)> AddTrustAsync(int uid, CancellationToken cancellation)
    {
        var schools = await db.RegisterSchools.Where(school => school.TrustUid == uid && school.Status != SchoolStatus.Closed)
            .OrderBy(school => school.Name).ThenBy(school => school.Urn).AsNoTracking().ToListAsync(cancellation);
        var trust = await db.Organisations.SingleOrDefaultAsync(row => row.GroupUid == uid, cancellation);
        if (trust is null)
        {
            trust = new Organisation { Kind = OrganisationKind.Trust, Name = schools[0].TrustName, GroupUid = uid, LocalAuthority = schools[0].LocalAuthority };
            db.Organisations.Add(trust);
            audit.Record("added the trust from the register of schools", new AuditSubject("organisation", trust.Id, trust.Name), trust.Id);
        }
        int?[] urns = [.. schools.Select(school => school.Urn)];
        var known = await db.Organisations.Where(row => urns.Contains(row.Urn)).ToDictionaryAsync(row => row.Urn!.Value, cancellation);
        var added = 0;
        foreach (var school in schools)
        {
            if (!known.TryGetValue(school.Urn, out var organisation))
            {
                Add(school, trust);
                added++;
            }
            else if (organisation.TrustId is null)
            {
                organisation.TrustId = trust.Id;
                audit.Record($"put the school into the trust {trust.Name}", new AuditSubject("organisation", organisation.Id, organisation.Name), organisation.Id);
            }
        }
        return (trust, added);
    }

    private Organisation Add(RegisterSchool school, Organisation? trust)
    {
        var organisation = new Organisation
        {
            Kind = OrganisationKind.School,
            Name = school.Name,
            Urn = school.Urn,
            Phase = school.Phase,
            Street = school.Street,
            Town = school.Town,
            Postcode = school.Postcode,
            LocalAuthority = school.LocalAuthority,
            Pupils = school.Pupils,
            TrustId = trust?.Id,
            ClosedOn = school.Status == SchoolStatus.Closed ? school.ClosedOn : null,
        };
        db.Organisations.Add(organisation);
        audit.Record("added the school from the register of schools", new AuditSubject("organisation", organisation.Id, organisation.Name), organisation.Id);
        return organisation;
    }
}
