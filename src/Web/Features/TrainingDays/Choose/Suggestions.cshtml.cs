using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>The day's workshops, with what is suggested to whom at the viewer's schools.</summary>
[Needs<SuggestToOwnSchools>]
public sealed class SuggestionsModel(AppDb db, TimeProvider clock) : SuggestPage(db, clock)
{
    private ILookup<Guid, string> _suggested = null!;

    public PageOf<Row> Workshops { get; private set; } = null!;

    /// <summary>"Teachers at Elm Park", in the order of schools.</summary>
    public IEnumerable<string> SuggestedTo(Guid workshop) => _suggested[workshop];

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var workshops = Db.Workshops.Where(workshop => workshop.DayId == Day.Id);
        if (NameSearch.Pattern(query.Find) is { } pattern)
            workshops = workshops.Where(workshop => EF.Functions.Like(workshop.Code.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(workshop.Title.ToLower(), pattern, NameSearch.Escape));
        Workshops = await workshops.OrderBy(workshop => workshop.Code).ThenBy(workshop => workshop.Id)
            .Select(workshop => new Row(workshop.Id, workshop.Code, workshop.Title, workshop.Audience))
            .PageAsync(query.Number, query.Size, cancellation);
        var shown = Workshops.Items.Select(row => row.Id).ToList();
        _suggested = (await Db.Suggestions.Where(row => shown.Contains(row.WorkshopId) && Schools.Any(school => school.Id == row.OrganisationId))
            .OrderBy(row => row.Organisation!.Name).ThenBy(row => row.At).ThenBy(row => row.Id)
            .Select(row => new { row.WorkshopId, row.RoleGroup, row.Organisation!.Name }).ToListAsync(cancellation))
            .ToLookup(row => row.WorkshopId, row => $"{row.RoleGroup?.Words().ToLowerFirst() ?? "everybody"} at {row.Name}");
    }

    public sealed record Row(Guid Id, string Code, string Title, List<RoleGroup> Audience);
}
