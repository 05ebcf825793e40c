using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Invite;

/// <summary>Who is invited, and as what.</summary>
[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db) : DayPage
{
    private static readonly SortOrders<Invitee> Orders = new("name", invitee => invitee.Id)
    {
        ["name"] = invitee => invitee.Person!.FamilyName + " " + invitee.Person.GivenName,
        ["school"] = invitee => invitee.Organisation!.Name,
        ["role"] = invitee => invitee.RoleGroup,
        ["carry"] = invitee => invitee.Carry,
        ["chosen"] = invitee => invitee.ChosenAt,
    };

    private Dictionary<Guid, string> _slots = [];

    [BindProperty(SupportsGet = true, Name = "school")]
    public Guid? School { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public RoleGroup? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "chosen")]
    public string? Chosen { get; set; }

    public PageOf<Row> Invitees { get; private set; } = null!;

    public int Invited { get; private set; }

    /// <summary>How many have been invited since the day was published and have no places yet.</summary>
    public int Late { get; private set; }

    public string Lead { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ChoiceStates => [new("All", ""), new("Have chosen", "yes", Chosen == "yes"), new("Have not chosen", "no", Chosen == "no")];

    public string SlotNames(IEnumerable<Guid> slots) => Count.List(slots.Where(_slots.ContainsKey).Select(slot => _slots[slot]).Order(StringComparer.Ordinal));

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var all = db.Invitees.Where(invitee => invitee.DayId == Day.Id);
        var counts = await all.GroupBy(invitee => new { invitee.OrganisationId, invitee.Organisation!.Name })
            .Select(group => new { group.Key.OrganisationId, group.Key.Name, Number = group.Count() }).OrderBy(group => group.Name).ToListAsync(cancellation);
        if (Day.HasLivePlaces)
            Late = await LateStarters.Of(db, Day).CountAsync(cancellation);
        Invited = counts.Sum(school => school.Number);
        Lead = Invited == 0 ? "" : $"{Count.People(Invited)} from {Count.Of(counts.Count, "school or employer", "schools and other employers")}.";
        Schools = [new("All", ""), .. counts.Select(school => new SelectListItem($"{school.Name} ({school.Number})", school.OrganisationId.ToString(), school.OrganisationId == School))];
        Groups = [new("All", ""), .. RoleGroupNames.Items.Select(item => new SelectListItem(item.Text, item.Value, item.Value == Role?.ToString()))];
        _slots = await db.Slots.Where(slot => slot.DayId == Day.Id).ToDictionaryAsync(slot => slot.Id, slot => slot.Name, cancellation);
        Invitees = await Filtered(all, query).PageAsync(Orders, query, invitee => new Row(
            invitee.Id, invitee.Person!.GivenName + " " + invitee.Person.FamilyName, invitee.Organisation!.Name,
            invitee.RoleGroup, invitee.AwaySlots, invitee.Carry, invitee.ChosenAt), cancellation);
    }

    private IQueryable<Invitee> Filtered(IQueryable<Invitee> invitees, ListingQuery query)
    {
        if (NameSearch.Pattern(query.Find) is { } pattern)
            invitees = invitees.Where(invitee => EF.Functions.Like((invitee.Person!.GivenName + " " + invitee.Person.FamilyName).ToLower(), pattern, NameSearch.Escape));
        if (School is { } school)
            invitees = invitees.Where(invitee => invitee.OrganisationId == school);
        if (Role is { } role)
            invitees = invitees.Where(invitee => invitee.RoleGroup == role);
        return Chosen switch
        {
            "yes" => invitees.Where(invitee => invitee.ChosenAt != null),
            "no" => invitees.Where(invitee => invitee.ChosenAt == null),
            _ => invitees,
        };
    }

    public sealed record Row(Guid Id, string Name, string Organisation, RoleGroup RoleGroup, List<Guid> AwaySlots, int Carry, DateTime? ChosenAt);
}
