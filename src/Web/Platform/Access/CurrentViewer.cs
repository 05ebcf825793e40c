using System.Security.Claims;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guildhall.Web.Platform.Access;

/// <summary>
/// Finds out, once for each request, who asks and what they may do. It is read from the database each time, so that a role taken away,
/// a sign-out everywhere or a locked account counts from the next page on, on every node.
/// </summary>
public sealed class CurrentViewer(AppDb db, TimeProvider clock, IOptions<IdentityOptions> identity)
{
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    public async Task LoadAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        Viewer = Viewer.Nobody;
        var claims = identity.Value.ClaimsIdentity;
        if (!Guid.TryParse(user.FindFirstValue(claims.UserIdClaimType), out var accountId))
            return;
        var stamp = user.FindFirstValue(claims.SecurityStampClaimType);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var account = await db.Users
            .Where(account => account.Id == accountId && account.SecurityStamp == stamp)
            .Select(account => new
            {
                account.PersonId,
                account.RunsInstallation,
                account.Person!.GivenName,
                account.Person.FamilyName,
                Employers = account.Person.Posts
                    .Where(post => post.EndedOn == null || post.EndedOn >= today)
                    .Select(post => post.OrganisationId).ToList(),
            })
            .AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (account is null)
            return;
        var viewer = new Viewer
        {
            AccountId = accountId,
            PersonId = account.PersonId,
            Name = $"{account.GivenName} {account.FamilyName}",
            RunsInstallation = account.RunsInstallation,
            Employers = account.Employers,
        };
        var grants = await db.RoleGrants
            .Where(grant => grant.PersonId == account.PersonId)
            .Select(grant => new
            {
                grant.Role,
                grant.OrganisationId,
                Schools = db.Organisations.Where(school => school.TrustId == grant.OrganisationId).Select(school => school.Id).ToList(),
            })
            .AsNoTracking().ToListAsync(cancellation);
        foreach (var grant in grants)
            viewer.Hold(grant.Role, grant.OrganisationId, grant.Schools);
        Viewer = viewer;
    }
}
