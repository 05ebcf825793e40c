using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>What came back on one session.</summary>
[Needs<SeeSessionFeedback>]
public sealed class ResultsModel(AppDb db, FeedbackReader reader, TimeProvider clock) : PageModel
{
    public TrainingDay Day { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string Lead { get; private set; } = "";

    public FeedbackForm Form { get; private set; } = null!;

    public SessionResult? Result { get; private set; }

    public bool IsOrganiser => HttpContext.Viewer().Can(Right.OrganiseDays, Day.OrganisationId);

    /// <summary>Why there is nothing to see.</summary>
    public string Missing { get; private set; } = "";

    public (string Words, string Href)[] Above => IsOrganiser
        ? [("Training days", "/training-days"), (Day.Name, DayPage.Address("day", Day.Id)), ("Feedback", DayPage.Address("feedback", Day.Id))]
        : [("My PD", "/"), ("What I have presented", "/training-days/feedback/presented")];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var id = HttpContext.Thing<Session>().Id;
        var row = await db.Sessions.Where(session => session.Id == id)
            .Select(session => new { session.Workshop!.Title, session.Workshop.PresenterNames, session.Slot!.Name, Day = session.Workshop.Day! })
            .AsNoTracking().SingleAsync(cancellation);
        Day = row.Day;
        Title = row.Title;
        Lead = $"{row.Name}, {Day.Name}, {Platform.UkTime.Words(Day.Date)}";
        Form = await reader.FormAsync(Day.Id, cancellation);
        Result = (await reader.ShownAsync([id], cancellation)).GetValueOrDefault(id);
        Missing = Form.WhyNothing(clock.GetUtcNow().UtcDateTime);
    }

    public static IReadOnlyList<Bar> Bars(StatementResult statement) =>
        [.. FeedbackScale.Points.Select(points => new Bar(FeedbackScale.Words(points), statement.Counts![points - 1]))];
}
