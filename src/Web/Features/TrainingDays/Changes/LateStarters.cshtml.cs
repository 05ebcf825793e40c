using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Shows what late starters would get, and gives it to them.</summary>
[Needs<OrganiseDay>]
public sealed class LateStartersModel(AppDb db, LatePlanner planner, LateDesk desk) : DayPage
{
    /// <summary>The digest of the plan on the page.</summary>
    [BindProperty]
    public string Seen { get; set; } = "";

    public IReadOnlyList<Slot> Slots { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Why there is no plan; null when there is one.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!Day.HasLivePlaces || await planner.PlanAsync(Day, cancellation) is not { } plan)
            return;
        Problem = plan.Problem;
        Seen = Problem is null ? plan.Digest : "";
        Slots = await db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);
        var titles = await db.Sessions.Where(session => session.Workshop!.DayId == Day.Id).Select(session => new { session.Id, session.Workshop!.Title })
            .ToDictionaryAsync(session => session.Id, session => session.Title, cancellation);
        var given = Problem is null ? plan.Given.ToDictionary(place => (place.Invitee, place.Slot)) : [];
        var taken = plan.Input.FixedPlaces.Where(place => plan.Late.Contains(place.Invitee))
            .ToDictionary(place => (place.Invitee, plan.Input.Sessions.First(session => session.Id == place.Session).Slot), place => place.Session);
        var away = plan.Input.People.Where(person => plan.Late.Contains(person.Invitee)).ToDictionary(person => person.Invitee, person => person.Away);
        Rows = [.. (await db.Invitees.Where(invitee => plan.Late.Contains(invitee.Id))
                .OrderBy(invitee => invitee.Person!.FamilyName).ThenBy(invitee => invitee.Person!.GivenName).ThenBy(invitee => invitee.Id)
                .Select(invitee => new { invitee.Id, invitee.Person!.GivenName, invitee.Person.FamilyName, School = invitee.Organisation!.Name, invitee.ChosenAt })
                .ToListAsync(cancellation))
            .Select(row => new Row($"{row.GivenName} {row.FamilyName}", row.School, row.ChosenAt, [.. Slots.Select(slot =>
                taken.TryGetValue((row.Id, slot.Id), out var own) ? $"{titles[own]} (taken by themselves)"
                : given.TryGetValue((row.Id, slot.Id), out var place) ? Words(place, row.ChosenAt is not null, titles)
                : away[row.Id].Contains(slot.Id) ? "Away, or it has begun"
                : Problem is null ? "Presents" : "")]))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var answer = await desk.GiveAsync(Day, Seen, cancellation);
        this.Flash(answer.Words, answer.IsDone ? Kind.Success : Kind.Warning);
        return LocalRedirect(To("changes/late-starters"));
    }

    private static string Words(GivenPlace place, bool hasChosen, Dictionary<Guid, string> titles) =>
        place.Session is not { } session ? "No seat is left for them"
        : place.Wish is { } wish ? $"{titles[session]} ({wish.Ordinal()} wish)"
        : $"{titles[session]} ({(hasChosen ? "not wished for" : "has not chosen")})";

    /// <summary>A late starter, with what they would have in each slot.</summary>
    public sealed record Row(string Name, string School, DateTime? ChosenAt, IReadOnlyList<string> Parts);
}
