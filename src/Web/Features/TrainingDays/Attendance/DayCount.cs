using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>How many of a session, a slot or a day are in.</summary>
public readonly record struct DayCount(int Present, int Absent, int Unrecorded, int Apologies)
{
    /// <summary>Those who are not excused.</summary>
    public int Expected => Present + Absent + Unrecorded;

    public static DayCount operator +(DayCount one, DayCount other) =>
        new(one.Present + other.Present, one.Absent + other.Absent, one.Unrecorded + other.Unrecorded, one.Apologies + other.Apologies);

    /// <summary>Counts people by session, in three queries however many there are.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DayCount>> BySessionAsync(AppDb db, TrainingDay day, IQueryable<Invitee> people, CancellationToken cancellation)
    {
        var recorded = await db.Attendance.Where(row => row.DayId == day.Id)
            .Join(people, row => row.PersonId, invitee => invitee.PersonId, (row, invitee) => row)
            .GroupBy(row => new { row.SessionId, row.State }).Select(group => new { group.Key.SessionId, group.Key.State, People = group.Count() })
            .ToListAsync(cancellation);
        var unrecorded = await db.Places.Where(place => place.RunId == day.LiveRunId && place.SessionId != null)
            .Join(people, place => place.InviteeId, invitee => invitee.Id, (place, invitee) => new { place.SessionId, invitee.PersonId })
            .Where(row => !db.Attendance.Any(one => one.SessionId == row.SessionId && one.PersonId == row.PersonId))
            .GroupBy(row => row.SessionId!.Value).Select(group => new { SessionId = group.Key, People = group.Count() })
            .ToListAsync(cancellation);
        var excused = await db.Apologies.Where(apology => apology.SessionId != null)
            .Join(people, apology => apology.InviteeId, invitee => invitee.Id, (apology, invitee) => new { apology.SessionId, apology.SlotId, invitee.Id, invitee.PersonId })
            .Where(row => !db.Attendance.Any(one => one.PersonId == row.PersonId && one.Session!.SlotId == row.SlotId)
                && !db.Places.Any(place => place.RunId == day.LiveRunId && place.InviteeId == row.Id && place.SlotId == row.SlotId && place.SessionId != null))
            .GroupBy(row => row.SessionId!.Value).Select(group => new { SessionId = group.Key, People = group.Count() })
            .ToListAsync(cancellation);
        return recorded.Select(row => (row.SessionId, Count: new DayCount(
                row.State == AttendanceState.Present ? row.People : 0,
                row.State == AttendanceState.Absent ? row.People : 0,
                0,
                row.State == AttendanceState.Apologies ? row.People : 0)))
            .Concat(unrecorded.Select(row => (row.SessionId, Count: new DayCount(0, 0, row.People, 0))))
            .Concat(excused.Select(row => (row.SessionId, Count: new DayCount(0, 0, 0, row.People))))
            .GroupBy(row => row.SessionId)
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Count).Aggregate((one, other) => one + other));
    }
}
