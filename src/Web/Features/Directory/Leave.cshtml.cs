using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Asks, then ends a person's posts at one's organisations.</summary>
[Needs<EditPerson>]
public sealed class LeaveModel(AppDb db, Leaving leaving, AuditTrail audit, CurrentViewer current) : PageModel
{
    [BindProperty, Display(Name = "Last day"), Required]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Person Person => HttpContext.Thing<Person>();

    public IReadOnlyList<string> Ending { get; private set; } = [];

    private IReadOnlyList<Guid> Places { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        LastDay = leaving.Today;
        Version = Person.Version;
        return Ending.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Ending.Count == 0)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        db.Expect(Person, Version);
        if (await leaving.LeaveAsync(Person, Places, LastDay!.Value, cancellation) is { } problem)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", problem);
            return Page();
        }
        audit.Record($"marked the person as a leaver, last day {UkTime.ShortWords(LastDay.Value)}", Leaving.Subject(Person), Places[0], Person.Id);
        // Even when only posts change, two people must not do this at once.
        db.Entry(Person).State = EntityState.Modified;
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{Person.FullName} is a leaver. The record stays.");
        return Redirect($"/directory/people/{Places[0]}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var mine = current.Viewer.Where(Right.EditPeople);
        var posts = await db.Posts.Where(post => post.PersonId == Person.Id && mine.Contains(post.OrganisationId) && (post.EndedOn == null || post.EndedOn > leaving.Today))
            .OrderBy(post => post.Organisation!.Name).ThenBy(post => post.Id)
            .Select(post => new { post.JobTitle, post.OrganisationId, post.Organisation!.Name }).AsNoTracking().ToListAsync(cancellation);
        Ending = [.. posts.Select(post => $"{post.JobTitle}, {post.Name}")];
        Places = [.. posts.Select(post => post.OrganisationId).Distinct()];
    }
}
