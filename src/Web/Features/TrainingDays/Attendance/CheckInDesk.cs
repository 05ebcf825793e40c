using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Takes the codes of those who come.</summary>
public sealed class CheckInDesk(AppDb db, LivePlaceReader reader, WalkIns walkIns, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What a code is to somebody; null for no code of a session of theirs, whether or not it is one of others.</summary>
    public async Task<Arrival?> FindAsync(string code, Guid person, CancellationToken cancellation)
    {
        var found = await db.SessionCodes.AsNoTracking()
            .Where(row => row.Code == code && row.Session!.Workshop!.Day!.LiveRunId != null)
            .Select(row => new
            {
                row.SessionId,
                Slot = row.Session!.Slot!,
                Day = row.Session.Workshop!.Day!,
                Invitee = db.Invitees.Where(invitee => invitee.DayId == row.Session.Workshop!.DayId && invitee.PersonId == person).Select(invitee => (Guid?)invitee.Id).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellation);
        if (found?.Invitee is not { } invitee || await reader.AttendeeAsync(found.Day, invitee, cancellation) is not { } who)
            return null;
        var session = (await reader.SessionAsync(found.Day, found.SessionId, who, cancellation))!;
        var recorded = await db.Attendance.AsNoTracking().SingleOrDefaultAsync(row => row.SessionId == session.Id && row.PersonId == person, cancellation);
        var arrival = new Arrival
        {
            Day = found.Day,
            Slot = found.Slot,
            Session = session,
            Who = who,
            Recorded = recorded,
            Times = CheckInTimes.Of(found.Day.Date, found.Slot.Starts, found.Slot.Ends),
        };
        return arrival with { Standing = await StandingAsync(arrival, cancellation) };
    }

    /// <summary>Records that somebody is here, if they may; what is true of them afterwards.</summary>
    public async Task<Arrival> CheckInAsync(Arrival arrival, string code, CancellationToken cancellation)
    {
        if (arrival.Standing == Standing.WalksIn)
        {
            var answer = await walkIns.ComeAsync(arrival.Day, arrival.Who.InviteeId, arrival.Session.Id, arrival.Who.PersonId, isOwn: true, cancellation);
            if (!answer.IsIn)
                return arrival with { Standing = Standing.Kept, Obstacle = answer.Why };
        }
        else if (arrival.Standing == Standing.Expected)
        {
            await RecordAsync(arrival, cancellation);
        }
        return await FindAsync(code, arrival.Who.PersonId, cancellation) ?? arrival;
    }

    private async Task<Standing> StandingAsync(Arrival arrival, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (arrival.Who.Presents.Contains(arrival.Session.WorkshopId))
            return Standing.Presents;
        if (arrival.Recorded?.State == AttendanceState.Present)
            return Standing.Here;
        if (now < arrival.Times.Opens)
            return Standing.TooEarly;
        if (!arrival.Times.Include(now) || !arrival.Day.HasLivePlaces)
            return Standing.TooLate;
        if (arrival.Recorded is not null)
            return Standing.OtherwiseRecorded;
        if (arrival.Held?.SessionId == arrival.Session.Id)
            return Standing.Expected;
        return WalkIns.Between(arrival.Who, arrival.Session, arrival.Day.SchoolCap, isOwn: true) is null
            && await walkIns.HasSeatAsync(arrival.Day, arrival.Session, cancellation) ? Standing.WalksIn : Standing.Kept;
    }

    private async Task RecordAsync(Arrival arrival, CancellationToken cancellation)
    {
        var row = new Attendance
        {
            DayId = arrival.Day.Id,
            SessionId = arrival.Session.Id,
            PersonId = arrival.Who.PersonId,
            State = AttendanceState.Present,
            Origin = AttendanceOrigin.Code,
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            RecordedById = arrival.Who.PersonId,
        };
        db.Attendance.Add(row);
        audit.Record($"checked in to {arrival.Session.Title}", DayPage.SubjectOf(arrival.Day), arrival.Day.OrganisationId, arrival.Who.PersonId);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal is not DbUpdateConcurrencyException)
        {
            // Pressed twice, or the presenter was faster: what they recorded stands, and the page shows it.
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>What a session is to somebody who has its code.</summary>
public enum Standing
{
    TooEarly,
    TooLate,

    /// <summary>They have a place, and are not on record yet.</summary>
    Expected,

    /// <summary>They have no place, but there is a seat.</summary>
    WalksIn,

    /// <summary>They have no place, and something keeps them out.</summary>
    Kept,

    /// <summary>They are on record as being here.</summary>
    Here,

    /// <summary>The presenter has recorded that they have not come; only who sees them can say otherwise.</summary>
    OtherwiseRecorded,

    Presents,
}

/// <summary>Somebody with the code of a session.</summary>
public sealed record Arrival
{
    public required TrainingDay Day { get; init; }

    public required Slot Slot { get; init; }

    public required SeatedSession Session { get; init; }

    public required Attendee Who { get; init; }

    public required CheckInTimes Times { get; init; }

    public Attendance? Recorded { get; init; }

    public Standing Standing { get; init; }

    /// <summary>What kept them out when they tried.</summary>
    public Obstacle? Obstacle { get; init; }

    /// <summary>The place that they have in this slot.</summary>
    public HeldPlace? Held => Who.In(Session.SlotId);

    /// <summary>Why they are kept out, in words.</summary>
    public string Why => WalkInAnswer.Words(Obstacle ?? WalkIns.Between(Who, Session, Day.SchoolCap, isOwn: true) ?? Changes.Obstacle.Full);
}
