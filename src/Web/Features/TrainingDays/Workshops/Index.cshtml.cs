using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Workshops;

[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db) : DayPage
{
    public PageOf<Row> Workshops { get; private set; } = null!;

    public ListingQuery Query { get; private set; } = new();

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Query = query;
        var orders = new SortOrders<Workshop>("code", workshop => workshop.Id)
        {
            ["code"] = workshop => workshop.Code,
            ["title"] = workshop => workshop.Title,
            ["wished"] = workshop => db.Choices.Count(choice => choice.WorkshopId == workshop.Id),
        };
        var workshops = db.Workshops.Where(workshop => workshop.DayId == Day.Id);
        if (NameSearch.Pattern(query.Find) is { } pattern)
            workshops = workshops.Where(workshop => EF.Functions.Like(workshop.Code.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(workshop.Title.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(workshop.PresenterNames.ToLower(), pattern, NameSearch.Escape));
        Workshops = await workshops.PageAsync(orders, query, workshop => new Row(
            workshop.Id, workshop.Code, workshop.Title, workshop.Audience,
            workshop.Sessions.Count, workshop.Sessions.Sum(session => session.Seats),
            db.Choices.Count(choice => choice.WorkshopId == workshop.Id)), cancellation);
    }

    public sealed record Row(Guid Id, string Code, string Title, List<RoleGroup> Audience, int Sessions, int Seats, int Wished);
}
