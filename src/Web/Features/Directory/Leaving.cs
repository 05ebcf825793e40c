using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>What happens when somebody stops working at a place. Nothing about them is deleted but what they might do there.</summary>
public sealed class Leaving(AppDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Ends the held posts of a person at some places and takes away their roles there; not yet saved.</summary>
    /// <param name="person">Tracked.</param>
    /// <param name="places">The places.</param>
    /// <param name="lastDay">The last day of the posts.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Why it cannot be done; null = it is.</returns>
    public async Task<string?> LeaveAsync(Person person, IReadOnlyList<Guid> places, DateOnly lastDay, CancellationToken cancellation)
    {
        var posts = await db.Posts.Where(post => post.PersonId == person.Id && (post.EndedOn == null || post.EndedOn > lastDay)).ToListAsync(cancellation);
        var grants = await db.RoleGrants.Include(grant => grant.Organisation)
            .Where(grant => grant.PersonId == person.Id && places.Contains(grant.OrganisationId)).ToListAsync(cancellation);
        foreach (var grant in grants.Where(grant => grant.Role == Role.Administrator))
        {
            if (await IsLastAdministratorAsync(grant, cancellation))
                return $"{person.FullName} is the only administrator of {grant.Organisation!.Name}. Make somebody else an administrator first.";
        }
        foreach (var post in posts.Where(post => places.Contains(post.OrganisationId)))
        {
            post.EndedOn = lastDay;
            audit.Record($"ended the post “{post.JobTitle}”, last day {UkTime.ShortWords(lastDay)}", Subject(person), post.OrganisationId, person.Id);
        }
        foreach (var grant in grants)
        {
            db.RoleGrants.Remove(grant);
            audit.Record($"took away the role {grant.Role.Words()}, because the person leaves", Subject(person), grant.OrganisationId, person.Id);
        }
        if (posts.TrueForAll(post => places.Contains(post.OrganisationId)))
            person.LeftOn = lastDay;
        return null;
    }

    /// <summary>Whether nobody else administers the organisation itself; those of its trust do not count, who may not know it.</summary>
    public async Task<bool> IsLastAdministratorAsync(RoleGrant grant, CancellationToken cancellation) =>
        grant.Role == Role.Administrator
        && !await db.RoleGrants.AnyAsync(
            other => other.OrganisationId == grant.OrganisationId && other.Role == Role.Administrator && other.PersonId != grant.PersonId, cancellation);

    /// <summary>The day of somebody's leaving when none is given.</summary>
    public DateOnly Today => UkTime.Today(clock);

    internal static AuditSubject Subject(Person person) => new("person", person.Id, person.FullName);
}
