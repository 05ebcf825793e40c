using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

[Needs<OrganiseDays>]
public sealed class NewModel(AppDb db, Viewer viewer, AuditTrail audit) : PageModel
{
    [BindProperty]
    public DayInput Input { get; set; } = new();

    [BindProperty, Required, Display(Name = "Held by")]
    public Guid? OrganisationId { get; set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => FindOrganisationsAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await FindOrganisationsAsync(cancellation);
        if (Organisations.Count == 1)
        {
            OrganisationId = Guid.Parse(Organisations[0].Value);
            ModelState.Remove(nameof(OrganisationId));
        }
        // One of somebody else's is the same as one that does not exist.
        if (OrganisationId is { } chosen && !viewer.Can(Right.OrganiseDays, chosen))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var day = new TrainingDay { OrganisationId = OrganisationId!.Value, Name = Input.Name };
        Input.CopyTo(day);
        db.TrainingDays.Add(day);
        audit.Record($"began the training day for {day.Date:d MMMM yyyy}", DayPage.SubjectOf(day), day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash("The day is made. What it needs before people can choose stands below.");
        return LocalRedirect(DayPage.Address("day", day.Id));
    }

    private async Task FindOrganisationsAsync(CancellationToken cancellation)
    {
        var mine = viewer.Where(Right.OrganiseDays);
        var found = await db.Organisations.Where(organisation => mine.Contains(organisation.Id))
            .OrderBy(organisation => organisation.TrustId != null).ThenBy(organisation => organisation.Name)
            .Select(organisation => new { organisation.Id, organisation.Name }).ToListAsync(cancellation);
        Organisations = [.. found.Select(organisation => new SelectListItem(organisation.Name, organisation.Id.ToString()))];
    }
}
