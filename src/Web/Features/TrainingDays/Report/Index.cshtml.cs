using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>The report of a day: all of it for its organisers, their own people's part for the leads of schools. And as a Word document.</summary>
[Needs<FollowDay>]
public sealed class IndexModel(AppDb db, ReportReader reader) : FollowPage
{
    public IReadOnlyList<ReportSection> Sections { get; private set; } = [];

    public string Lead { get; private set; } = "";

    /// <summary>Whether there are places to report on.</summary>
    public bool IsThere => Day.IsPublished && Day.PlacesRunId is not null;

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancellation)
    {
        if (!IsThere)
            return NotFound();
        await ReadAsync(cancellation);
        return File(ReportWord.Write(Day, Lead, Sections), WordFile.MediaType, $"report-{Day.Date:yyyy-MM-dd}.docx");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var organisation = await db.Organisations.Where(row => row.Id == Day.OrganisationId).Select(row => row.Name).SingleAsync(cancellation);
        Lead = string.Join(" · ", new[] { Day.Date.Words(), Day.Venue, organisation, IsOrganiser ? "" : "The people of your own school" }.Where(part => part.Length > 0));
        if (IsThere)
            Sections = new DayReport(Day, await reader.ReadAsync(Day, Followed(db), IsOrganiser, cancellation)).Sections;
    }
}
