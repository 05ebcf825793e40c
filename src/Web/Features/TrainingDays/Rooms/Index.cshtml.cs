using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Rooms;

[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db) : DayPage
{
    private static readonly SortOrders<Room> Orders = new("name", room => room.Id)
    {
        ["name"] = room => room.Name,
        ["seats"] = room => room.Seats,
    };

    public PageOf<Row> Rooms { get; private set; } = null!;

    public ListingQuery Query { get; private set; } = new();

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Query = query;
        var rooms = db.Rooms.Where(room => room.DayId == Day.Id);
        if (NameSearch.Pattern(query.Find) is { } pattern)
            rooms = rooms.Where(room => EF.Functions.Like(room.Name.ToLower(), pattern, NameSearch.Escape));
        Rooms = await rooms.PageAsync(
            Orders, query, room => new Row(room.Id, room.Name, room.Seats, db.Sessions.Count(session => session.RoomId == room.Id)), cancellation);
    }

    public sealed record Row(Guid Id, string Name, int Seats, int Sessions);
}
