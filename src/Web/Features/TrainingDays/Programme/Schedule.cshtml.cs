using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>The programme as a schedule file.</summary>
[Needs<OrganiseDay>]
public sealed class ScheduleModel(AppDb db, ProgrammeInputReader reader, PublicAddress address) : DayPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var minutes = await db.Slots.Where(slot => slot.DayId == Day.Id).ToDictionaryAsync(slot => slot.Id, slot => slot.EndMinute - slot.StartMinute, cancellation);
        var texts = await db.Workshops.Where(workshop => workshop.DayId == Day.Id)
            .Select(workshop => new { workshop.Id, workshop.Code, workshop.Title, workshop.Summary, workshop.PresenterNames })
            .ToDictionaryAsync(row => row.Id, row => new ScheduleText(row.Code, row.Title, row.Summary, row.PresenterNames, minutes), cancellation);
        var version = await db.ProgrammeVersions.Where(row => row.DayId == Day.Id).MaxAsync(row => (int?)row.Number, cancellation) ?? 0;
        var content = ScheduleWriter.Write(Day, await reader.ReadAsync(Day.Id, cancellation), texts, version, new Uri(address.Of(To("day"))));
        return File(content, "application/json", $"schedule-{Day.Date:yyyy-MM-dd}.json");
    }
}
