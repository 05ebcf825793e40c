using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>A page about one session, for those who keep its register.</summary>
public abstract class SessionPage(AppDb db) : PageModel
{
    /// <summary>With its workshop, day, slot and room.</summary>
    public Session Session { get; private set; } = null!;

    public TrainingDay Day => Session.Workshop!.Day!;

    public bool IsOrganiser => HttpContext.Viewer().Can(Right.OrganiseDays, Day.OrganisationId);

    public string Heading => $"{Session.Workshop!.Code} {Session.Workshop.Title}";

    public string Lead => string.Join(" · ", new[]
    {
        $"{Session.Slot!.Name}, {Session.Slot.Starts:HH:mm} to {Session.Slot.Ends:HH:mm}", Session.Room?.Name, Session.Workshop!.PresenterNames,
    }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The pages above: for organisers those of the day, for presenters their own day.</summary>
    public (string Words, string Href)[] AboveFor => IsOrganiser
        ? [("Training days", "/training-days"), (Day.Name, DayPage.Address("day", Day.Id)), ("Attendance", DayPage.Address("attendance", Day.Id))]
        : [("My PD", "/"), ($"My day: {Day.Name}", DayPage.Address("my-day", Day.Id))];

    protected AppDb Db => db;

    protected Guid ViewerId => HttpContext.Viewer().PersonId;

    public string To(string page) => $"/training-days/attendance/{page}/{Session.Id}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = HttpContext.Thing<Session>().Id;
        Session = await db.Sessions.Include(row => row.Workshop!.Day).Include(row => row.Slot).Include(row => row.Room)
            .SingleAsync(row => row.Id == id, HttpContext.RequestAborted);
        await next();
    }
}
