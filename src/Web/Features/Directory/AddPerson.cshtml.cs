using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Adds somebody by hand, with their first post.</summary>
[Needs<EditPeople>]
public sealed class AddPersonModel(AppDb db, AuditTrail audit) : PageModel, IPostForm
{
    [BindProperty]
    public PostInput Input { get; set; } = new();

    [BindProperty]
    public PersonInput Who { get; set; } = new();

    public Organisation Organisation => HttpContext.Thing<Organisation>();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var email = Person.CleanEmail(Who.Email);
        var person = email is null ? null : await db.People.SingleOrDefaultAsync(row => row.Email == email, cancellation);
        if (person is not null && await db.Posts.AnyAsync(post => post.PersonId == person.Id && post.OrganisationId == Organisation.Id && post.EndedOn == null, cancellation))
            ModelState.AddModelError("Who.Email", "Somebody with this address works here already");
        else if (person is not null && !IsSameName(person))
            ModelState.AddModelError("Who.Email", "Somebody of another name has this address. Look at the name and the address again");
        // Somebody known elsewhere keeps name, address and number; they get a post here.
        var isNew = person is null;
        person ??= new Person
        {
            GivenName = Who.GivenName.Trim(),
            FamilyName = Who.FamilyName.Trim(),
            Email = email,
            StaffNumber = string.IsNullOrWhiteSpace(Who.StaffNumber) ? null : Who.StaffNumber.Trim(),
        };
        var post = new Post { PersonId = person.Id, OrganisationId = Organisation.Id };
        await Input.ApplyAsync(post, db, ModelState, cancellation);
        if (!ModelState.IsValid)
            return Page();
        if (isNew)
            db.People.Add(person);
        person.LeftOn = null;
        db.Posts.Add(post);
        audit.Record(
            isNew ? $"added the person, with the post “{post.JobTitle}” at {Organisation.Name}" : $"added the post “{post.JobTitle}” at {Organisation.Name}",
            Leaving.Subject(person), Organisation.Id, person.Id);
        await db.SaveChangesAsync(cancellation);
        this.Flash(isNew ? $"{person.FullName} is added." : $"{person.FullName} was known from another employer and now has a post here as well.");
        return Redirect($"/directory/person/{person.Id}");
    }

    private bool IsSameName(Person person) =>
        string.Equals(person.FamilyName, Who.FamilyName.Trim(), StringComparison.OrdinalIgnoreCase)
        && string.Equals(person.GivenName, Who.GivenName.Trim(), StringComparison.OrdinalIgnoreCase);

    public sealed class PersonInput
    {
        [StringLength(Person.NameLength, MinimumLength = 1)]
        public string GivenName { get; set; } = "";

        [StringLength(Person.NameLength, MinimumLength = 1)]
        public string FamilyName { get; set; } = "";

        [EmailAddress, StringLength(Person.EmailLength)]
        public string? Email { get; set; }

        [StringLength(Person.StaffNumberLength)]
        public string? StaffNumber { get; set; }
    }
}
