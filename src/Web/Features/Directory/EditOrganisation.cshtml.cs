using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.Directory;

[Needs<EditOrganisation>]
public sealed class EditOrganisationModel(AppDb db, AuditTrail audit) : PageModel
{
    [BindProperty]
    public FormInput Input { get; set; } = new();

    public Organisation Organisation => HttpContext.Thing<Organisation>();

    public void OnGet() => Input = new FormInput
    {
        Name = Organisation.Name,
        Phase = Organisation.Phase,
        Street = Organisation.Street,
        Town = Organisation.Town,
        Postcode = Organisation.Postcode,
        LocalAuthority = Organisation.LocalAuthority,
        Pupils = Organisation.Pupils,
        ClosedOn = Organisation.ClosedOn,
        Version = Organisation.Version,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        var changes = new Changes();
        Organisation.Name = changes.Note("name", Organisation.Name, Input.Name.Trim());
        if (Organisation.Kind == OrganisationKind.School)
        {
            Organisation.Phase = changes.Note("phase", Organisation.Phase, Input.Phase?.Trim() ?? "");
            Organisation.Pupils = changes.Note("pupils", Organisation.Pupils, Input.Pupils);
        }
        Organisation.Street = changes.Note("street", Organisation.Street, Input.Street?.Trim() ?? "");
        Organisation.Town = changes.Note("town", Organisation.Town, Input.Town?.Trim() ?? "");
        Organisation.Postcode = changes.Note("postcode", Organisation.Postcode, Input.Postcode?.Trim().ToUpperInvariant() ?? "");
        Organisation.LocalAuthority = changes.Note("local authority", Organisation.LocalAuthority, Input.LocalAuthority?.Trim() ?? "");
        Organisation.ClosedOn = changes.Note("closed on", Organisation.ClosedOn, Input.ClosedOn);
        db.Expect(Organisation, Input.Version);
        if (changes.Any)
        {
            audit.Record($"changed {changes}", new AuditSubject("organisation", Organisation.Id, Organisation.Name), Organisation.Id);
            await db.SaveChangesAsync(cancellation);
            this.Flash("Saved.");
        }
        return Redirect($"/directory/organisation/{Organisation.Id}");
    }

    public sealed class FormInput
    {
        [StringLength(Organisation.NameLength, MinimumLength = 2)]
        public string Name { get; set; } = "";

        [StringLength(Organisation.PlaceLength)]
        public string? Phase { get; set; }

        [StringLength(Organisation.NameLength)]
        public string? Street { get; set; }

        [StringLength(Organisation.PlaceLength)]
        public string? Town { get; set; }

        [StringLength(Organisation.PostcodeLength)]
        public string? Postcode { get; set; }

        [StringLength(Organisation.PlaceLength)]
        public string? LocalAuthority { get; set; }

        [Range(0, 20_000)]
        public int? Pupils { get; set; }

        public DateOnly? ClosedOn { get; set; }

        public int Version { get; set; }
    }
}
