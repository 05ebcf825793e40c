using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>What is known of an organisation, and to whom it belongs.</summary>
[Needs<SeeOrganisation>]
public sealed class OrganisationModel(AppDb db, CurrentViewer current, TimeProvider clock) : PageModel
{
    private static readonly SortOrders<Organisation> Orders = new("name", organisation => organisation.Id)
    {
        ["name"] = organisation => organisation.Name,
        ["town"] = organisation => organisation.Town,
    };

    public Organisation Organisation { get; private set; } = null!;

    public (Guid Id, string Name)? Trust { get; private set; }

    /// <summary>The hubs and networks that it is in.</summary>
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>A trust's schools, or the members of a hub or network.</summary>
    public PageOf<Part>? Parts { get; private set; }

    public IReadOnlyList<(string Name, Guid? Organisation)> Successors { get; private set; } = [];

    /// <summary>How many work here today; null for those who may not know.</summary>
    public int? People { get; private set; }

    public bool Can(Right right) => current.Viewer.Can(right, Organisation.Id);

    public bool MayEdit => Can(Right.EditOrganisation) || current.Viewer.RunsInstallation;

    public bool MayGrantRoles => Can(Right.GrantRoles) || current.Viewer.RunsInstallation;

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Organisation = HttpContext.Thing<Organisation>();
        var id = Organisation.Id;
        if (Organisation.TrustId is { } trustId)
            Trust = (trustId, await db.Organisations.Where(row => row.Id == trustId).Select(row => row.Name).SingleAsync(cancellation));
        Groups = await db.Memberships.Where(membership => membership.MemberId == id)
            .OrderBy(membership => membership.Group!.Name).ThenBy(membership => membership.Id)
            .Select(membership => new Group(membership.GroupId, membership.Group!.Name, membership.Group.Kind, membership.Since))
            .ToListAsync(cancellation);
        if (Organisation.Kind == OrganisationKind.Trust)
            Parts = await PartsAsync(db.Organisations.Where(row => row.TrustId == id), query, cancellation);
        else if (Organisation.Kind.HasMembers())
            Parts = await PartsAsync(db.Organisations.Where(row => db.Memberships.Any(m => m.GroupId == id && m.MemberId == row.Id)), query, cancellation);
        if (Can(Right.SeePeople))
        {
            var today = UkTime.Today(clock);
            People = await db.People.CountAsync(
                person => person.Posts.Any(post => post.OrganisationId == id && (post.EndedOn == null || post.EndedOn >= today)), cancellation);
        }
        if (Organisation is { ClosedOn: not null, Urn: { } urn })
            await NameSuccessorsAsync(urn, cancellation);
    }

    private static async Task<PageOf<Part>> PartsAsync(IQueryable<Organisation> parts, ListingQuery query, CancellationToken cancellation)
    {
        foreach (var word in SearchWords.Of(query.Find))
            parts = parts.Where(part => part.Name.ToLower().Contains(word) || part.Town.ToLower().Contains(word));
        return await parts.AsNoTracking().PageAsync(
            Orders, query, part => new Part(part.Id, part.Name, part.Kind, part.Phase, part.Town, part.Pupils, part.ClosedOn), cancellation);
    }

    private async Task NameSuccessorsAsync(int urn, CancellationToken cancellation)
    {
        var closed = await db.RegisterSchools.AsNoTracking().SingleOrDefaultAsync(school => school.Urn == urn, cancellation);
        var urns = closed?.Successors ?? [];
        var names = await db.RegisterSchools.Where(school => urns.Contains(school.Urn))
            .ToDictionaryAsync(school => school.Urn, school => school.Name, cancellation);
        var here = await db.Organisations.Where(row => row.Urn != null && urns.Contains(row.Urn.Value))
            .ToDictionaryAsync(row => row.Urn!.Value, row => (Guid?)row.Id, cancellation);
        Successors = [.. urns.Select(number => (names.GetValueOrDefault(number, $"URN {number}"), here.GetValueOrDefault(number)))];
    }

    public sealed record Group(Guid Id, string Name, OrganisationKind Kind, DateOnly Since);

    public sealed record Part(Guid Id, string Name, OrganisationKind Kind, string Phase, string Town, int? Pupils, DateOnly? ClosedOn);
}
