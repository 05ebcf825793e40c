using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Finds organisations and puts them into a hub or network.</summary>
[Needs<EditOrganisation>]
public sealed class AddMemberModel(AppDb db, AuditTrail audit, TimeProvider clock) : PageModel
{
    private static readonly SortOrders<Organisation> Orders = new("name", organisation => organisation.Id)
    {
        ["name"] = organisation => organisation.Name,
        ["town"] = organisation => organisation.Town,
    };

    public Organisation Group => HttpContext.Thing<Organisation>();

    public PageOf<Row> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        if (!Group.Kind.HasMembers())
            return NotFound();
        var id = Group.Id;
        var others = db.Organisations.AsNoTracking().Where(row => row.Id != id
            && row.Kind != OrganisationKind.Hub && row.Kind != OrganisationKind.Network && row.ClosedOn == null
            && !db.Memberships.Any(membership => membership.GroupId == id && membership.MemberId == row.Id));
        foreach (var word in SearchWords.Of(query.Find))
            others = others.Where(row => row.Name.ToLower().Contains(word) || row.Town.ToLower().Contains(word));
        Found = await others.PageAsync(Orders, query, row => new Row(row.Id, row.Name, row.Kind, row.Phase, row.Town, row.Trust!.Name), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid member, CancellationToken cancellation)
    {
        var row = await db.Organisations.SingleOrDefaultAsync(row => row.Id == member, cancellation);
        if (!Group.Kind.HasMembers() || row is null || row.Kind.HasMembers())
            return NotFound();
        if (!await db.Memberships.AnyAsync(membership => membership.GroupId == Group.Id && membership.MemberId == member, cancellation))
        {
            db.Memberships.Add(new Membership { GroupId = Group.Id, MemberId = member, Since = UkTime.Today(clock) });
            audit.Record($"took {row.Name} in as a member", new AuditSubject("organisation", Group.Id, Group.Name), Group.Id);
            audit.Record($"took it in as a member of {Group.Name}", new AuditSubject("organisation", row.Id, row.Name), row.Id);
            await db.SaveChangesAsync(cancellation);
        }
        this.Flash($"{row.Name} is a member of {Group.Name}.");
        return Redirect($"/directory/add-member/{Group.Id}");
    }

    public sealed record Row(Guid Id, string Name, OrganisationKind Kind, string Phase, string Town, string? TrustName);
}
