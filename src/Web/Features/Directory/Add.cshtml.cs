using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Adds a hub, network, provider or trust by hand. Whoever adds it administers it.</summary>
[Needs<AddOrganisation>]
public sealed class AddModel(AppDb db, AuditTrail audit, CurrentViewer current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public FormInput Input { get; set; } = new();

    public static IEnumerable<SelectListItem> Kinds { get; } =
    [
        new("Hub: schools that work together around a place", nameof(OrganisationKind.Hub)),
        new("Network: schools and people with something in common", nameof(OrganisationKind.Network)),
        new("Provider: offers programmes and speakers", nameof(OrganisationKind.Provider)),
        new("Trust that the register does not know", nameof(OrganisationKind.Trust)),
    ];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Input.Kind is OrganisationKind.School)
            ModelState.AddModelError("Input.Kind", "Choose one of these. Schools come from the register");
        var name = Input.Name?.Trim() ?? "";
        if (await db.Organisations.AnyAsync(row => row.Kind == Input.Kind && row.Name.ToLower() == name.ToLower(), cancellation))
            ModelState.AddModelError("Input.Name", "There is one of this name already");
        if (!ModelState.IsValid)
            return Page();
        var organisation = new Organisation
        {
            Kind = Input.Kind!.Value,
            Name = name,
            Town = Input.Town?.Trim() ?? "",
            Postcode = Input.Postcode?.Trim().ToUpperInvariant() ?? "",
        };
        db.Organisations.Add(organisation);
        var subject = new AuditSubject("organisation", organisation.Id, organisation.Name);
        audit.Record("added it to the directory", subject, organisation.Id);
        db.RoleGrants.Add(new RoleGrant
        {
            PersonId = current.Viewer.PersonId,
            OrganisationId = organisation.Id,
            Role = Role.Administrator,
            GrantedAt = clock.GetUtcNow().UtcDateTime,
        });
        audit.Record("became its first administrator", subject, organisation.Id, current.Viewer.PersonId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{organisation.Name} is in the directory, and you are its administrator.");
        return Redirect($"/directory/organisation/{organisation.Id}");
    }

    public sealed class FormInput
    {
        [Required]
        public OrganisationKind? Kind { get; set; }

        [Required, StringLength(Organisation.NameLength, MinimumLength = 2)]
        public string? Name { get; set; }

        [StringLength(Organisation.PlaceLength)]
        public string? Town { get; set; }

        [StringLength(Organisation.PostcodeLength)]
        public string? Postcode { get; set; }
    }
}
