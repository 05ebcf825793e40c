using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Interest;

/// <summary>Workshops without times, to give stars to.</summary>
[Needs<GiveStars>]
public sealed class IndexModel(AppDb db, CurrentViewer current, TimeProvider clock) : PageModel
{
    public TrainingDay Day => HttpContext.Thing<TrainingDay>();

    public IReadOnlyList<Row> Workshops { get; private set; } = [];

    public int Given => Workshops.Count(row => row.HasStar);

    public bool IsOpen => Day.IsOpenForStars(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var me = await MeAsync(cancellation);
        var rows = await db.Workshops.Where(workshop => workshop.DayId == Day.Id).OrderBy(workshop => workshop.Code)
            .Select(workshop => new
            {
                workshop.Id,
                workshop.Code,
                workshop.Title,
                workshop.Summary,
                workshop.PresenterNames,
                workshop.Audience,
                HasStar = db.Stars.Any(star => star.InviteeId == me.Id && star.WorkshopId == workshop.Id),
                IsMine = workshop.Presenters.Any(presenter => presenter.PersonId == me.PersonId),
            }).AsNoTracking().ToListAsync(cancellation);
        Workshops = [.. rows.Where(row => !row.IsMine && Workshop.IsFor(row.Audience, me.RoleGroup))
            .Select(row => new Row(row.Id, row.Code, row.Title, row.Summary, row.PresenterNames, row.HasStar))];
    }

    public async Task<IActionResult> OnPostAsync(Guid workshop, bool star, CancellationToken cancellation)
    {
        var me = await MeAsync(cancellation);
        if (!IsOpen || !await db.Workshops.AnyAsync(row => row.Id == workshop && row.DayId == Day.Id, cancellation))
            return LocalRedirect(DayPage.Address("interest", Day.Id));
        var given = await db.Stars.SingleOrDefaultAsync(row => row.InviteeId == me.Id && row.WorkshopId == workshop, cancellation);
        if (star && given is null)
            db.Stars.Add(new Star { InviteeId = me.Id, WorkshopId = workshop });
        else if (!star && given is not null)
            db.Stars.Remove(given);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Pressed twice, or on two devices at once: it stands as the other press left it.
        }
        return LocalRedirect($"{DayPage.Address("interest", Day.Id)}#w-{workshop:N}");
    }

    private Task<Invitee> MeAsync(CancellationToken cancellation) =>
        db.Invitees.AsNoTracking().SingleAsync(invitee => invitee.DayId == Day.Id && invitee.PersonId == current.Viewer.PersonId, cancellation);

    public sealed record Row(Guid Id, string Code, string Title, string Summary, string PresenterNames, bool HasStar);
}
