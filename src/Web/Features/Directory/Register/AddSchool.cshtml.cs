using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Register;

[Needs<UseRegister>]
public sealed class AddSchoolModel(AppDb db, RegisterAdding adding, CurrentViewer current) : PageModel
{
    public RegisterSchool School { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int urn, CancellationToken cancellation) =>
        await FindAsync(urn, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(int urn, CancellationToken cancellation)
    {
        if (await FindAsync(urn, cancellation) is { } result)
            return result;
        var organisation = await adding.AddSchoolAsync(School, cancellation);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{organisation.Name} is in the directory.");
        return Redirect($"/directory/organisation/{organisation.Id}");
    }

    private async Task<IActionResult?> FindAsync(int urn, CancellationToken cancellation)
    {
        if (await db.RegisterSchools.AsNoTracking().SingleOrDefaultAsync(school => school.Urn == urn, cancellation) is not { } school
            || !await adding.IsAllowedAsync(current.Viewer, school.TrustUid, cancellation))
            return NotFound();
        School = school;
        // Somebody else may have been quicker.
        var known = await db.Organisations.Where(row => row.Urn == urn).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation);
        return known is { } id ? Redirect($"/directory/organisation/{id}") : null;
    }
}
