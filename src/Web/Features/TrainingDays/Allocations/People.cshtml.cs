using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Everybody's places in a run.</summary>
[Needs<SeeAllocationRun>]
public sealed class PeopleModel(AppDb db) : PageModel
{
    private static readonly SortOrders<Person> Orders = new("-steps", person => person.Invitee)
    {
        ["name"] = person => person.FamilyName,
        ["school"] = person => person.School,
        ["steps"] = person => person.Regret,
    };

    private Dictionary<(Guid Invitee, Guid Slot), string> _places = [];

    public AllocationRun Run => HttpContext.Thing<AllocationRun>();

    public TrainingDay Day { get; private set; } = null!;

    public IReadOnlyList<Slot> Slots { get; private set; } = [];

    public PageOf<Person> People { get; private set; } = null!;

    public bool CanFix => Day.Stage is DayStage.Choosing or DayStage.Allocating;

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Day = await db.TrainingDays.AsNoTracking().SingleAsync(day => day.Id == Run.DayId, cancellation);
        Slots = await db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);
        var find = query.Find?.Trim().ToLowerInvariant();
        var letters = db.Letters.Where(letter => letter.RunId == Run.Id)
            .Join(db.Invitees, letter => letter.InviteeId, invitee => invitee.Id, (letter, invitee) => new Person
            {
                Invitee = invitee.Id,
                GivenName = invitee.Person!.GivenName,
                FamilyName = invitee.Person.FamilyName,
                School = invitee.Organisation!.Name,
                Regret = letter.Regret,
            });
        if (!string.IsNullOrEmpty(find))
        {
            letters = letters.Where(person =>
                (person.GivenName + " " + person.FamilyName).ToLower().Contains(find) || person.School.ToLower().Contains(find));
        }
        People = await letters.PageAsync(Orders, query, cancellation);
        var shown = People.Items.Select(person => person.Invitee).ToList();
        var places = await db.Places.Where(place => place.RunId == Run.Id && shown.Contains(place.InviteeId))
            .Select(place => new
            {
                place.InviteeId,
                place.SlotId,
                Title = place.Session == null ? null : place.Session.Workshop!.Title,
                place.Wish,
                place.IsFixed,
            }).ToListAsync(cancellation);
        _places = places.ToDictionary(place => (place.InviteeId, place.SlotId), place =>
            place.Title is null ? "No place"
            : place.IsFixed ? $"{place.Title} (fixed)"
            : place.Wish is { } wish ? $"{place.Title} (wish {wish})"
            : $"{place.Title} (not wished)");
    }

    public string PlaceWords(Guid invitee, Guid slot) => _places.GetValueOrDefault((invitee, slot), "Away or presenting");

    public sealed class Person
    {
        public Guid Invitee { get; init; }

        public string GivenName { get; init; } = "";

        public string FamilyName { get; init; } = "";

        public string School { get; init; } = "";

        public int Regret { get; init; }

        public string Name => $"{GivenName} {FamilyName}";
    }
}
