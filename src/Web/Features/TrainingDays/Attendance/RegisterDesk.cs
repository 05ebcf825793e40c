using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Records attendance for others: one press, one person.</summary>
public sealed class RegisterDesk(AppDb db, RegisterReader reader, WalkIns walkIns, Remembered remembered, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Records somebody's state.</summary>
    /// <param name="session">The session, with its workshop and day.</param>
    /// <param name="invitee">Somebody in its register.</param>
    /// <param name="state">What is said of them now.</param>
    /// <param name="version">That of the row which the page showed; null when it showed none.</param>
    /// <param name="by">The person who says so.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Null for somebody who is not in the register.</returns>
    public async Task<RegisterAnswer?> MarkAsync(Session session, Guid invitee, AttendanceState state, int? version, Guid by, CancellationToken cancellation)
    {
        var day = session.Workshop!.Day!;
        if (await reader.LineAsync(day, session.Id, invitee, cancellation) is not { } line)
            return null;
        if (line.Version != version)
            return line.Recorded == state ? RegisterAnswer.Done(line.Name, state) : RegisterAnswer.Overtaken(line.Name, line.State);
        // Their seat has gone to somebody else; now that they are here, they need one. Afterwards it no longer matters.
        if (state == AttendanceState.Present && line is { HasPlace: false } && day.HasLivePlaces && !AttendanceTimes.IsOver(day, clock))
        {
            var came = await walkIns.ComeAsync(day, invitee, session.Id, by, isOwn: false, cancellation);
            return came.IsIn ? RegisterAnswer.Done(line.Name, state) : RegisterAnswer.Kept(line.Name, came);
        }
        var row = await db.Attendance.SingleOrDefaultAsync(one => one.SessionId == session.Id && one.PersonId == line.PersonId, cancellation);
        if (row is null)
            db.Attendance.Add(row = New(session, line.PersonId));
        else if (version is { } expected)
            db.Expect(row, expected);
        var before = line.State;
        row.State = state;
        row.Origin = Origin(day);
        row.RecordedAt = clock.GetUtcNow().UtcDateTime;
        row.RecordedById = by;
        audit.Record(
            $"recorded {line.Name} in {session.Workshop.Title}: {state.Words().ToLowerFirst()}{(before is { } old && old != state ? $", not {old.Words().ToLowerFirst()}" : "")}",
            DayPage.SubjectOf(day), day.OrganisationId, line.PersonId);
        if (await TrySaveAsync(session, cancellation))
            return RegisterAnswer.Done(line.Name, state);
        var now = await reader.LineAsync(day, session.Id, invitee, cancellation);
        return now?.Recorded == state ? RegisterAnswer.Done(line.Name, state) : RegisterAnswer.Overtaken(line.Name, now?.State);
    }

    /// <summary>Records everybody as present of whom nothing is said yet; it changes nothing that is.</summary>
    public async Task<RegisterAnswer> MarkRestPresentAsync(Session session, Guid by, CancellationToken cancellation)
    {
        var day = session.Workshop!.Day!;
        var rest = (await reader.LinesAsync(day, session.Id, cancellation)).Where(line => line is { HasPlace: true, State: null }).ToList();
        foreach (var line in rest)
        {
            var row = New(session, line.PersonId);
            row.Origin = Origin(day);
            row.RecordedAt = clock.GetUtcNow().UtcDateTime;
            row.RecordedById = by;
            db.Attendance.Add(row);
        }
        if (rest.Count > 0)
            audit.Record($"recorded {Count.People(rest.Count)} as present in {session.Workshop.Title}", DayPage.SubjectOf(day), day.OrganisationId);
        return await TrySaveAsync(session, cancellation)
            ? new RegisterAnswer(IsDone: true, rest.Count == 0 ? "Everybody is recorded." : $"{Count.People(rest.Count)} recorded as present.")
            : new RegisterAnswer(IsDone: false, "Somebody checked in at this moment. Look again, then press it once more.");
    }

    /// <summary>Lets somebody in who is invited to the day and has no place in the session.</summary>
    public async Task<RegisterAnswer?> AddAsync(Session session, Guid invitee, Guid by, CancellationToken cancellation)
    {
        var day = session.Workshop!.Day!;
        var name = await db.Invitees.Where(row => row.Id == invitee && row.DayId == day.Id)
            .Select(row => row.Person!.GivenName + " " + row.Person.FamilyName).SingleOrDefaultAsync(cancellation);
        if (name is null)
            return null;
        var came = await walkIns.ComeAsync(day, invitee, session.Id, by, isOwn: false, cancellation);
        return came.IsIn ? new RegisterAnswer(IsDone: true, $"{name} is in the register{(AttendanceTimes.IsOver(day, clock) ? "" : " as a walk-in")}.") : RegisterAnswer.Kept(name, came);
    }

    private static Attendance New(Session session, Guid person) =>
        new() { DayId = session.Workshop!.DayId, SessionId = session.Id, PersonId = person, State = AttendanceState.Present };

    private AttendanceOrigin Origin(TrainingDay day) => AttendanceTimes.IsOver(day, clock) ? AttendanceOrigin.LateEntry : AttendanceOrigin.Register;

    /// <summary>False when somebody else was faster; then nothing is saved.</summary>
    private async Task<bool> TrySaveAsync(Session session, CancellationToken cancellation)
    {
        var day = session.Workshop!.Day!;
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
        // What people take on to the next day was worked out from the register as it was when the day was closed.
        if (day.Stage == DayStage.Closed)
            await remembered.CorrectAsync(day, [session.Id], cancellation);
        await deed.CommitAsync(cancellation);
        return true;
    }
}

/// <summary>What became of a press.</summary>
public sealed record RegisterAnswer(bool IsDone, string Words)
{
    public static RegisterAnswer Done(string name, AttendanceState state) => new(IsDone: true, $"{name}: {state.Words().ToLowerFirst()}.");

    public static RegisterAnswer Overtaken(string name, AttendanceState? now) =>
        new(IsDone: false, $"{name} was recorded as {now.Words().ToLowerFirst()} since you opened the page, so nothing was changed. Look again, then press.");

    public static RegisterAnswer Kept(string name, WalkInAnswer answer) => new(IsDone: false, answer.Why is Changes.Obstacle.Full
        ? $"{name} was not let in: all seats are taken. Mark who has not come as absent; that frees a seat."
        : $"{name} was not let in. {WalkInAnswer.Words(answer.Why!.Value)}");
}
