using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Asks, then takes a member out of a hub or network.</summary>
[Needs<EditOrganisation>]
public sealed class RemoveMemberModel(AppDb db, AuditTrail audit) : PageModel
{
    public Organisation Group => HttpContext.Thing<Organisation>();

    [BindProperty(SupportsGet = true)]
    public Guid Member { get; set; }

    public Membership Membership { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        var member = Membership.Member!;
        db.Memberships.Remove(Membership);
        audit.Record($"took {member.Name} out", new AuditSubject("organisation", Group.Id, Group.Name), Group.Id);
        audit.Record($"took it out of {Group.Name}", new AuditSubject("organisation", member.Id, member.Name), member.Id);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{member.Name} is no longer a member of {Group.Name}.");
        return Redirect($"/directory/organisation/{Group.Id}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var found = await db.Memberships.Include(row => row.Member)
            .SingleOrDefaultAsync(row => row.GroupId == Group.Id && row.MemberId == Member, cancellation);
        Membership = found!;
        return found is not null;
    }
}
