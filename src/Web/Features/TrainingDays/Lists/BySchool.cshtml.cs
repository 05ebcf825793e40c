using Guildhall.Web.Features.TrainingDays.MyDay;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Lists;

[Needs<FollowDay>]
public sealed class BySchoolModel(AppDb db, MyDayReader reader) : ListPage(db)
{
    private IReadOnlyDictionary<(Guid Invitee, Guid Slot), string> _places = new Dictionary<(Guid, Guid), string>();

    [BindProperty(SupportsGet = true, Name = "school")]
    public Guid? School { get; set; }

    public PageOf<Row> Listed { get; private set; } = null!;

    public IReadOnlyList<Slot> Slots { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public string In(Guid invitee, Guid slot) => _places.GetValueOrDefault((invitee, slot), "");

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Slots = await SlotsAsync(cancellation);
        var schools = await People(school: null).GroupBy(invitee => new { invitee.OrganisationId, invitee.Organisation!.Name })
            .Select(group => new { group.Key.OrganisationId, group.Key.Name }).OrderBy(school => school.Name).ToListAsync(cancellation);
        Schools = [new("All", ""), .. schools.Select(school => new SelectListItem(school.Name, school.OrganisationId.ToString(), school.OrganisationId == School))];
        var people = People(School);
        if (NameSearch.Pattern(query.Find) is { } pattern)
            people = people.Where(invitee => EF.Functions.Like((invitee.Person!.GivenName + " " + invitee.Person.FamilyName).ToLower(), pattern, NameSearch.Escape));
        Listed = await people
            .OrderBy(invitee => invitee.Organisation!.Name).ThenBy(invitee => invitee.Person!.FamilyName).ThenBy(invitee => invitee.Person!.GivenName).ThenBy(invitee => invitee.Id)
            .Select(invitee => new Row(invitee.Id, invitee.Person!.GivenName + " " + invitee.Person.FamilyName, invitee.Organisation!.Name))
            .PageAsync(query.Number, query.Size, cancellation);
        var shown = Listed.Items.Select(row => row.Id).ToList();
        _places = await PlaceRows.PartsAsync(reader, Db.Invitees.Where(invitee => shown.Contains(invitee.Id)), cancellation);
    }

    public async Task<IActionResult> OnGetFileAsync(string kind, CancellationToken cancellation) =>
        SheetFile.Of(await PlaceRows.BySchoolAsync(reader, People(School), await SlotsAsync(cancellation), cancellation), kind, "places-by-school");

    private Task<List<Slot>> SlotsAsync(CancellationToken cancellation) =>
        Db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);

    public sealed record Row(Guid Id, string Name, string School);
}
