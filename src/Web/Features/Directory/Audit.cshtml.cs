using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Who did what to what at an organisation, and when.</summary>
[Needs<SeeAudit>]
public sealed class AuditModel(AppDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public Organisation Organisation => HttpContext.Thing<Organisation>();

    public PageOf<AuditEntry> Entries { get; private set; } = null!;

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation) =>
        Entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.OrganisationId == Organisation.Id)
            .Matching(query.Find, From, To).PageAsync(AuditLog.Orders, query, cancellation);
}
