using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Workshops;

/// <summary>The people who present a workshop and are part of the day.</summary>
[Needs<OrganiseDay>]
public sealed class PresentersModel(AppDb db, Viewer viewer, AuditTrail audit) : DayPage
{
    [BindProperty(SupportsGet = true, Name = "workshop")]
    public Guid WorkshopId { get; set; }

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<FoundPerson> Presenters { get; private set; } = [];

    public IReadOnlyList<FoundPerson> Found { get; private set; } = [];

    private DayPeople People => new(db, viewer, Day);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await db.Workshops.SingleOrDefaultAsync(workshop => workshop.Id == WorkshopId && workshop.DayId == Day.Id, HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }
        Workshop = found;
        await next();
    }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAddAsync(Guid person, CancellationToken cancellation)
    {
        if (await People.MainPostAsync(person, cancellation) is not { } post)
            return NotFound();
        if (!await db.Presenters.AnyAsync(presenter => presenter.WorkshopId == WorkshopId && presenter.PersonId == person, cancellation))
        {
            db.Presenters.Add(new Presenter { WorkshopId = WorkshopId, PersonId = person });
            var isInvited = await db.Invitees.AnyAsync(invitee => invitee.DayId == Day.Id && invitee.PersonId == person, cancellation);
            if (!isInvited)
                await Invitation.AddAsync(db, post, Day, cancellation);
            audit.Record($"added {post.Person!.FullName} as presenter of {Workshop.Code}", Subject, Day.OrganisationId, person);
            if (!await SaveAsync(db, "", "Somebody else added this person just now. Open the page anew", cancellation))
            {
                await LoadAsync(cancellation);
                return Page();
            }
            this.Flash($"{post.Person.FullName} presents {Workshop.Code}{(isInvited ? "." : " and is now invited to the day.")}");
        }
        return LocalRedirect(To("workshops/presenters", WorkshopId));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid person, CancellationToken cancellation)
    {
        var presenter = await db.Presenters.Include(presenter => presenter.Person)
            .SingleOrDefaultAsync(presenter => presenter.WorkshopId == WorkshopId && presenter.PersonId == person, cancellation);
        if (presenter is not null)
        {
            db.Presenters.Remove(presenter);
            audit.Record($"took {presenter.Person!.FullName} off the presenters of {Workshop.Code}", Subject, Day.OrganisationId, person);
            await db.SaveChangesAsync(cancellation);
            this.Flash($"{presenter.Person.FullName} no longer presents {Workshop.Code}. The invitation to the day stays.");
        }
        return LocalRedirect(To("workshops/presenters", WorkshopId));
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Presenters = await db.Presenters.Where(presenter => presenter.WorkshopId == WorkshopId)
            .OrderBy(presenter => presenter.Person!.FamilyName).ThenBy(presenter => presenter.Person!.GivenName)
            .Select(presenter => new FoundPerson(
                presenter.PersonId, presenter.Person!.GivenName + " " + presenter.Person.FamilyName, "",
                db.Invitees.Where(invitee => invitee.DayId == Day.Id && invitee.PersonId == presenter.PersonId).Select(invitee => invitee.Organisation!.Name).FirstOrDefault() ?? "", true))
            .ToListAsync(cancellation);
        var already = Presenters.Select(presenter => presenter.PersonId).ToHashSet();
        Found = [.. (await People.FindAsync(Find, cancellation)).Where(person => !already.Contains(person.PersonId))];
    }
}
