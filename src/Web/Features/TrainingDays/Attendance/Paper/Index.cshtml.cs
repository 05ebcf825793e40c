using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending.Paper;

/// <summary>What can be printed for the day: registers, name badges, and for organisers the codes. A school's lead prints for their own people.</summary>
[Needs<FollowDay>]
public sealed class IndexModel(AppDb db, PaperReader reader, PublicAddress address) : FollowPage
{
    [BindProperty(SupportsGet = true, Name = "school")]
    public Guid? School { get; set; }

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public IEnumerable<SelectListItem> Sizes => BadgeSize.All.Select(size => new SelectListItem(size.Words, size.Key));

    public bool HasPlaces => Day.LiveRunId is not null;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Schools = [new("All", ""), .. (await Followed(db).GroupBy(invitee => new { invitee.OrganisationId, invitee.Organisation!.Name })
            .Select(group => new { group.Key.OrganisationId, group.Key.Name }).OrderBy(school => school.Name).ToListAsync(cancellation))
            .Select(school => new SelectListItem(school.Name, school.OrganisationId.ToString()))];

    public async Task<IActionResult> OnGetRegistersAsync(CancellationToken cancellation)
    {
        if (!HasPlaces)
            return RedirectToPage();
        var registers = await reader.RegistersAsync(Day, Followed(db), session: null, hasCodes: IsOrganiser, cancellation);
        return registers.Count == 0 ? RedirectToPage() : File(RegisterPdf.Of(Day, registers), PdfFile.MediaType, "registers.pdf");
    }

    public async Task<IActionResult> OnGetBadgesAsync(string? size, bool lines, CancellationToken cancellation)
    {
        if (!HasPlaces)
            return RedirectToPage();
        var people = School is { } school ? Followed(db).Where(invitee => invitee.OrganisationId == school) : Followed(db);
        var badges = await reader.BadgesAsync(people, cancellation);
        return badges.Count == 0 ? RedirectToPage() : File(BadgePdf.Of(Day, badges, BadgeSize.Of(size), lines), PdfFile.MediaType, "name-badges.pdf");
    }

    public async Task<IActionResult> OnGetCodesAsync(CancellationToken cancellation)
    {
        if (!IsOrganiser)
            return NotFound();
        if (!HasPlaces)
            return RedirectToPage();
        var sessions = await reader.CodesAsync(Day, cancellation);
        return sessions.Count == 0 ? RedirectToPage() : File(CodePdf.Of(Day, sessions, address), PdfFile.MediaType, "codes.pdf");
    }
}
