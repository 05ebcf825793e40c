using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Who has not chosen, counted and listed; a school's lead sees their own school.</summary>
[Needs<FollowDay>]
public sealed class WhoHasNotChosenModel(AppDb db, TimeProvider clock) : FollowPage
{
    private static readonly SortOrders<Invitee> Orders = new("name", invitee => invitee.Id)
    {
        ["name"] = invitee => invitee.Person!.FamilyName + " " + invitee.Person.GivenName,
        ["school"] = invitee => invitee.Organisation!.Name,
        ["role"] = invitee => invitee.RoleGroup,
        ["reminded"] = invitee => invitee.RemindedAt,
    };

    [BindProperty(SupportsGet = true, Name = "school")]
    public Guid? School { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public RoleGroup? Role { get; set; }

    public IReadOnlyList<SchoolCount> Schools { get; private set; } = [];

    public IReadOnlyList<(RoleGroup Role, int Invited, int Missing)> ByRole { get; private set; } = [];

    public PageOf<Row> People { get; private set; } = null!;

    public int Invited { get; private set; }

    public int Missing { get; private set; }

    public bool CanRemind { get; private set; }

    /// <summary>Whether the viewer leads PD at a school from which people are invited, while they choose.</summary>
    public bool CanSuggest { get; private set; }

    public string Lead => Invited == 0 ? "" : $"{Missing} of {Count.People(Invited)} {(Missing == 1 ? "has" : "have")} not chosen. {Until}";

    public IEnumerable<SelectListItem> SchoolItems =>
        [new("All", ""), .. Schools.Select(school => new SelectListItem($"{school.Name} ({school.Missing})", school.Id.ToString(), school.Id == School))];

    public IEnumerable<SelectListItem> RoleItems =>
        [new("All", ""), .. ByRole.Select(row => new SelectListItem($"{row.Role.Words()} ({row.Missing})", row.Role.ToString(), row.Role == Role))];

    private string Until => Day.ChooseUntil is { } deadline && Day.Stage == DayStage.Choosing ? $"The deadline is {UkTime.Words(deadline)}." : "";

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var counts = await Followed(db)
            .GroupBy(invitee => new { invitee.OrganisationId, invitee.Organisation!.Name, invitee.RoleGroup })
            .Select(group => new
            {
                group.Key.OrganisationId,
                group.Key.Name,
                group.Key.RoleGroup,
                Invited = group.Count(),
                Missing = group.Sum(invitee => invitee.ChosenAt == null ? 1 : 0),
            })
            .ToListAsync(cancellation);
        Invited = counts.Sum(row => row.Invited);
        Missing = counts.Sum(row => row.Missing);
        Schools = [.. counts.GroupBy(row => (row.OrganisationId, row.Name)).OrderBy(rows => rows.Key.Name, StringComparer.OrdinalIgnoreCase).Select(rows => new SchoolCount(
            rows.Key.OrganisationId, rows.Key.Name, rows.Sum(row => row.Invited), rows.Sum(row => row.Missing),
            string.Join(", ", rows.Where(row => row.Missing > 0).OrderBy(row => row.RoleGroup).Select(row => $"{row.RoleGroup.Words()} {row.Missing}"))))];
        ByRole = [.. counts.GroupBy(row => row.RoleGroup).OrderBy(rows => rows.Key).Select(rows => (rows.Key, rows.Sum(row => row.Invited), rows.Sum(row => row.Missing)))];
        var led = HttpContext.Viewer().Where(Right.OrganiseDays);
        CanSuggest = Day.IsOpenForChoices(clock.GetUtcNow().UtcDateTime)
            && await db.Invitees.AnyAsync(invitee => invitee.DayId == Day.Id && led.Contains(invitee.OrganisationId), cancellation);
        CanRemind = Missing > 0 && Day.IsOpenForChoices(clock.GetUtcNow().UtcDateTime);
        var people = Followed(db).Where(invitee => invitee.ChosenAt == null);
        if (School is { } school)
            people = people.Where(invitee => invitee.OrganisationId == school);
        if (Role is { } role)
            people = people.Where(invitee => invitee.RoleGroup == role);
        if (NameSearch.Pattern(query.Find) is { } pattern)
            people = people.Where(invitee => EF.Functions.Like((invitee.Person!.GivenName + " " + invitee.Person.FamilyName).ToLower(), pattern, NameSearch.Escape));
        People = await people.PageAsync(Orders, query, invitee => new Row(
            invitee.Person!.GivenName + " " + invitee.Person.FamilyName, invitee.Organisation!.Name, invitee.RoleGroup,
            invitee.Person.Email != null, invitee.RemindedAt), cancellation);
    }

    public sealed record SchoolCount(Guid Id, string Name, int Invited, int Missing, string ByGroup);

    public sealed record Row(string Name, string Organisation, RoleGroup RoleGroup, bool HasEmail, DateTime? RemindedAt);
}
