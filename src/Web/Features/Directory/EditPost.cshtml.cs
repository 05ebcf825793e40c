using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.Directory;

/// <summary>Changes a post, or ends it.</summary>
[Needs<EditPost>]
public sealed class EditPostModel(AppDb db, AuditTrail audit, Leaving leaving) : PageModel, IPostForm
{
    [BindProperty]
    public PostInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    public Post Post => HttpContext.Thing<Post>();

    public Person Person { get; private set; } = null!;

    public Organisation Organisation { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input = await PostInput.OfAsync(Post, db, cancellation);
        Version = Post.Version;
        LastDay = Post.EndedOn;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (LastDay is { } last && Input.StartedOn is { } first && last < first)
            ModelState.AddModelError(nameof(LastDay), "The last day is before the first");
        db.Expect(Post, Version);
        var changes = await Input.ApplyAsync(Post, db, ModelState, cancellation);
        if (!ModelState.IsValid)
            return Page();
        Post.EndedOn = changes.Note("last day", Post.EndedOn, LastDay);
        if (changes.Any)
        {
            await NoteLeavingAsync(cancellation);
            audit.Record($"changed the post at {Organisation.Name}: {changes}", Leaving.Subject(Person), Organisation.Id, Person.Id);
            await db.SaveChangesAsync(cancellation);
            this.Flash("Saved.");
        }
        return Redirect($"/directory/person/{Person.Id}");
    }

    /// <summary>With the last post ended the person has left; with one held again they are back.</summary>
    private async Task NoteLeavingAsync(CancellationToken cancellation)
    {
        await db.Entry(Person).Collection(person => person.Posts).LoadAsync(cancellation);
        var isGone = Person.Posts.TrueForAll(post => post.EndedOn < leaving.Today);
        Person.LeftOn = isGone ? Person.Posts.Max(post => post.EndedOn) : null;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Person = (await db.People.FindAsync([Post.PersonId], cancellation))!;
        Organisation = (await db.Organisations.FindAsync([Post.OrganisationId], cancellation))!;
    }
}
