using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>
/// Lets people into a session in which they have no place. They get one, so that a seat is counted once whoever sits on it: a free one, or
/// that of somebody of whom the register says that they have not come. Once the day is over, nobody can sit down any more: who is entered
/// then has been there, with or without a seat, and takes none from anybody.
/// </summary>
public sealed class WalkIns(
    AppDb db, LivePlaceReader reader, LivePlaces places, WaitingLists lists, Remembered remembered, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What keeps somebody out, but for the seats; null when nothing does.</summary>
    /// <param name="who">The person.</param>
    /// <param name="session">The session.</param>
    /// <param name="cap">The most people of one school in a session.</param>
    /// <param name="isOwn">Whether they let themselves in by the code. A presenter may let in whom the rules of choosing would not.</param>
    public static Obstacle? Between(Attendee who, SeatedSession session, int? cap, bool isOwn)
    {
        // Who said that they could not come, and came, is here. The place that they leave is no obstacle.
        var free = who with { AwaySlots = [], Places = [.. who.Places.Where(place => place.SlotId != session.SlotId)] };
        var found = PlaceRules.Between(free, session with { Seats = int.MaxValue }, cap, hasBegun: false);
        return isOwn || found is Obstacle.Presents or Obstacle.PresentsAnother ? found : null;
    }

    /// <summary>Whether a seat can be had.</summary>
    public async Task<bool> HasSeatAsync(TrainingDay day, SeatedSession session, CancellationToken cancellation) =>
        session.Free > 0 || await GivenUp(day, session.Id).AnyAsync(cancellation);

    /// <summary>Gives somebody a place, in one transaction with all that follows from it, and records that they are here.</summary>
    public async Task<WalkInAnswer> ComeAsync(TrainingDay day, Guid invitee, Guid session, Guid recordedBy, bool isOwn, CancellationToken cancellation)
    {
        var isLate = AttendanceTimes.IsOver(day, clock);
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        if (!await places.TakeTurnAsync(day, isLate ? DayStage.Closed : DayStage.OnTheDay, cancellation)
            || await reader.AttendeeAsync(day, invitee, cancellation) is not { } who
            || await reader.SessionAsync(day, session, who, cancellation) is not { } seat)
            return WalkInAnswer.Over;
        if (Between(who, seat, day.SchoolCap, isOwn) is { } obstacle)
            return new WalkInAnswer(obstacle);
        var held = who.In(seat.SlotId);
        if (held?.SessionId != session)
        {
            var hasSeat = isLate ? await places.TakeSeatAsync(session, cancellation) : await TakeSeatAsync(day, session, cancellation);
            if (!hasSeat && !isLate)
                return new WalkInAnswer(Obstacle.Full);
            if (held is not null)
                await places.FreeSeatAsync(held.SessionId, cancellation);
            await TakeBackApologyAsync(invitee, seat.SlotId, cancellation);
            await places.PutAsync(day, invitee, seat.SlotId, hasSeat ? session : null, PlaceOrigin.Own, cancellation);
            await lists.StrikeAsync(invitee, seat.SlotId, cancellation);
        }
        var said = db.Attendance.Where(row => row.PersonId == who.PersonId && row.Session!.SlotId == seat.SlotId);
        var concerned = await said.Select(row => row.SessionId).ToListAsync(cancellation);
        await said.ExecuteDeleteAsync(cancellation);
        db.Attendance.Add(new Attendance
        {
            DayId = day.Id,
            SessionId = session,
            PersonId = who.PersonId,
            State = AttendanceState.Present,
            Origin = isLate ? AttendanceOrigin.LateEntry : AttendanceOrigin.WalkIn,
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            RecordedById = recordedBy,
        });
        audit.Record(
            $"{(isLate ? $"entered afterwards that {who.Name} came" : isOwn ? "walked" : $"let {who.Name}")} into {seat.Title}{(held is null || held.SessionId == session ? "" : $" instead of {held.Title}")}",
            DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
        await db.SaveChangesAsync(cancellation);
        if (!isLate && held is not null && held.SessionId != session)
        {
            await lists.MoveUpAsync(day, [held.SessionId], cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        if (day.Stage == DayStage.Closed)
            await remembered.CorrectAsync(day, [session, .. concerned, .. held is null ? [] : new[] { held.SessionId }], cancellation);
        await deed.CommitAsync(cancellation);
        return new WalkInAnswer(Why: null);
    }

    /// <summary>Places of people who are on record as not having come.</summary>
    private IQueryable<Place> GivenUp(TrainingDay day, Guid session) =>
        db.Places.Where(place => place.RunId == day.LiveRunId && place.SessionId == session
            && db.Attendance.Any(row => row.SessionId == session && row.PersonId == place.Invitee!.PersonId && row.State != AttendanceState.Present));

    private async Task<bool> TakeSeatAsync(TrainingDay day, Guid session, CancellationToken cancellation)
    {
        if (await places.TakeSeatAsync(session, cancellation))
            return true;
        if (await GivenUp(day, session).OrderBy(place => place.Id).Select(place => new { place.InviteeId, place.SlotId }).FirstOrDefaultAsync(cancellation) is not { } given)
            return false;
        // Who has not come gave it up themselves: as with any place that is given back, the next day need not make it good.
        await places.PutAsync(day, given.InviteeId, given.SlotId, session: null, PlaceOrigin.Own, cancellation);
        await places.FreeSeatAsync(session, cancellation);
        return await places.TakeSeatAsync(session, cancellation);
    }

    private async Task TakeBackApologyAsync(Guid invitee, Guid slot, CancellationToken cancellation)
    {
        var row = await db.Invitees.SingleAsync(one => one.Id == invitee, cancellation);
        if (!row.AwaySlots.Contains(slot))
            return;
        row.AwaySlots = [.. row.AwaySlots.Where(away => away != slot)];
        await db.SaveChangesAsync(cancellation);
        await db.Apologies.Where(one => one.InviteeId == invitee && one.SlotId == slot).ExecuteDeleteAsync(cancellation);
    }
}

/// <summary>What became of somebody who came without a place.</summary>
/// <param name="Why">What kept them out; null when nothing did.</param>
public sealed record WalkInAnswer(Obstacle? Why)
{
    /// <summary>Places cannot change any more, or the session is gone.</summary>
    public static WalkInAnswer Over { get; } = new(Obstacle.Begun);

    public bool IsIn => Why is null;

    /// <summary>To the person, or of them.</summary>
    public static string Words(Obstacle why) => why switch
    {
        Obstacle.Begun => "The day is over.",
        Obstacle.Presents => "Who presents it needs no place in it.",
        Obstacle.PresentsAnother => "Another workshop is presented at this time.",
        Obstacle.OtherRoleGroup => "It is for other role groups.",
        Obstacle.SameWorkshop => "There is a place in the same workshop in another slot.",
        Obstacle.SchoolCap => "As many people from the same school as can be have a place in it.",
        Obstacle.NotRunning => "It does not run: too few people wanted it.",
        _ => "All seats are taken.",
    };
}
