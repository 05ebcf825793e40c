using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>
/// What is known of people in the slots of a day: a line for everybody in every slot in which they were expected, came, or sent
/// apologies.
/// </summary>
public static class DayLines
{
    public static IQueryable<DayLine> Of(AppDb db, TrainingDay day, IQueryable<Invitee> people) =>
        (from invitee in people
         from slot in db.Slots.Where(slot => slot.DayId == day.Id)
         select new
         {
             Invitee = invitee,
             Slot = slot,
             Place = db.Places.Where(place => place.RunId == day.LiveRunId && place.InviteeId == invitee.Id && place.SlotId == slot.Id).Select(place => place.SessionId).FirstOrDefault(),
             Recorded = db.Attendance.FirstOrDefault(row => row.PersonId == invitee.PersonId && row.Session!.SlotId == slot.Id),
             Apology = db.Apologies.Where(apology => apology.InviteeId == invitee.Id && apology.SlotId == slot.Id).Select(apology => apology.SessionId).FirstOrDefault(),
         })
        .Select(row => new DayLine
        {
            InviteeId = row.Invitee.Id,
            PersonId = row.Invitee.PersonId,
            GivenName = row.Invitee.Person!.GivenName,
            FamilyName = row.Invitee.Person.FamilyName,
            OrganisationId = row.Invitee.OrganisationId,
            School = row.Invitee.Organisation!.Name,
            RoleGroup = row.Invitee.RoleGroup,
            SlotId = row.Slot.Id,
            Slot = row.Slot.Name,
            StartMinute = row.Slot.StartMinute,
            // Where somebody is on record is where they were; their place may since have gone to another.
            SessionId = row.Recorded != null ? row.Recorded.SessionId : row.Place ?? row.Apology,
            HasPlace = row.Place != null,
            Recorded = row.Recorded == null ? null : row.Recorded.State,
            Origin = row.Recorded == null ? null : row.Recorded.Origin,
            RecordedAt = row.Recorded == null ? null : row.Recorded.RecordedAt,
            Version = row.Recorded == null ? null : row.Recorded.Version,
        })
        .Where(line => line.SessionId != null);

    /// <summary>The lines with a state; null = nobody has said yet.</summary>
    public static IQueryable<DayLine> In(this IQueryable<DayLine> lines, AttendanceState? state) => state switch
    {
        null => lines.Where(line => line.Recorded == null && line.HasPlace),
        AttendanceState.Apologies => lines.Where(line => line.Recorded == AttendanceState.Apologies || (line.Recorded == null && !line.HasPlace)),
        _ => lines.Where(line => line.Recorded == state),
    };

    /// <summary>Those who were expected and are not here: absent, or not on record in a slot that has begun.</summary>
    public static IQueryable<DayLine> Missing(this IQueryable<DayLine> lines, int begunUntil) =>
        lines.Where(line => line.Recorded == AttendanceState.Absent || (line.Recorded == null && line.HasPlace && line.StartMinute <= begunUntil));
}

/// <summary>Somebody in a slot.</summary>
public sealed class DayLine
{
    public Guid InviteeId { get; init; }

    public Guid PersonId { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public Guid OrganisationId { get; init; }

    public required string School { get; init; }

    public RoleGroup RoleGroup { get; init; }

    public Guid SlotId { get; init; }

    public required string Slot { get; init; }

    public int StartMinute { get; init; }

    public Guid? SessionId { get; init; }

    public bool HasPlace { get; init; }

    public AttendanceState? Recorded { get; init; }

    public AttendanceOrigin? Origin { get; init; }

    public DateTime? RecordedAt { get; init; }

    public int? Version { get; init; }

    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>What counts. Without a record, who has a session but no place has given it back with apologies.</summary>
    public AttendanceState? State => Recorded ?? (HasPlace ? null : AttendanceState.Apologies);
}
