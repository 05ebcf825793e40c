using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Workshops;

/// <summary>Slots and rooms of a day with what runs where, as the form of a workshop needs them.</summary>
public sealed class SessionRows
{
    private readonly Dictionary<(Guid Slot, Guid Room), string> _taken;

    private SessionRows(List<Slot> slots, List<Room> rooms, Dictionary<(Guid Slot, Guid Room), string> taken) => (Slots, Rooms, _taken) = (slots, rooms, taken);

    public IReadOnlyList<Slot> Slots { get; }

    public IReadOnlyList<Room> Rooms { get; }

    public static async Task<SessionRows> LoadAsync(AppDb db, Guid day, Guid? workshop, CancellationToken cancellation)
    {
        var slots = await db.Slots.Where(slot => slot.DayId == day).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);
        var rooms = await db.Rooms.Where(room => room.DayId == day).OrderBy(room => room.Name).AsNoTracking().ToListAsync(cancellation);
        var taken = await db.Sessions.Where(session => session.Workshop!.DayId == day && session.WorkshopId != workshop && session.RoomId != null)
            .Select(session => new { session.SlotId, RoomId = session.RoomId!.Value, session.Workshop!.Code }).ToListAsync(cancellation);
        return new SessionRows(slots, rooms, taken.ToDictionary(row => (row.SlotId, row.RoomId), row => row.Code));
    }

    public IReadOnlyList<SelectListItem> SlotItems => [.. Slots.Select(slot => new SelectListItem($"{slot.Name}, {slot.Starts.Words()}", slot.Id.ToString()))];

    public IReadOnlyList<SelectListItem> RoomItems => [.. Rooms.Select(room => new SelectListItem($"{room.Name} ({room.Seats} seats)", room.Id.ToString()))];

    public IReadOnlyList<SelectListItem> Choices(Guid slot) =>
    [
        new("Does not run in this slot", ""),
        new("Runs, room to be decided", SessionInput.RoomOpen),
        .. Rooms.Select(room => new SelectListItem(
            _taken.TryGetValue((slot, room.Id), out var code) ? $"{room.Name} ({room.Seats} seats, taken by {code})" : $"{room.Name} ({room.Seats} seats)",
            room.Id.ToString())),
    ];

    /// <summary>What speaks against a session as it was asked for: the field, and words.</summary>
    public IEnumerable<(string Field, string Words)> Problems(SessionInput asked)
    {
        if (!asked.Runs)
            yield break;
        var slot = Slots.FirstOrDefault(slot => slot.Id == asked.SlotId);
        var room = Rooms.FirstOrDefault(room => room.Id == asked.RoomId);
        if (slot is null)
            yield return ("Room", "This slot has been removed. Open the page anew");
        else if (room is null && !string.Equals(asked.Room, SessionInput.RoomOpen, StringComparison.Ordinal))
            yield return ("Room", "This room has been removed. Choose another");
        else if (room is not null && _taken.TryGetValue((slot.Id, room.Id), out var code))
            yield return ("Room", $"{slot.Name}: {room.Name} is taken by {code}. Choose another room, or change {code} first");
        if (asked.Seats is not { } seats)
            yield return ("Seats", $"{slot?.Name}: say how many seats the session has");
        else if (room is not null && seats > room.Seats)
            yield return ("Seats", $"{slot?.Name}: {room.Name} has {room.Seats} seats. Give the session at most as many");
        if (asked.Minimum > asked.Seats)
            yield return ("Minimum", $"{slot?.Name}: the fewest people cannot be more than the seats");
    }
}
