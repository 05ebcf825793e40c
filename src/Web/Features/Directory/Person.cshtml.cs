using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>What is stored about a person; one's own page shows the same.</summary>
[Needs<SeePerson>]
public sealed class PersonModel(AppDb db, CurrentViewer current, PersonReach reach, TimeProvider clock) : PageModel
{
    private const int EntriesShown = 20;

    public Person Person => HttpContext.Thing<Person>();

    public bool IsMyself => current.Viewer.PersonId == Person.Id;

    public IReadOnlyList<PostRow> Posts { get; private set; } = [];

    public IReadOnlyList<(string Organisation, string Role)> Roles { get; private set; } = [];

    /// <summary>The newest deeds that concern the person.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public bool HasMoreEntries { get; private set; }

    public bool HasAccount { get; private set; }

    public bool MayEditFacts { get; private set; }

    /// <summary>Where somebody who edits people there could say that the person leaves.</summary>
    public IReadOnlyList<Guid> MayEndAt { get; private set; } = [];

    public IReadOnlyList<Guid> MyPlaces => current.Viewer.Where(Right.EditPeople);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var id = Person.Id;
        var today = UkTime.Today(clock);
        // Another employer's post of the person is that employer's matter, unless it is one's own.
        var seen = current.Viewer.Where(Right.SeePeople);
        var all = IsMyself;
        Posts = await db.Posts.AsNoTracking()
            .Where(post => post.PersonId == id && (all || seen.Contains(post.OrganisationId)))
            .OrderBy(post => post.EndedOn != null).ThenBy(post => post.Organisation!.Name).ThenBy(post => post.Id)
            .Select(post => new PostRow(
                post, post.Organisation!.Name,
                post.LineManager == null ? null : post.LineManager.GivenName + " " + post.LineManager.FamilyName,
                post.EndedOn == null || post.EndedOn >= today))
            .ToListAsync(cancellation);
        var grants = await db.RoleGrants.Where(grant => grant.PersonId == id && (all || seen.Contains(grant.OrganisationId)))
            .OrderBy(grant => grant.Organisation!.Name).ThenBy(grant => grant.Role)
            .Select(grant => new { grant.Organisation!.Name, grant.Role }).ToListAsync(cancellation);
        Roles = [.. grants.Select(grant => (grant.Name, grant.Role.Words()))];
        HasAccount = await db.Users.AnyAsync(account => account.PersonId == id, cancellation);
        MayEditFacts = MyPlaces.Count > 0 && Posts.Any(row => MyPlaces.Contains(row.Post.OrganisationId))
            && await reach.IsWhollyMineAsync(current.Viewer, id, cancellation);
        MayEndAt = [.. Posts.Where(row => row.IsHeld && MyPlaces.Contains(row.Post.OrganisationId)).Select(row => row.Post.OrganisationId).Distinct()];
        var audited = current.Viewer.Where(Right.SeeAudit);
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => (entry.ConcernsPersonId == id || (entry.SubjectKind == "person" && entry.SubjectId == id))
                && (all || (entry.OrganisationId != null && audited.Contains(entry.OrganisationId.Value))))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(EntriesShown + 1).ToListAsync(cancellation);
        HasMoreEntries = entries.Count > EntriesShown;
        Entries = [.. entries.Take(EntriesShown)];
    }

    public sealed record PostRow(Post Post, string OrganisationName, string? LineManager, bool IsHeld);
}
