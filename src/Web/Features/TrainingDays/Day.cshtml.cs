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

    public bool IsOpen { get; private set; }

    public string Lead => string.Join(" · ", new[] { UkTime.Words(Day.Date), Day.Venue, _organisation }.Where(part => part.Length > 0));

    public IEnumerable<(string Words, string Page, string Found)> Programme =>
    [
        ("Slots", "slots", Of(Figures.Slots, "slot", "slots")),
        ("Rooms", "rooms", Of(Figures.Rooms, "room", "rooms")),
        ("Workshops", "workshops", Of(Figures.Workshops, "workshop", "workshops")),
        ("Sessions", "sessions", Figures.Sessions == 0 ? "None" : $"{Of(Figures.Sessions, "session", "sessions")}, {Of(Figures.Seats, "seat", "seats")}"),
        ("All of it from a file", "import", "CSV or Excel"),
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
    ];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        _organisation = await db.Organisations.Where(organisation => organisation.Id == Day.OrganisationId)
            .Select(organisation => organisation.Name).SingleAsync(cancellation);
        Figures = await DayFigures.CountAsync(db, Day.Id, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        Stages = new DayStages(Day, Figures, now);
        IsOpen = Day.IsOpenForChoices(now);
    }

    private static string Of(int number, string one, string many) => number == 0 ? "None" : Count.Of(number, one, many);
}
