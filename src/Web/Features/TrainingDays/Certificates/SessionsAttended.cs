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

    /// <summary>
    /// Of one day the sessions in which somebody was, by person: the same rule, read from no more rows than it takes. Places count only where
    /// no register was kept.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="run">The run whose places people have.</param>
    /// <param name="asked">Whose; null = everybody's.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ILookup<Guid, Guid>> ThereAsync(Guid day, Guid? run, IQueryable<Invitee>? asked, CancellationToken cancellation)
    {
        var people = asked ?? db.Invitees.Where(invitee => invitee.DayId == day);
        var present = db.Attendance.Where(row => row.DayId == day && row.State == AttendanceState.Present);
        if (asked is not null)
            present = present.Where(row => asked.Any(invitee => invitee.PersonId == row.PersonId));
        var recorded = await present.Select(row => new There(row.PersonId, row.SessionId)).ToListAsync(cancellation);
        var unrecorded = await (
            from session in db.Sessions
            where session.Workshop!.DayId == day && !db.Attendance.Any(row => row.SessionId == session.Id && row.State != AttendanceState.Apologies)
            join place in db.Places.Where(place => place.RunId == run) on session.Id equals place.SessionId
            join invitee in people on place.InviteeId equals invitee.Id
            where !db.Attendance.Any(row => row.SessionId == session.Id && row.PersonId == invitee.PersonId)
                && !db.Attendance.Any(row => row.PersonId == invitee.PersonId && row.State == AttendanceState.Present && row.Session!.SlotId == place.SlotId)
                && !db.Apologies.Any(apology => apology.InviteeId == invitee.Id && apology.SlotId == place.SlotId)
            select new There(invitee.PersonId, session.Id)).ToListAsync(cancellation);
        return recorded.Concat(unrecorded).ToLookup(there => there.PersonId, there => there.SessionId);
    }

    private sealed record There(Guid PersonId, Guid SessionId);

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
