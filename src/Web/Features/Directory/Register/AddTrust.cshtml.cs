using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Register;

[Needs<UseRegister>]
public sealed class AddTrustModel(AppDb db, RegisterAdding adding, CurrentViewer current) : PageModel
{
    public string TrustName { get; private set; } = "";

    /// <summary>The trust's open schools, with whether each is in the directory.</summary>
    public IReadOnlyList<(string Name, bool IsKnown)> Schools { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int uid, CancellationToken cancellation)
    {
        if (!await adding.IsAllowedAsync(current.Viewer, uid, cancellation))
            return NotFound();
        var schools = await db.RegisterSchools.Where(school => school.TrustUid == uid && school.Status != SchoolStatus.Closed)
            .OrderBy(school => school.Name).ThenBy(school => school.Urn)
            .Select(school => new { school.Name, school.TrustName, IsKnown = db.Organisations.Any(row => row.Urn == school.Urn) })
            .ToListAsync(cancellation);
        if (schools.Count == 0)
            return NotFound();
        TrustName = schools[0].TrustName;
        Schools = [.. schools.Select(school => (school.Name, school.IsKnown))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int uid, CancellationToken cancellation)
    {
        if (!await adding.IsAllowedAsync(current.Viewer, uid, cancellation)
            || !await db.RegisterSchools.AnyAsync(school => school.TrustUid == uid && school.Status != SchoolStatus.Closed, cancellation))
            return NotFound();
        var (trust, added) = await adding.AddTrustAsync(uid, cancellation);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{trust.Name} is in the directory, with {Count.Of(added, "more school", "more schools")}.");
        return Redirect($"/directory/organisation/{trust.Id}");
    }
}
