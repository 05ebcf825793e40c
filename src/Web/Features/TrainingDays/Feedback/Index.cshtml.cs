using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>How feedback on a day stands, and once answering is over what came back, session by session.</summary>
[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db, FeedbackReader reader, TimeProvider clock) : DayPage
{
    public FeedbackForm Form { get; private set; } = null!;

    public bool IsOver { get; private set; }

    public bool CanEnd => Form.Until is not null && !IsOver;

    /// <summary>How many people have answered on at least one session.</summary>
    public int Answered { get; private set; }

    public DayFeedback Feedback { get; private set; } = new([], new Dictionary<Guid, SessionResult>());

    public PageOf<Row>? Listed { get; private set; }

    public string Lead => IsOver ? $"Answering ended on {UkTime.Words(Form.Until!.Value)}."
        : Form.Until is { } until ? $"People can answer until {UkTime.Words(until)}. Results are shown from then on."
        : Day.Stage == DayStage.OnTheDay ? "People can answer on their own page once a session has ended."
        : "Once a session has ended, people are asked on their own page.";

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Form = await reader.FormAsync(Day.Id, cancellation);
        IsOver = Form.IsOver(clock.GetUtcNow().UtcDateTime);
        Answered = await db.FeedbackGiven.Where(given => given.Session!.Workshop!.DayId == Day.Id).Select(given => given.PersonId).Distinct().CountAsync(cancellation);
        if (!IsOver)
            return;
        Feedback = await reader.OfDayAsync(Day.Id, cancellation);
        Listed = await db.Sessions.Where(session => session.Workshop!.DayId == Day.Id)
            .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Code).ThenBy(session => session.Id)
            .Select(session => new Row(session.Id, session.Workshop!.Code + " " + session.Workshop.Title, session.Slot!.Name, session.Workshop.PresenterNames))
            .PageAsync(query.Number, query.Size, cancellation);
    }

    public sealed record Row(Guid Id, string Title, string Slot, string Presenters);
}
