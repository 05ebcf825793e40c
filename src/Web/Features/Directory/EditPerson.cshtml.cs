using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

[Needs<EditPerson>]
public sealed class EditPersonModel(AppDb db, AuditTrail audit, PersonReach reach, CurrentViewer current) : PageModel
{
    [BindProperty]
    public FormInput Input { get; set; } = new();

    public Person Person => HttpContext.Thing<Person>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await reach.IsWhollyMineAsync(current.Viewer, Person.Id, cancellation))
            return NotFound();
        Input = new FormInput
        {
            GivenName = Person.GivenName,
            FamilyName = Person.FamilyName,
            Email = Person.Email,
            StaffNumber = Person.StaffNumber,
            Version = Person.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await reach.IsWhollyMineAsync(current.Viewer, Person.Id, cancellation))
            return NotFound();
        var email = Person.CleanEmail(Input.Email);
        if (email is not null && await db.People.AnyAsync(other => other.Email == email && other.Id != Person.Id, cancellation))
            ModelState.AddModelError("Input.Email", "Somebody else has this address. Each person needs their own");
        if (!ModelState.IsValid)
            return Page();
        var changes = new Changes();
        Person.GivenName = changes.Note("given name", Person.GivenName, Input.GivenName.Trim());
        Person.FamilyName = changes.Note("family name", Person.FamilyName, Input.FamilyName.Trim());
        Person.Email = changes.Note("email", Person.Email, email);
        Person.StaffNumber = changes.Note("staff number", Person.StaffNumber, string.IsNullOrWhiteSpace(Input.StaffNumber) ? null : Input.StaffNumber.Trim());
        db.Expect(Person, Input.Version);
        if (changes.Any)
        {
            var place = await db.Posts.Where(post => post.PersonId == Person.Id && current.Viewer.Where(Right.EditPeople).Contains(post.OrganisationId))
                .OrderBy(post => post.EndedOn != null).ThenBy(post => post.Id).Select(post => post.OrganisationId).FirstAsync(cancellation);
            audit.Record($"changed {changes}", Leaving.Subject(Person), place, Person.Id);
            await db.SaveChangesAsync(cancellation);
            this.Flash("Saved.");
        }
        return Redirect($"/directory/person/{Person.Id}");
    }

    public sealed class FormInput
    {
        [StringLength(Person.NameLength, MinimumLength = 1)]
        public string GivenName { get; set; } = "";

        [StringLength(Person.NameLength, MinimumLength = 1)]
        public string FamilyName { get; set; } = "";

        [EmailAddress, StringLength(Person.EmailLength)]
        public string? Email { get; set; }

        [StringLength(Person.StaffNumberLength)]
        public string? StaffNumber { get; set; }

        public int Version { get; set; }
    }
}
