using Guildhall.Tables;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Who is missing, who is here and who sent apologies, person by person and slot by slot; also as a file.</summary>
[Needs<FollowDay>]
public sealed class PeopleModel(AppDb db, TimeProvider clock) : FollowPage
{
    public enum Shown
    {
        Missing,
        Absent,
        NotRecorded,
        Apologies,
        Present,
        Everybody,
    }

    [BindProperty(SupportsGet = true, Name = "slot")]
    public Guid? Slot { get; set; }

    [BindProperty(SupportsGet = true, Name = "school")]
    public Guid? School { get; set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public Shown Show { get; set; }

    public PageOf<Row> Listed { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Slots { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public IEnumerable<SelectListItem> States =>
        Enum.GetValues<Shown>().Select(shown => new SelectListItem(Words(shown), shown.ToString(), shown == Show));

    /// <summary>Those whose attendance the viewer may enter afterwards.</summary>
    public bool CanEnterLate(Row row) =>
        AttendanceTimes.CanEnterLate(Day, IsOrganiser, clock) && (IsOrganiser || HttpContext.Viewer().Can(Right.OrganiseDays, row.OrganisationId));

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Slots = [new("All", ""), .. (await db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation))
            .Select(slot => new SelectListItem($"{slot.Name}, {slot.Starts.Words()}", slot.Id.ToString(), slot.Id == Slot))];
        Schools = [new("All", ""), .. (await Followed(db).GroupBy(invitee => new { invitee.OrganisationId, invitee.Organisation!.Name })
            .Select(group => new { group.Key.OrganisationId, group.Key.Name }).OrderBy(school => school.Name).ToListAsync(cancellation))
            .Select(school => new SelectListItem(school.Name, school.OrganisationId.ToString(), school.OrganisationId == School))];
        Listed = await Rows(query.Find).PageAsync(query.Number, query.Size, cancellation);
    }

    public async Task<IActionResult> OnGetFileAsync(string kind, CancellationToken cancellation)
    {
        var rows = await Rows(find: null).ToListAsync(cancellation);
        var sheet = new Sheet(
            "Attendance",
            ["School", "Family name", "Given name", "Role group", "Slot", "Starts", "Workshop", "Title", "Attendance", "How", "Recorded"],
            rows.Select(row => (IReadOnlyList<Cell>)
            [
                row.School, row.FamilyName, row.GivenName, row.RoleGroup.Words(), row.Slot, TimeOnly.MinValue.AddMinutes(row.StartMinute).Words(), row.Code, row.Title,
                row.State.Words(), row.Origin?.Words() ?? "", row.RecordedAt?.ToUk().ToString("yyyy-MM-dd HH:mm", null) ?? "",
            ]));
        return Lists.SheetFile.Of(sheet, kind, "attendance");
    }

    private IQueryable<Row> Rows(string? find)
    {
        var people = Followed(db);
        if (School is { } school)
            people = people.Where(invitee => invitee.OrganisationId == school);
        if (NameSearch.Pattern(find) is { } pattern)
            people = people.Where(invitee => EF.Functions.Like((invitee.Person!.GivenName + " " + invitee.Person.FamilyName).ToLower(), pattern, NameSearch.Escape));
        var lines = DayLines.Of(db, Day, people);
        if (Slot is { } slot)
            lines = lines.Where(line => line.SlotId == slot);
        lines = Show switch
        {
            Shown.Missing => lines.Missing(AttendanceTimes.BegunUntil(Day, clock)),
            Shown.Absent => lines.In(AttendanceState.Absent),
            Shown.NotRecorded => lines.In(state: null),
            Shown.Apologies => lines.In(AttendanceState.Apologies),
            Shown.Present => lines.In(AttendanceState.Present),
            _ => lines,
        };
        return lines.Join(db.Sessions, line => line.SessionId, session => session.Id, (line, session) => new { line, session })
            .OrderBy(row => row.line.School).ThenBy(row => row.line.FamilyName).ThenBy(row => row.line.GivenName).ThenBy(row => row.line.InviteeId).ThenBy(row => row.line.StartMinute)
            .Select(row => new Row
            {
                InviteeId = row.line.InviteeId,
                OrganisationId = row.line.OrganisationId,
                GivenName = row.line.GivenName,
                FamilyName = row.line.FamilyName,
                School = row.line.School,
                RoleGroup = row.line.RoleGroup,
                Slot = row.line.Slot,
                StartMinute = row.line.StartMinute,
                Code = row.session.Workshop!.Code,
                Title = row.session.Workshop.Title,
                HasPlace = row.line.HasPlace,
                Recorded = row.line.Recorded,
                Origin = row.line.Origin,
                RecordedAt = row.line.RecordedAt,
            });
    }

    private static string Words(Shown shown) => shown switch
    {
        Shown.Missing => "Missing",
        Shown.Absent => "Absent",
        Shown.NotRecorded => "Not recorded",
        Shown.Apologies => "Apologies",
        Shown.Present => "Present",
        _ => "Everybody",
    };

    public sealed record Row
    {
        public Guid InviteeId { get; init; }

        public Guid OrganisationId { get; init; }

        public required string GivenName { get; init; }

        public required string FamilyName { get; init; }

        public required string School { get; init; }

        public RoleGroup RoleGroup { get; init; }

        public required string Slot { get; init; }

        public int StartMinute { get; init; }

        public required string Code { get; init; }

        public required string Title { get; init; }

        public bool HasPlace { get; init; }

        public AttendanceState? Recorded { get; init; }

        public AttendanceOrigin? Origin { get; init; }

        public DateTime? RecordedAt { get; init; }

        public string Name => $"{GivenName} {FamilyName}";

        public AttendanceState? State => Recorded ?? (HasPlace ? null : AttendanceState.Apologies);
    }
}
