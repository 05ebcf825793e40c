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

/// <summary>Who has which role at an organisation.</summary>
[Needs<GrantRoles>]
public sealed class RolesModel(AppDb db, AuditTrail audit, CurrentViewer current, Leaving leaving, TimeProvider clock) : PageModel
{
    [BindProperty]
    public FormInput Input { get; set; } = new();

    public Organisation Organisation => HttpContext.Thing<Organisation>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public static IEnumerable<SelectListItem> AllRoles { get; } = [.. Enum.GetValues<Role>().Select(role => new SelectListItem($"{role.Words()}: {What(role)}", role.ToString()))];

    private static string What(Role role) => role switch
    {
        Role.Administrator => "everything here: people, roles, training days, and who changed what",
        Role.PdLead => "sees the people and prepares training days",
        Role.StaffManager => "keeps the records of the people",
        Role.Leader => "sees the people, and where they go on training days",
        _ => "sees schools and figures, and no single person",
    };

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = await FindAsync(cancellation);
        if (person is not null && Input.Role is { } asked
            && await db.RoleGrants.AnyAsync(grant => grant.PersonId == person.Id && grant.OrganisationId == Organisation.Id && grant.Role == asked, cancellation))
            ModelState.AddModelError("Input.Role", $"{person.FullName} has this role already");
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellation);
            return Page();
        }
        var role = Input.Role!.Value;
        db.RoleGrants.Add(new RoleGrant { PersonId = person!.Id, OrganisationId = Organisation.Id, Role = role, GrantedAt = clock.GetUtcNow().UtcDateTime });
        audit.Record($"gave the role {role.Words()} at {Organisation.Name}", Leaving.Subject(person), Organisation.Id, person.Id);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{person.FullName} has the role {role.Words()}.");
        return Redirect($"/directory/roles/{Organisation.Id}");
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid grant, CancellationToken cancellation)
    {
        var found = await db.RoleGrants.Include(row => row.Person)
            .SingleOrDefaultAsync(row => row.Id == grant && row.OrganisationId == Organisation.Id, cancellation);
        if (found is null)
            return NotFound();
        if (await leaving.IsLastAdministratorAsync(found, cancellation))
        {
            this.Flash($"{found.Person!.FullName} is the only administrator of {Organisation.Name}. Make somebody else an administrator first.", Kind.Danger);
            return Redirect($"/directory/roles/{Organisation.Id}");
        }
        db.RoleGrants.Remove(found);
        audit.Record($"took away the role {found.Role.Words()} at {Organisation.Name}", Leaving.Subject(found.Person!), Organisation.Id, found.PersonId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{found.Person!.FullName} no longer has the role {found.Role.Words()}.");
        // Who has taken away their own role may not see this page any more.
        return Redirect(found.PersonId == current.Viewer.PersonId ? "/" : $"/directory/roles/{Organisation.Id}");
    }

    /// <summary>
    /// Anybody can be given a role, whoever employs them: hubs have no staff. By a name only those are found whom one may see anyway.
    /// </summary>
    private async Task<Person?> FindAsync(CancellationToken cancellation)
    {
        var words = SearchWords.Of(Input.Person);
        if (words.Count == 0)
            return null;
        var email = Person.CleanEmail(Input.Person);
        if (await db.People.SingleOrDefaultAsync(row => row.Email == email, cancellation) is { } exact)
            return exact;
        var seen = current.Viewer.Where(Right.SeePeople);
        var people = db.People.Where(row => row.Posts.Any(post => seen.Contains(post.OrganisationId) && post.EndedOn == null));
        foreach (var word in words)
            people = people.Where(row => row.GivenName.ToLower().Contains(word) || row.FamilyName.ToLower().Contains(word));
        var found = await people.OrderBy(row => row.FamilyName).ThenBy(row => row.Id).Take(6).ToListAsync(cancellation);
        if (found.Count == 1)
            return found[0];
        ModelState.AddModelError("Input.Person", found.Count == 0
            ? "Nobody of this name was found. Write the whole email address"
            : $"Several people fit: {string.Join(", ", found.Take(5).Select(row => row.Email is null ? row.FullName : $"{row.FullName} ({row.Email})"))}. Write the email address");
        return null;
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Rows = await db.RoleGrants.Where(grant => grant.OrganisationId == Organisation.Id)
            .OrderBy(grant => grant.Role).ThenBy(grant => grant.Person!.FamilyName).ThenBy(grant => grant.Id)
            .Select(grant => new Row(grant.Id, grant.PersonId, grant.Person!.GivenName + " " + grant.Person.FamilyName, grant.Person.Email, grant.Role, grant.GrantedAt))
            .ToListAsync(cancellation);

    public sealed record Row(Guid Id, Guid PersonId, string Name, string? Email, Role Role, DateTime GrantedAt);

    public sealed class FormInput
    {
        [Required, StringLength(Directory.Person.EmailLength)]
        public string? Person { get; set; }

        [Required]
        public Role? Role { get; set; }
    }
}
