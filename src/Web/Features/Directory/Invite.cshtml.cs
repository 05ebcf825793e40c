using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Asks, then invites a person to sign in, on behalf of a place where they work.</summary>
[Needs<EditPerson>]
public sealed class InviteModel(AppDb db, Invitations invitations, CurrentViewer current, TimeProvider clock) : PageModel
{
    public Person Person => HttpContext.Thing<Person>();

    public Organisation Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        var outcome = await invitations.InviteAsync(Person, Organisation, cancellation);
        await db.SaveChangesAsync(cancellation);
        var (words, kind) = outcome switch
        {
            InvitationOutcome.Invited => ($"{Person.FullName} is invited; the letter goes to {Person.Email}.", Kind.Success),
            InvitationOutcome.HasNoEmail => ($"{Person.FullName} has no email address. Add one first.", Kind.Danger),
            _ => ($"{Person.FullName} signs in already and needs no invitation.", Kind.Info),
        };
        this.Flash(words, kind);
        return Redirect($"/directory/person/{Person.Id}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var mine = current.Viewer.Where(Right.EditPeople);
        var today = UkTime.Today(clock);
        var found = await db.Posts.Where(post => post.PersonId == Person.Id && mine.Contains(post.OrganisationId) && (post.EndedOn == null || post.EndedOn >= today))
            .OrderBy(post => post.Organisation!.Name).ThenBy(post => post.Id).Select(post => post.Organisation).FirstOrDefaultAsync(cancellation);
        Organisation = found!;
        return found is not null;
    }
}
