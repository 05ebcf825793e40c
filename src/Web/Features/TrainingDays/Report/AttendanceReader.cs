using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>
/// Counts the places of a day by what became of them, in the database: one for each place, and for each that was given back with an apology.
/// Who was in another session at that time instead counts there alone (as <see cref="Certificates.SessionsAttended"/> says of each).
/// </summary>
public sealed class AttendanceReader(AppDb db)
{
    public async Task<IReadOnlyList<PlacesCount>> ReadAsync(TrainingDay day, IQueryable<Invitee> asked, CancellationToken cancellation)
    {
        var places = db.Places.Where(place => place.RunId == (day.LiveRunId ?? day.AdoptedRunId) && place.SessionId != null);
        var present = db.Attendance.Where(row => row.State == AttendanceState.Present);
        var recorded = await (
            from row in db.Attendance
            where row.DayId == day.Id
                && (row.State == AttendanceState.Present || !present.Any(other => other.PersonId == row.PersonId && other.Session!.SlotId == row.Session!.SlotId))
            join invitee in asked on row.PersonId equals invitee.PersonId
            group row by new { invitee.OrganisationId, invitee.RoleGroup, row.State } into same
            select new PlacesCount(same.Key.OrganisationId, same.Key.RoleGroup, same.Key.State, same.Count())).ToListAsync(cancellation);
        var unrecorded = await (
            from place in places
            join invitee in asked on place.InviteeId equals invitee.Id
            where !db.Attendance.Any(row => row.SessionId == place.SessionId && row.PersonId == invitee.PersonId)
                && !present.Any(row => row.PersonId == invitee.PersonId && row.Session!.SlotId == place.SlotId)
            select new
            {
                invitee.OrganisationId,
                invitee.RoleGroup,
                IsExcused = db.Apologies.Any(apology => apology.InviteeId == invitee.Id && apology.SlotId == place.SlotId),
            }).GroupBy(row => row).Select(same => new { same.Key, Places = same.Count() }).ToListAsync(cancellation);
        var givenBack = await (
            from apology in db.Apologies
            join invitee in asked on apology.InviteeId equals invitee.Id
            where apology.SessionId != null
                && !places.Any(place => place.InviteeId == invitee.Id && place.SlotId == apology.SlotId)
                && !db.Attendance.Any(row => row.PersonId == invitee.PersonId && row.Session!.SlotId == apology.SlotId)
            group apology by new { invitee.OrganisationId, invitee.RoleGroup } into same
            select new PlacesCount(same.Key.OrganisationId, same.Key.RoleGroup, AttendanceState.Apologies, same.Count())).ToListAsync(cancellation);
        return
        [
            .. recorded,
            .. unrecorded.Select(row => new PlacesCount(row.Key.OrganisationId, row.Key.RoleGroup, row.Key.IsExcused ? AttendanceState.Apologies : null, row.Places)),
            .. givenBack,
        ];
    }
}

/// <summary>How many places of a school's people of one role group have a state.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="RoleGroup">The role group.</param>
/// <param name="State">What became of them; null = nobody wrote it down.</param>
/// <param name="Places">How many.</param>
public sealed record PlacesCount(Guid SchoolId, RoleGroup RoleGroup, AttendanceState? State, int Places);
