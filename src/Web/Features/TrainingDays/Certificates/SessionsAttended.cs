using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Certificates;

/// <summary>
/// Who was in which session: whom the register has as present; and where no register was kept, whoever had a place. However many people and
/// days are asked for, the number of queries is the same.
/// </summary>
public sealed class SessionsAttended(AppDb db)
{
    public async Task<IReadOnlyList<Attended>> ReadAsync(IQueryable<Invitee> asked, CancellationToken cancellation)
    {
        var places = await (
            from place in db.Places
            join invitee in asked on place.InviteeId equals invitee.Id
            where place.SessionId != null && place.RunId == (invitee.Day!.LiveRunId ?? invitee.Day.AdoptedRunId)
            select new Seat(invitee.Id, invitee.PersonId, place.SessionId!.Value, place.SlotId)).ToListAsync(cancellation);
        var recorded = await (
            from row in db.Attendance
            join invitee in asked on new { row.DayId, row.PersonId } equals new { invitee.DayId, invitee.PersonId }
            select new { Seat = new Seat(invitee.Id, invitee.PersonId, row.SessionId, row.Session!.SlotId), row.State }).ToListAsync(cancellation);
        var apologies = await db.Apologies.Where(apology => asked.Any(invitee => invitee.Id == apology.InviteeId))
            .Select(apology => new { apology.InviteeId, apology.SlotId }).ToListAsync(cancellation);
        var kept = (await db.Attendance
            .Where(row => row.State != AttendanceState.Apologies && asked.Any(invitee => invitee.DayId == row.DayId))
            .Select(row => row.SessionId).Distinct().ToListAsync(cancellation)).ToHashSet();

        var states = recorded.ToDictionary(row => row.Seat, row => row.State);
        var present = recorded.Where(row => row.State == AttendanceState.Present).Select(row => (row.Seat.InviteeId, row.Seat.SlotId)).ToHashSet();
        var excused = apologies.Select(row => (row.InviteeId, row.SlotId)).ToHashSet();
        return [.. places.Concat(states.Keys).Distinct().Select(seat =>
        {
            var isElsewhere = present.Contains((seat.InviteeId, seat.SlotId));
            AttendanceState? state = states.TryGetValue(seat, out var said) ? said
                : excused.Contains((seat.InviteeId, seat.SlotId)) ? AttendanceState.Apologies
                : null;
            return new Attended(
                seat.InviteeId, seat.PersonId, seat.SessionId, seat.SlotId, state,
                state == AttendanceState.Present || (state is null && !isElsewhere && !kept.Contains(seat.SessionId)),
                isElsewhere && state != AttendanceState.Present);
        })];
    }

    private sealed record Seat(Guid InviteeId, Guid PersonId, Guid SessionId, Guid SlotId);
}

/// <summary>Somebody and a session that they had a place in or were seen in.</summary>
/// <param name="InviteeId">Who, as invited.</param>
/// <param name="PersonId">The person.</param>
/// <param name="SessionId">The session.</param>
/// <param name="SlotId">When it was.</param>
/// <param name="State">What the register says; null = nothing.</param>
/// <param name="WasThere">Whether they count as having been there.</param>
/// <param name="WasElsewhere">Whether they were in another session at that time instead.</param>
public sealed record Attended(Guid InviteeId, Guid PersonId, Guid SessionId, Guid SlotId, AttendanceState? State, bool WasThere, bool WasElsewhere);
