using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Invite;

[Needs<OrganiseDay>]
public sealed class PersonModel(AppDb db, Viewer viewer, AuditTrail audit) : DayPage
{
    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    public IReadOnlyList<FoundPerson> Found { get; private set; } = [];

    private DayPeople People => new(db, viewer, Day);

    public async Task OnGetAsync(CancellationToken cancellation) => Found = await People.FindAsync(Find, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellation)
    {
        if (await People.MainPostAsync(person, cancellation) is not { } post)
            return NotFound();
        if (!await db.Invitees.AnyAsync(invitee => invitee.DayId == Day.Id && invitee.PersonId == person, cancellation))
        {
            await Invitation.AddAsync(db, post, Day, cancellation);
            audit.Record($"invited {post.Person!.FullName}", Subject, Day.OrganisationId, person);
            if (!await SaveAsync(db, "", "Somebody else invited this person just now", cancellation))
                return Page();
            this.Flash($"{post.Person.FullName} is invited.");
        }
        return LocalRedirect(To("invite"));
    }
}
