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

/// <summary>Gives a person another post, or a first one again after they had left.</summary>
[Needs<EditPerson>]
public sealed class AddPostModel(AppDb db, AuditTrail audit, CurrentViewer current) : PageModel, IPostForm
{
    [BindProperty]
    public PostInput Input { get; set; } = new();

    [BindProperty, Display(Name = "Where"), Required]
    public Guid? Organisation { get; set; }

    public Person Person => HttpContext.Thing<Person>();

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Places.Count == 1)
            Organisation = Guid.Parse(Places[0].Value);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Organisation is { } place && !current.Viewer.Can(Right.EditPeople, place))
            return NotFound();
        var post = new Post { PersonId = Person.Id, OrganisationId = Organisation ?? Guid.Empty };
        await Input.ApplyAsync(post, db, ModelState, cancellation);
        if (!ModelState.IsValid)
            return Page();
        db.Posts.Add(post);
        var name = Places.First(item => item.Value == post.OrganisationId.ToString()).Text;
        audit.Record($"added the post “{post.JobTitle}” at {name}", Leaving.Subject(Person), post.OrganisationId, Person.Id);
        if (Person.LeftOn is not null)
        {
            Person.LeftOn = null;
            audit.Record("noted that the person is back", Leaving.Subject(Person), post.OrganisationId, Person.Id);
        }
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{Person.FullName} has the post at {name}.");
        return Redirect($"/directory/person/{Person.Id}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var places = current.Viewer.Where(Right.EditPeople);
        var found = await db.Organisations.Where(row => places.Contains(row.Id) && row.ClosedOn == null).OrderBy(row => row.Name).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Name }).ToListAsync(cancellation);
        Places = [.. found.Select(row => new SelectListItem(row.Name, row.Id.ToString()))];
    }
}
