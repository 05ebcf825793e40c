using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Reads who stands in a session's register: who has a place, who came without, and who sent apologies.</summary>
public sealed class RegisterReader(AppDb db)
{
    public async Task<IReadOnlyList<RegisterLine>> LinesAsync(TrainingDay day, Guid session, CancellationToken cancellation) =>
        await Lines(day, session).OrderBy(line => line.FamilyName).ThenBy(line => line.GivenName).ThenBy(line => line.InviteeId).ToListAsync(cancellation);

    public Task<RegisterLine?> LineAsync(TrainingDay day, Guid session, Guid invitee, CancellationToken cancellation) =>
        Lines(day, session).SingleOrDefaultAsync(line => line.InviteeId == invitee, cancellation);

    private IQueryable<RegisterLine> Lines(TrainingDay day, Guid session) =>
        Named(day, session)
            .Select(invitee => new
            {
                Invitee = invitee,
                HasPlace = db.Places.Any(place => place.RunId == day.LiveRunId && place.SessionId == session && place.InviteeId == invitee.Id),
                Recorded = db.Attendance.FirstOrDefault(row => row.SessionId == session && row.PersonId == invitee.PersonId),
                // Who sent apologies and then took a place elsewhere is not expected here.
                HasApologised = db.Apologies.Any(apology => apology.InviteeId == invitee.Id && apology.SessionId == session
                    && !db.Places.Any(place => place.RunId == day.LiveRunId && place.InviteeId == invitee.Id && place.SlotId == apology.SlotId && place.SessionId != null)),
            })
            .Where(row => row.HasPlace || row.Recorded != null || row.HasApologised)
            .Select(row => new RegisterLine
            {
                InviteeId = row.Invitee.Id,
                PersonId = row.Invitee.PersonId,
                GivenName = row.Invitee.Person!.GivenName,
                FamilyName = row.Invitee.Person.FamilyName,
                OrganisationId = row.Invitee.OrganisationId,
                School = row.Invitee.Organisation!.Name,
                HasPlace = row.HasPlace,
                HasApologised = row.HasApologised,
                Recorded = row.Recorded == null ? null : row.Recorded.State,
                Origin = row.Recorded == null ? null : row.Recorded.Origin,
                RecordedAt = row.Recorded == null ? null : row.Recorded.RecordedAt,
                Version = row.Recorded == null ? null : row.Recorded.Version,
            })
            .AsNoTracking();

    /// <summary>The few of a day who can be in the register, so that nobody else is looked at.</summary>
    private IQueryable<Invitee> Named(TrainingDay day, Guid session)
    {
        var people = db.Attendance.Where(row => row.SessionId == session).Join(
            db.Invitees.Where(invitee => invitee.DayId == day.Id), row => row.PersonId, invitee => invitee.PersonId, (row, invitee) => invitee.Id);
        var named = db.Places.Where(place => place.RunId == day.LiveRunId && place.SessionId == session).Select(place => place.InviteeId)
            .Union(people)
            .Union(db.Apologies.Where(apology => apology.SessionId == session).Select(apology => apology.InviteeId));
        return db.Invitees.Where(invitee => invitee.DayId == day.Id && named.Contains(invitee.Id));
    }
}

/// <summary>Somebody in a register.</summary>
public sealed record RegisterLine
{
    public required Guid InviteeId { get; init; }

    public required Guid PersonId { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string School { get; init; }

    /// <summary>Whether a seat is theirs.</summary>
    public required bool HasPlace { get; init; }

    /// <summary>Whether they said before the slot began that they could not come.</summary>
    public required bool HasApologised { get; init; }

    public AttendanceState? Recorded { get; init; }

    public AttendanceOrigin? Origin { get; init; }

    public DateTime? RecordedAt { get; init; }

    /// <summary>That of the row; null when there is none.</summary>
    public int? Version { get; init; }

    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>What counts: what is recorded, or else that they apologised.</summary>
    public AttendanceState? State => Recorded ?? (HasApologised ? AttendanceState.Apologies : null);
}
