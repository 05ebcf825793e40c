using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Audit;

/// <summary>What was done that concerns oneself.</summary>
[Needs<SignedIn>]
public sealed class MineModel(AppDb db, CurrentViewer current) : PageModel
{
    public PageOf<AuditEntry> Entries { get; private set; } = null!;

    public Guid Me => current.Viewer.PersonId;

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var me = Me;
        Entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.ConcernsPersonId == me)
            .Matching(query.Find, from: null, to: null).PageAsync(AuditLog.Orders, query, cancellation);
    }
}
