using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>
/// Whether somebody may change what belongs to a person rather than to a post: name, address, staff number. Whoever changes an address
/// can have the next sign-in link sent there, so it takes the right to edit people at every place where the person works or has a role.
/// </summary>
public sealed class PersonReach(AppDb db, TimeProvider clock)
{
    public async Task<bool> IsWhollyMineAsync(Viewer viewer, Guid person, CancellationToken cancellation) =>
        (await WhollyAsync(viewer.Where(Right.EditPeople), [person], cancellation)).Contains(person);

    /// <summary>Those of some people who work and have roles only at the places given.</summary>
    public async Task<HashSet<Guid>> WhollyAsync(IReadOnlyList<Guid> places, IReadOnlyList<Guid> people, CancellationToken cancellation)
    {
        var today = UkTime.Today(clock);
        var wholly = new HashSet<Guid>();
        foreach (var some in people.Chunk(500))
        {
            wholly.UnionWith(await db.People
                .Where(person => some.Contains(person.Id)
                    && !db.Posts.Any(post => post.PersonId == person.Id && (post.EndedOn == null || post.EndedOn >= today) && !places.Contains(post.OrganisationId))
                    && !db.RoleGrants.Any(grant => grant.PersonId == person.Id && !places.Contains(grant.OrganisationId))
                    && !db.Users.Any(account => account.PersonId == person.Id && account.RunsInstallation))
                .Select(person => person.Id).ToListAsync(cancellation));
        }
        return wholly;
    }
}
