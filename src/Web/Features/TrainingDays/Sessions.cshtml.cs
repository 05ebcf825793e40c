using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>The board: rooms down, slots across.</summary>
[Needs<OrganiseDay>]
public sealed class SessionsModel(AppDb db) : DayPage
{
    private Dictionary<(Guid Room, Guid Slot), BoardSession> _placed = [];

    public IReadOnlyList<Slot> Slots { get; private set; } = [];

    public PageOf<Room> Rooms { get; private set; } = null!;

    public IReadOnlyList<BoardSession> WithoutRoom { get; private set; } = [];

    public IReadOnlyList<SessionConflict> Conflicts { get; private set; } = [];

    public BoardSession? In(Guid room, Guid slot) => _placed.GetValueOrDefault((room, slot));

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Slots = await db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);
        Rooms = await db.Rooms.Where(room => room.DayId == Day.Id).OrderBy(room => room.Name).ThenBy(room => room.Id).AsNoTracking()
            .PageAsync(query.Number, query.Size, cancellation);
        var sessions = await BoardSession.OfDayAsync(db, Day.Id, cancellation);
        _placed = sessions.Where(session => session.RoomId is not null).ToDictionary(session => (session.RoomId!.Value, session.SlotId));
        WithoutRoom = [.. sessions.Where(session => session.RoomId is null)];
        Conflicts = SessionConflicts.Find(sessions);
    }
}
