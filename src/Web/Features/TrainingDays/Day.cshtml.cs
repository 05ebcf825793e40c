using Guildhall.Web.Features.TrainingDays.Lifecycle;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Where a day stands, what is missing, and the way to each of its parts.</summary>
[Needs<OrganiseDay>]
public sealed class DayModel(AppDb db, TimeProvider clock) : DayPage
{
    private string _organisation = "";

    public DayFigures Figures { get; private set; } = new();

    public DayStages Stages { get; private set; } = null!;

    public string Lead => string.Join(" · ", new[] { UkTime.Words(Day.Date), Day.Venue, _organisation }.Where(part => part.Length > 0));

    /// <summary>What to do now, first what leads on.</summary>
    public IEnumerable<(string Words, string Href)> Links =>
    [
        .. Stages.Steps.Where(step => step == DayStep.Publish).Select(step => (DayStepWords.Button(step), Href(step))),
        .. Day.Stage switch
        {
            DayStage.Call => [("Read the offers", To("offers"))],
            DayStage.Review => [("Read and decide", To("reviews"))],
            DayStage.Programme => [("Slots, rooms and sessions", To("programme/board"))],
            DayStage.Choosing when Day.IsOpenForChoices(clock.GetUtcNow().UtcDateTime) => [("See who has not chosen", To("who-has-not-chosen"))],
            DayStage.Allocating => [(Day.AdoptedRunId is null ? "Give places" : "Look at the places", To("allocations"))],
            DayStage.Closed => [("Report", To("report")), ("Feedback", To("feedback"))],
            DayStage.OnTheDay => [("Attendance", To("attendance")), ("Lists and registers", To("lists"))],
            >= DayStage.Published => [("Lists and registers", To("lists"))],
            _ => Array.Empty<(string, string)>(),
        },
        .. Stages.Steps.Where(step => step != DayStep.Publish).Select(step => (DayStepWords.Button(step), Href(step))),
    ];

    /// <summary>What is needed, for the steps that lead on.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<DayNeed> Needs)> Needs => Day.Stage switch
    {
        DayStage.Draft =>
        [
            ("Before people can choose", Stages.NeedsOf(DayStep.OpenChoosing)),
            ("Or let staff offer workshops: before the call opens", Stages.NeedsOf(DayStep.OpenCall)),
        ],
        DayStage.Review => [("Before the programme begins", Stages.Needs)],
        DayStage.Programme => [("Before people can choose", Stages.Needs)],
        _ => [],
    };

    public IEnumerable<(string Words, string Page, string Found)> Calls =>
    [
        ("The call", "calls", Day.HasCall ? $"Offers until {Day.OfferUntil!.Value.Words()}" : Figures.Offers.HasBrief ? "Brief written, not open" : "Not used"),
        ("Offers", "offers", Of(Figures.Offers.Submitted, "offer", "offers")),
        ("Reviews and decisions", "reviews", Figures.Offers.Submitted == 0 ? "None" : $"{Figures.Offers.Decided} of {Figures.Offers.Submitted} decided"),
    ];

    public IEnumerable<(string Words, string Page, string Found)> Programme =>
    [
        ("Slots", "slots", Of(Figures.Slots, "slot", "slots")),
        ("Rooms", "rooms", Of(Figures.Rooms, "room", "rooms")),
        ("Workshops", "workshops", Of(Figures.Workshops, "workshop", "workshops")),
        ("Board: slots and rooms", "programme/board", Figures.Sessions == 0 ? "None" : $"{Of(Figures.Sessions, "session", "sessions")}, {Of(Figures.Seats, "seat", "seats")}"),
        ("What people would like", "programme/interest", Day.InterestUntil is null ? "Not asked" : $"Stars until {Day.InterestUntil.Value.Words()}"),
        ("Suggest a programme", "programme/suggest", "From what people would like"),
        ("Versions", "programme/versions", "What people were told"),
        ("From a file, or as one", "import", "CSV, Excel or JSON"),
    ];

    public IEnumerable<(string Words, string Page, string Found)> People =>
    [
        ("People invited", "invite", Of(Figures.Invited, "person", "people")),
        ("Who has not chosen", "who-has-not-chosen", Of(Figures.Invited - Figures.Chosen, "person", "people")),
        ("Choices from a file", "import-choices", "CSV or Excel"),
    ];

    public IEnumerable<(string Words, string Page, string Found)> Outcome =>
    [
        ("Places", "allocations", Day.AdoptedRunId is null ? "Not given yet" : "Given"),
        ("Lists and registers", "lists", Day.AdoptedRunId is null ? "Once places are given" : "By session and by school"),
        ("Attendance", "attendance", Day.LiveRunId is null ? "Once the day is published" : "Codes, registers, badges"),
    ];

    public IEnumerable<(string Words, string Page, string Found)> Afterwards =>
    [
        ("Feedback", "feedback", Day.Stage < DayStage.OnTheDay ? "What people will be asked" : "What people thought of it"),
        ("Certificates", "certificates", "With hours, as PDF"),
        ("Report", "report", Day.IsPublished ? "Here and in Word" : "Once the day is published"),
        .. Day.Stage == DayStage.Closed ? [("Remembered for the next day", "report/carried", "Who missed what")] : Array.Empty<(string, string, string)>(),
    ];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        _organisation = await db.Organisations.Where(organisation => organisation.Id == Day.OrganisationId)
            .Select(organisation => organisation.Name).SingleAsync(cancellation);
        Figures = await DayFigures.CountAsync(db, Day, cancellation);
        Stages = new DayStages(Day, Figures, clock.GetUtcNow().UtcDateTime);
    }

    private string Href(DayStep step) => step switch
    {
        DayStep.OpenCall or DayStep.ChangeOfferDeadline or DayStep.ReopenCall => To("calls/open"),
        DayStep.OpenChoosing or DayStep.ChangeDeadline or DayStep.ReopenChoosing => To("open-choosing"),
        DayStep.Publish => To("publish"),
        _ => $"{To("step")}/{new KebabCase().TransformOutbound(step)}",
    };

    private static string Of(int number, string one, string many) => number == 0 ? "None" : Count.Of(number, one, many);
}
