using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>What cannot be as it is on a day's board. A room taken twice in a slot is not among it: the database holds no such thing.</summary>
public static class SessionConflicts
{
    public static IReadOnlyList<SessionConflict> Find(IReadOnlyList<BoardSession> sessions)
    {
        var found = new List<SessionConflict>();
        foreach (var session in sessions)
        {
            found.AddRange(OfSeats(session.Slot, session.Code, session.Seats, session.Minimum, session.Room, session.RoomSeats)
                .Select(words => new SessionConflict(words, [session.WorkshopId])));
        }
        foreach (var slot in sessions.GroupBy(session => session.SlotId))
        {
            var twice = slot.SelectMany(session => session.Presenters.Select(presenter => (presenter.Id, presenter.Name, session)))
                .GroupBy(row => row.Id).Where(rows => rows.Count() > 1);
            found.AddRange(twice.Select(rows => new SessionConflict(
                $"{slot.First().Slot}: {rows.First().Name} presents {Count.List(rows.Select(row => row.session.Code))} at the same time.",
                [.. rows.Select(row => row.session.WorkshopId)])));
        }
        return found;
    }

    /// <summary>What is wrong with the seats of one session.</summary>
    public static IEnumerable<string> OfSeats(string slot, string code, int seats, int minimum, string? room, int? roomSeats)
    {
        if (room is not null && seats > roomSeats)
            yield return $"{slot}: {code} has {Count.Of(seats, "seat", "seats")}, but {room} holds {roomSeats}.";
        if (minimum > seats)
            yield return $"{slot}: {code} runs with {minimum} people or more, but has {Count.Of(seats, "seat", "seats")}.";
    }
}

/// <summary>Something that cannot be.</summary>
/// <param name="Words">What, in a sentence.</param>
/// <param name="Workshops">The workshops that are part of it.</param>
public sealed record SessionConflict(string Words, IReadOnlyList<Guid> Workshops);

/// <summary>A session as the board shows it.</summary>
public sealed record BoardSession
{
    public Guid Id { get; init; }

    public Guid WorkshopId { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public Guid SlotId { get; init; }

    public required string Slot { get; init; }

    public Guid? RoomId { get; init; }

    public string? Room { get; init; }

    public int? RoomSeats { get; init; }

    public int Seats { get; init; }

    public int Minimum { get; init; }

    public IReadOnlyList<BoardPresenter> Presenters { get; init; } = [];

    public static async Task<IReadOnlyList<BoardSession>> OfDayAsync(AppDb db, Guid day, CancellationToken cancellation)
    {
        var presenters = (await db.Presenters.Where(presenter => db.Workshops.Any(workshop => workshop.Id == presenter.WorkshopId && workshop.DayId == day))
            .Select(presenter => new { presenter.WorkshopId, presenter.PersonId, presenter.Person!.GivenName, presenter.Person.FamilyName })
            .ToListAsync(cancellation))
            .ToLookup(row => row.WorkshopId, row => new BoardPresenter(row.PersonId, $"{row.GivenName} {row.FamilyName}"));
        var sessions = await db.Sessions.Where(session => session.Workshop!.DayId == day)
            .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Code)
            .Select(session => new BoardSession
            {
                Id = session.Id,
                WorkshopId = session.WorkshopId,
                Code = session.Workshop!.Code,
                Title = session.Workshop.Title,
                SlotId = session.SlotId,
                Slot = session.Slot!.Name,
                RoomId = session.RoomId,
                Room = session.Room == null ? null : session.Room.Name,
                RoomSeats = session.Room == null ? null : session.Room.Seats,
                Seats = session.Seats,
                Minimum = session.Minimum,
            })
            .ToListAsync(cancellation);
        return [.. sessions.Select(session => session with { Presenters = [.. presenters[session.WorkshopId]] })];
    }
}

/// <summary>Somebody who presents, and is in one place at a time.</summary>
public sealed record BoardPresenter(Guid Id, string Name);
