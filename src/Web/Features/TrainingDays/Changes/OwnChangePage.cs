using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>A page on which somebody changes a place of their own. Before publication and after the day, one's own day stands there instead.</summary>
public abstract class OwnChangePage(AppDb db) : DayPage
{
    public string MyDayHref => To("my-day");

    public (string Words, string Href)[] AboveMine => [("My PD", "/"), ($"My day: {Day.Name}", MyDayHref)];

    protected AppDb Db => db;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!Day.HasLivePlaces)
            context.Result = LocalRedirect(MyDayHref);
    }

    /// <summary>Who the viewer is on this day.</summary>
    protected Task<Guid> InviteeAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Viewer().PersonId;
        return db.Invitees.Where(invitee => invitee.DayId == Day.Id && invitee.PersonId == person).Select(invitee => invitee.Id).SingleAsync(cancellation);
    }

    protected Task<Slot?> SlotAsync(Guid id, CancellationToken cancellation) =>
        db.Slots.AsNoTracking().SingleOrDefaultAsync(slot => slot.Id == id && slot.DayId == Day.Id, cancellation);

    protected Task<bool> HasSessionAsync(Guid id, CancellationToken cancellation) =>
        db.Sessions.AnyAsync(session => session.Id == id && session.Workshop!.DayId == Day.Id, cancellation);

    /// <summary>Says on the next page what became of it.</summary>
    protected LocalRedirectResult Tell(ChangeAnswer answer, string next)
    {
        this.Flash(answer.Words, answer.IsDone ? Kind.Success : Kind.Warning);
        return LocalRedirect(next);
    }
}
