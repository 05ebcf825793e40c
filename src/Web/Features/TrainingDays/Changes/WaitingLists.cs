using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Gives seats that become free to those who wait for them.</summary>
public sealed class WaitingLists(AppDb db, LivePlaceReader reader, LivePlaces places, AuditTrail audit, Outbox outbox, PublicAddress address)
{
    /// <summary>
    /// Moves up whoever can, first come first. Somebody who moves frees another seat, which may move the next, and so on; it ends because
    /// each move strikes somebody off a list.
    /// </summary>
    /// <param name="day">The day, in its turn.</param>
    /// <param name="sessions">Sessions in which a seat may be free for somebody who waits.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task MoveUpAsync(TrainingDay day, IEnumerable<Guid> sessions, CancellationToken cancellation)
    {
        var freed = new Queue<Guid>(sessions.Distinct());
        while (freed.TryDequeue(out var session))
        {
            while (await NextAsync(day, session, cancellation) is var (who, seat) && await places.TakeSeatAsync(session, cancellation))
            {
                if (who.In(seat.SlotId) is { } left)
                {
                    await places.FreeSeatAsync(left.SessionId, cancellation);
                    freed.Enqueue(left.SessionId);
                }
                await places.PutAsync(day, who.InviteeId, seat.SlotId, session, PlaceOrigin.Waiting, cancellation);
                await StrikeAsync(who.InviteeId, seat.SlotId, cancellation);
                // Who leaves a workshop in one slot may come into it in another.
                foreach (var other in await ForAsync(who.InviteeId, cancellation))
                    freed.Enqueue(other);
                Tell(day, who, seat);
            }
        }
    }

    /// <summary>The sessions that somebody waits for.</summary>
    public Task<List<Guid>> ForAsync(Guid invitee, CancellationToken cancellation) =>
        db.Waiting.Where(row => row.InviteeId == invitee).Select(row => row.SessionId).ToListAsync(cancellation);

    /// <summary>Where somebody stands on each list on which they wait, by title.</summary>
    public async Task<IReadOnlyList<WaitingPosition>> PositionsAsync(Guid invitee, CancellationToken cancellation)
    {
        var own = db.Waiting.Where(row => row.InviteeId == invitee).Select(row => row.SessionId);
        var rows = await db.Waiting.Where(row => own.Contains(row.SessionId)).OrderBy(row => row.Since).ThenBy(row => row.Id)
            .Select(row => new { row.SessionId, row.InviteeId, row.Session!.SlotId, row.Session.Workshop!.Title }).ToListAsync(cancellation);
        return [.. rows.GroupBy(row => row.SessionId)
            .Select(line => new WaitingPosition(line.First().SlotId, line.First().Title, line.TakeWhile(row => row.InviteeId != invitee).Count() + 1, line.Count()))
            .OrderBy(line => line.Title, StringComparer.Ordinal)];
    }

    /// <summary>Takes somebody off all lists of a slot.</summary>
    public Task StrikeAsync(Guid invitee, Guid slot, CancellationToken cancellation) =>
        db.Waiting.Where(row => row.InviteeId == invitee && row.Session!.SlotId == slot).ExecuteDeleteAsync(cancellation);

    private async Task<(Attendee Who, SeatedSession Seat)?> NextAsync(TrainingDay day, Guid session, CancellationToken cancellation)
    {
        if (!await db.Sessions.AnyAsync(row => row.Id == session && row.Taken < row.Seats, cancellation))
            return null;
        var line = await db.Waiting.Where(row => row.SessionId == session).OrderBy(row => row.Since).ThenBy(row => row.Id)
            .Select(row => row.InviteeId).ToListAsync(cancellation);
        if (line.Count == 0)
            return null;
        var people = (await reader.AttendeesAsync(day, db.Invitees.Where(row => line.Contains(row.Id)), cancellation)).ToDictionary(row => row.InviteeId);
        foreach (var who in line.Select(invitee => people[invitee]))
        {
            var seat = (await reader.SessionAsync(day, session, who, cancellation))!;
            if (PlaceRules.Between(who, seat, day.SchoolCap, places.HasBegun(day, seat.StartMinute)) is null)
                return (who, seat);
        }
        return null;
    }

    private void Tell(TrainingDay day, Attendee who, SeatedSession seat)
    {
        audit.Record($"freed a seat, and {who.Name} moved up from the waiting list of {seat.Title}", DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
        if (who.Email is null)
            return;
        var before = who.In(seat.SlotId) is { } left ? $" Your place in {left.Title} goes to somebody else." : "";
        outbox.Put(
            who.Email, who.Name, $"You have a place in {seat.Title}",
            $"""
            Hello {who.GivenName},

            a seat became free in {seat.Title}, which you were waiting for: {day.Name}, {day.Date.Words()} at {seat.Starts.Words()}{(seat.Room.Length > 0 ? $", {seat.Room}" : "")}.
            It is yours.{before} You are off the other waiting lists of that time.

            Your day as it is now:
            {address.Of($"/training-days/my-day/{day.Id}")}
            """);
    }
}

/// <summary>Somebody's place on a waiting list.</summary>
/// <param name="SlotId">The slot of the session.</param>
/// <param name="Title">The workshop.</param>
/// <param name="Position">1 = first.</param>
/// <param name="Length">How many wait.</param>
public sealed record WaitingPosition(Guid SlotId, string Title, int Position, int Length);
