using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>The days of the organisations where the viewer organises.</summary>
[Needs<OrganiseDays>]
public sealed class IndexModel(AppDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public PageOf<Row> Days { get; private set; } = null!;

    public ListingQuery Query { get; private set; } = new();

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Query = query;
        var mine = viewer.Where(Right.OrganiseDays);
        var today = UkTime.Today(clock);
        var days = db.TrainingDays.Where(day => mine.Contains(day.OrganisationId));
        if (NameSearch.Pattern(query.Find) is { } pattern)
            days = days.Where(day => EF.Functions.Like(day.Name.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(day.Organisation!.Name.ToLower(), pattern, NameSearch.Escape));
        // What is to come, soonest first; then what is over, latest first.
        Days = await days.OrderBy(day => day.Date < today ? 1 : 0)
            .ThenBy(day => day.Date < today ? (DateOnly?)null : day.Date)
            .ThenByDescending(day => day.Date).ThenBy(day => day.Id)
            .Select(day => new Row(
                day.Id, day.Name, day.Date, day.Organisation!.Name, day.Stage,
                db.Invitees.Count(invitee => invitee.DayId == day.Id),
                db.Invitees.Count(invitee => invitee.DayId == day.Id && invitee.ChosenAt != null)))
            .PageAsync(query.Number, query.Size, cancellation);
    }

    public sealed record Row(Guid Id, string Name, DateOnly Date, string Organisation, DayStage Stage, int Invited, int Chosen);
}
