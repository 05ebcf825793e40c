using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>Moves sessions on a day's board, one or many, in one transaction.</summary>
public sealed class BoardDesk(AppDb db, LivePlaces live, AuditTrail audit)
{
    /// <summary>Takes a session to another slot and room; whatever stands there changes places with it.</summary>
    /// <param name="day">The day.</param>
    /// <param name="session">The session as it was seen, with its version; null for a new run of the workshop.</param>
    /// <param name="workshopId">Its workshop.</param>
    /// <param name="slotId">Where to.</param>
    /// <param name="roomId">Where to; null takes it out of its room.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Why it cannot be, in a sentence; null when it is done.</returns>
    public async Task<string?> MoveAsync(
        TrainingDay day, (Guid Id, int Version)? session, Guid workshopId, Guid slotId, Guid? roomId, CancellationToken cancellation)
    {
        // While people take places, nobody takes one between the look at the seats and the change of them.
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        await live.TakeTurnAsync(day, cancellation);
        var workshop = await db.Workshops.Include(row => row.Sessions).ThenInclude(row => row.Room)
            .SingleOrDefaultAsync(row => row.Id == workshopId && row.DayId == day.Id, cancellation);
        var slot = await db.Slots.SingleOrDefaultAsync(row => row.Id == slotId && row.DayId == day.Id, cancellation);
        var room = roomId is null ? null : await db.Rooms.SingleOrDefaultAsync(row => row.Id == roomId && row.DayId == day.Id, cancellation);
        var moved = session is null ? null : workshop?.Sessions.Find(row => row.Id == session.Value.Id);
        if (workshop is null || slot is null || (roomId is not null && room is null) || (session is not null && moved is null))
            return "It is not there any more. Look at the board again.";
        if (workshop.Sessions.Exists(row => row.SlotId == slotId && row != moved))
            return $"{workshop.Code} runs in {slot.Name} already.";
        var other = room is null ? null : await db.Sessions.Include(row => row.Workshop!.Sessions).Include(row => row.Room)
            .SingleOrDefaultAsync(row => row.SlotId == slotId && row.RoomId == roomId && row.Workshop!.DayId == day.Id, cancellation);
        if (other == moved && other is not null)
            return null;
        if (other is not null && moved?.RoomId is null)
            return $"{room!.Name} is taken in {slot.Name} by {other.Workshop!.Code}.";
        if (other is not null && moved!.SlotId != slotId && other.Workshop!.Sessions.Exists(row => row.SlotId == moved.SlotId))
            return $"{other.Workshop.Code} cannot change places with it: it runs in that slot already.";
        if (moved is not null && moved.SlotId != slotId)
        {
            var refusal = day.AdoptedRunId is not null ? PlacesGiven : await FixedRefusalAsync(other is null ? [moved.Id] : [moved.Id, other.Id], cancellation);
            if (refusal is not null)
                return refusal;
        }
        if (moved is not null)
            db.Expect(moved, session!.Value.Version);
        var from = (Slot: moved?.SlotId, moved?.RoomId, moved?.Room);
        var isNew = moved is null;
        if (moved is null)
            db.Sessions.Add(moved = new Session { WorkshopId = workshop.Id, SlotId = slotId, Minimum = workshop.Smallest ?? 0, Seats = workshop.Largest ?? 0 });
        if (SeatsRefusal(moved, workshop, room) is { } tooSmall)
            return tooSmall;
        if (other is not null && SeatsRefusal(other, other.Workshop!, from.Room) is { } tooSmallForOther)
            return tooSmallForOther;
        if (other is not null)
        {
            // No two sessions are in one room at once, also not while they change places.
            other.RoomId = null;
            await db.SaveChangesAsync(cancellation);
        }
        Place(moved, workshop, slotId, room);
        audit.Record(
            $"{(isNew ? "put" : "moved")} {workshop.Code} {(room is null ? $"in {slot.Name}, room to be decided" : $"{(isNew ? "in" : "to")} {slot.Name}, {room.Name}")}",
            DayPage.SubjectOf(day), day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        if (other is not null)
        {
            Place(other, other.Workshop!, from.Slot!.Value, from.Room);
            audit.Record($"moved {other.Workshop!.Code} to where {workshop.Code} was", DayPage.SubjectOf(day), day.OrganisationId);
            await db.SaveChangesAsync(cancellation);
        }
        await deed.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Makes the board what it is asked to be: sessions stay, move, come and go.</summary>
    /// <param name="day">The day.</param>
    /// <param name="runs">What is to run where.</param>
    /// <param name="deed">What the audit trail says.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Why it cannot be, in a sentence; null when it is done.</returns>
    public async Task<string?> ArrangeAsync(TrainingDay day, IReadOnlyList<PlannedRun> runs, string deed, CancellationToken cancellation)
    {
        if (day.AdoptedRunId is not null)
            return PlacesGiven;
        var workshops = await db.Workshops.Include(row => row.Sessions).ThenInclude(row => row.Room).Where(row => row.DayId == day.Id).ToListAsync(cancellation);
        var rooms = await db.Rooms.Where(row => row.DayId == day.Id).ToDictionaryAsync(row => row.Id, cancellation);
        var slots = await db.Slots.Where(row => row.DayId == day.Id).Select(row => row.Id).ToListAsync(cancellation);
        var asked = runs.ToLookup(run => run.Workshop);
        if (runs.Any(run => !rooms.ContainsKey(run.Room) || !slots.Contains(run.Slot)) || asked.Any(group => workshops.TrueForAll(row => row.Id != group.Key)))
            return "A workshop, a slot or a room of it is not there any more. Have another one suggested.";
        var places = new List<(Session Session, Workshop Workshop, PlannedRun Run)>();
        var gone = new List<Session>();
        foreach (var workshop in workshops)
        {
            // What runs in a slot in which the workshop runs anyway stays there; then no session gets in another's way.
            var own = asked[workshop.Id].ToList();
            var free = workshop.Sessions.Where(row => own.TrueForAll(run => run.Slot != row.SlotId)).ToList();
            foreach (var run in own)
            {
                var session = workshop.Sessions.Find(row => row.SlotId == run.Slot);
                if (session is null && free.Count > 0)
                {
                    session = free[0];
                    free.RemoveAt(0);
                }
                if (session is null)
                    db.Sessions.Add(session = new Session { WorkshopId = workshop.Id, SlotId = run.Slot, Minimum = workshop.Smallest ?? 0 });
                places.Add((session, workshop, run));
            }
            gone.AddRange(free);
        }
        var ids = gone.Select(row => row.Id).ToList();
        if (await SessionsInUse.RefusalAsync(db, db.Sessions.Where(row => ids.Contains(row.Id)), cancellation) is { } refusal)
            return $"It would take {Count.Of(gone.Count, "session", "sessions")} away. {refusal}";
        var moving = places.Where(place => place.Session.SlotId != place.Run.Slot && db.Entry(place.Session).State != EntityState.Added)
            .Select(place => place.Session.Id).ToList();
        if (await FixedRefusalAsync(moving, cancellation) is { } stays)
            return stays;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Sessions.RemoveRange(gone);
        foreach (var (session, _, run) in places.Where(place => place.Session.RoomId is not null && (place.Session.RoomId != place.Run.Room || place.Session.SlotId != place.Run.Slot)))
            session.RoomId = null;
        await db.SaveChangesAsync(cancellation);
        foreach (var (session, workshop, run) in places)
            Place(session, workshop, run.Slot, rooms[run.Room]);
        audit.Record(deed, DayPage.SubjectOf(day), day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private const string PlacesGiven = "Places have been given for the times as they are. Take the day back to the programme to change them.";

    /// <summary>Why sessions have to stay in their slots: the first of them with fixed places.</summary>
    private async Task<string?> FixedRefusalAsync(List<Guid> sessions, CancellationToken cancellation)
    {
        var people = await db.FixedPlaces.Where(place => sessions.Contains(place.SessionId))
            .GroupBy(place => new { place.SessionId, place.Session!.Workshop!.Code, Slot = place.Session.Slot!.Name })
            .Select(group => new { group.Key.SessionId, group.Key.Code, group.Key.Slot, Count = group.Count() }).ToListAsync(cancellation);
        return people.MinBy(row => sessions.IndexOf(row.SessionId)) is { } first
            ? $"{Count.People(first.Count)} {(first.Count == 1 ? "has" : "have")} a fixed place in {first.Code} in {first.Slot}. Take {(first.Count == 1 ? "it" : "them")} back first, or pin the session."
            : null;
    }

    private static string? SeatsRefusal(Session session, Workshop workshop, Room? room) =>
        room is null ? null : session.SeatsRefusal(SeatsIn(session, workshop, room));

    private static void Place(Session session, Workshop workshop, Guid slot, Room? room)
    {
        session.SlotId = slot;
        if (room is not null)
            session.Seats = SeatsIn(session, workshop, room);
        session.RoomId = room?.Id;
    }

    /// <summary>As many as the room holds, unless the workshop takes fewer or the organisers gave it fewer than the room it had.</summary>
    private static int SeatsIn(Session session, Workshop workshop, Room room) =>
        workshop.Largest is { } largest ? Math.Min(largest, room.Seats)
        : session.Seats > 0 && session.Room is { } had && session.Seats < had.Seats ? Math.Min(session.Seats, room.Seats)
        : room.Seats;
}

/// <summary>A run as it is to be.</summary>
public sealed record PlannedRun(Guid Workshop, Guid Slot, Guid Room);
