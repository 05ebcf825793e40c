using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>
/// Changes places of a published day. Each change is one transaction with all that follows from it: the counts of seats, those who move up
/// from waiting lists, mails and audit. Changes of one day take turns, so that each finds the day as the one before left it.
/// </summary>
public sealed class ChangeDesk(
    AppDb db, LivePlaceReader reader, LivePlaces places, WaitingLists lists, AuditTrail audit, Outbox outbox, PublicAddress address, TimeProvider clock)
{
    public const string Changed = "Your places have changed since you opened the page. Look again, then decide.";

    private const string Over = "Places can no longer be changed.";

    private const string NotThere = "That session is not there any more.";

    /// <summary>Takes a place in a session for oneself, and gives back what one has in its slot.</summary>
    /// <param name="day">The day.</param>
    /// <param name="invitee">Who asks.</param>
    /// <param name="session">Where to.</param>
    /// <param name="from">The session that the person thought they would give back; null for none.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ChangeAnswer> TakeAsync(TrainingDay day, Guid invitee, Guid session, Guid? from, CancellationToken cancellation)
    {
        // When many want the last seat, those who come too late need not queue to hear it.
        if (!await db.Sessions.AnyAsync(row => row.Id == session && row.Taken < row.Seats, cancellation))
            return ChangeAnswer.No(Obstacle.Full.Words());
        return await InTurnAsync(day, invitee, async who =>
        {
            if (await reader.SessionAsync(day, session, who, cancellation) is not { } seat)
                return ChangeAnswer.No(NotThere);
            var held = who.In(seat.SlotId);
            if (held?.SessionId == session)
                return ChangeAnswer.No($"You have a place in “{seat.Title}”.");
            if (held?.SessionId != from)
                return ChangeAnswer.No(Changed);
            if (await SeatAsync(day, who, seat, PlaceOrigin.Own, cancellation) is { } obstacle)
                return ChangeAnswer.No(obstacle.Words());
            audit.Record(held is null ? $"took a place in {seat.Title}" : $"changed from {held.Title} to {seat.Title}", DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
            return ChangeAnswer.Done($"You have a place in “{seat.Title}”.", held?.SessionId);
        }, cancellation);
    }

    /// <summary>Moves somebody, for a reason. An organiser is bound by the same rules.</summary>
    public Task<ChangeAnswer> MoveAsync(TrainingDay day, Guid invitee, Guid session, string reason, CancellationToken cancellation) =>
        InTurnAsync(day, invitee, async who =>
        {
            if (await reader.SessionAsync(day, session, who, cancellation) is not { } seat)
                return ChangeAnswer.No(NotThere);
            var held = who.In(seat.SlotId);
            if (await SeatAsync(day, who, seat, PlaceOrigin.Organiser, cancellation) is { } obstacle)
                return ChangeAnswer.No($"{who.Name} cannot be moved there. What they would read: {obstacle.Words()}");
            var move = held is null ? $"to “{seat.Title}”" : $"from “{held.Title}” to “{seat.Title}”";
            audit.Record($"moved {who.Name} {move}: {reason}", DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
            if (who.Email is not null)
                outbox.Put(who.Email, who.Name, $"Your place has changed: {seat.Title}", MoveText(day, who, seat, move, reason));
            return ChangeAnswer.Done($"{who.Name} is moved {move}.", held?.SessionId);
        }, cancellation);

    /// <summary>Gives back the place in a slot.</summary>
    public Task<ChangeAnswer> DropAsync(TrainingDay day, Guid invitee, Guid slot, Guid? from, CancellationToken cancellation) =>
        InTurnAsync(day, invitee, async who =>
        {
            if (who.In(slot) is not { } held || held.SessionId != from)
                return ChangeAnswer.No(Changed);
            if (await HasBegunAsync(day, slot, cancellation))
                return ChangeAnswer.No(Obstacle.Begun.Words());
            await LeaveAsync(day, who, held, cancellation);
            audit.Record($"gave back a place in {held.Title}", DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
            return ChangeAnswer.Done($"You gave back your place in “{held.Title}”.", held.SessionId);
        }, cancellation);

    /// <summary>Remembers that somebody cannot come in some slots, and gives their places to others.</summary>
    public Task<ChangeAnswer> ApologiseAsync(TrainingDay day, Guid invitee, IReadOnlyCollection<Guid> slots, string reason, CancellationToken cancellation) =>
        InTurnAsync(day, invitee, async who =>
        {
            var rows = await db.Slots.Where(slot => slot.DayId == day.Id && slots.Contains(slot.Id)).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);
            rows.RemoveAll(slot => who.AwaySlots.Contains(slot.Id) || places.HasBegun(day, slot.StartMinute));
            if (rows.Count == 0)
                return ChangeAnswer.No("Choose at least one slot that has not begun.");
            var row = await db.Invitees.SingleAsync(one => one.Id == invitee, cancellation);
            row.AwaySlots = [.. row.AwaySlots, .. rows.Select(slot => slot.Id)];
            foreach (var slot in rows)
                db.Apologies.Add(new Apology { InviteeId = invitee, SlotId = slot.Id, SessionId = who.In(slot.Id)?.SessionId, Reason = reason, At = clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(cancellation);
            foreach (var slot in rows)
            {
                await lists.StrikeAsync(invitee, slot.Id, cancellation);
                if (who.In(slot.Id) is { } held)
                    await LeaveAsync(day, who, held, cancellation);
            }
            var when = Count.List(rows.Select(slot => slot.Name));
            audit.Record($"cannot come: {when}{(reason.Length > 0 ? $" ({reason})" : "")}", DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
            return ChangeAnswer.Done($"Noted: you cannot come in {when}. Your places there go to others.", [.. rows.Select(slot => who.In(slot.Id)?.SessionId).OfType<Guid>()]);
        }, cancellation);

    /// <summary>Takes an apology back, and the place with it if that is still free.</summary>
    public Task<ChangeAnswer> ComeAfterAllAsync(TrainingDay day, Guid invitee, Guid slot, CancellationToken cancellation) =>
        InTurnAsync(day, invitee, async who =>
        {
            var apology = await db.Apologies.Include(one => one.Slot).SingleOrDefaultAsync(one => one.InviteeId == invitee && one.SlotId == slot, cancellation);
            if (apology is null || places.HasBegun(day, apology.Slot!.StartMinute))
                return ChangeAnswer.No(apology is null ? Changed : Obstacle.Begun.Words());
            db.Apologies.Remove(apology);
            var row = await db.Invitees.SingleAsync(one => one.Id == invitee, cancellation);
            row.AwaySlots = [.. row.AwaySlots.Where(away => away != slot)];
            audit.Record($"can come after all: {apology.Slot.Name}", DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
            await db.SaveChangesAsync(cancellation);
            if (apology.SessionId is not { } session)
                return ChangeAnswer.Done($"You can come in {apology.Slot.Name} after all.");
            var back = (await reader.AttendeeAsync(day, invitee, cancellation))!;
            var seat = (await reader.SessionAsync(day, session, back, cancellation))!;
            return await SeatAsync(day, back, seat, PlaceOrigin.Own, cancellation) is null
                ? ChangeAnswer.Done($"You can come after all, and have your place in “{seat.Title}” again.")
                : ChangeAnswer.Done($"You can come after all. Your place in “{seat.Title}” is gone; look for another in {apology.Slot.Name}.");
        }, cancellation);

    /// <summary>Joins the end of a session's waiting list.</summary>
    public Task<ChangeAnswer> WaitAsync(TrainingDay day, Guid invitee, Guid session, CancellationToken cancellation) =>
        InTurnAsync(day, invitee, async who =>
        {
            if (await reader.SessionAsync(day, session, who, cancellation) is not { } seat)
                return ChangeAnswer.No(NotThere);
            if (await db.Waiting.AnyAsync(row => row.InviteeId == invitee && row.SessionId == session, cancellation))
                return ChangeAnswer.No($"You are waiting for “{seat.Title}” already.");
            var obstacle = PlaceRules.Between(who, seat, day.SchoolCap, places.HasBegun(day, seat.StartMinute));
            if (!PlaceRules.CanWaitFor(obstacle))
                return ChangeAnswer.No(obstacle?.Words() ?? $"“{seat.Title}” has a free seat: take it.");
            db.Waiting.Add(new Waiting { InviteeId = invitee, SessionId = session, Since = clock.GetUtcNow().UtcDateTime });
            audit.Record($"waits for a seat in {seat.Title}", DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
            return ChangeAnswer.Done($"You are on the waiting list of “{seat.Title}”. When a seat is yours, you get an email.");
        }, cancellation);

    public Task<ChangeAnswer> StopWaitingAsync(TrainingDay day, Guid invitee, Guid session, CancellationToken cancellation) =>
        InTurnAsync(day, invitee, async who =>
        {
            if (await db.Waiting.Include(row => row.Session!.Workshop).SingleOrDefaultAsync(row => row.InviteeId == invitee && row.SessionId == session, cancellation) is not { } row)
                return ChangeAnswer.No(Changed);
            db.Waiting.Remove(row);
            audit.Record($"no longer waits for a seat in {row.Session!.Workshop!.Title}", DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
            return ChangeAnswer.Done($"You are off the waiting list of “{row.Session.Workshop.Title}”.");
        }, cancellation);

    /// <summary>Gives back all places of somebody who is taken off the list of the day. The caller has begun a transaction.</summary>
    public async Task ReleaseAsync(TrainingDay day, Guid invitee, CancellationToken cancellation)
    {
        if (!await places.TakeTurnAsync(day, cancellation) || await reader.AttendeeAsync(day, invitee, cancellation) is not { } who)
            return;
        await db.Waiting.Where(row => row.InviteeId == invitee).ExecuteDeleteAsync(cancellation);
        foreach (var held in who.Places)
            await LeaveAsync(day, who, held, cancellation);
        await lists.MoveUpAsync(day, who.Places.Select(held => held.SessionId), cancellation);
    }

    private async Task<ChangeAnswer> InTurnAsync(TrainingDay day, Guid invitee, Func<Attendee, Task<ChangeAnswer>> change, CancellationToken cancellation)
    {
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        if (!await places.TakeTurnAsync(day, cancellation) || await reader.AttendeeAsync(day, invitee, cancellation) is not { } who)
            return ChangeAnswer.No(Over);
        var answer = await change(who);
        if (!answer.IsDone)
            return answer;
        await db.SaveChangesAsync(cancellation);
        await lists.MoveUpAsync(day, [.. answer.Freed, .. await lists.ForAsync(invitee, cancellation)], cancellation);
        await db.SaveChangesAsync(cancellation);
        await deed.CommitAsync(cancellation);
        return answer;
    }

    /// <summary>Gives somebody a place, if the rules let it, and takes the one that they have in the slot.</summary>
    private async Task<Obstacle?> SeatAsync(TrainingDay day, Attendee who, SeatedSession seat, PlaceOrigin origin, CancellationToken cancellation)
    {
        if (PlaceRules.Between(who, seat, day.SchoolCap, places.HasBegun(day, seat.StartMinute)) is { } obstacle)
            return obstacle;
        if (!await places.TakeSeatAsync(seat.Id, cancellation))
            return Obstacle.Full;
        if (who.In(seat.SlotId) is { } held)
            await places.FreeSeatAsync(held.SessionId, cancellation);
        await places.PutAsync(day, who.InviteeId, seat.SlotId, seat.Id, origin, cancellation);
        await db.Waiting.Where(row => row.InviteeId == who.InviteeId && row.SessionId == seat.Id).ExecuteDeleteAsync(cancellation);
        return null;
    }

    private async Task LeaveAsync(TrainingDay day, Attendee who, HeldPlace held, CancellationToken cancellation)
    {
        await places.FreeSeatAsync(held.SessionId, cancellation);
        await places.PutAsync(day, who.InviteeId, held.SlotId, session: null, PlaceOrigin.Own, cancellation);
    }

    private async Task<bool> HasBegunAsync(TrainingDay day, Guid slot, CancellationToken cancellation) =>
        places.HasBegun(day, await db.Slots.Where(row => row.Id == slot).Select(row => row.StartMinute).SingleAsync(cancellation));

    private string MoveText(TrainingDay day, Attendee who, SeatedSession seat, string move, string reason) =>
        $"""
        Hello {who.GivenName},

        the organiser of {day.Name} moved you {move}: {day.Date.Words()} at {seat.Starts.Words()}{(seat.Room.Length > 0 ? $", {seat.Room}" : "")}.
        The reason: {reason}

        Your day as it is now:
        {address.Of($"/training-days/my-day/{day.Id}")}
        """;
}

/// <summary>What became of a change.</summary>
/// <param name="IsDone">Whether it was made; otherwise nothing has changed.</param>
/// <param name="Words">What was done, or why not.</param>
/// <param name="Freed">The sessions in which a seat became free.</param>
public sealed record ChangeAnswer(bool IsDone, string Words, IReadOnlyList<Guid> Freed)
{
    public static ChangeAnswer Done(string words, params IEnumerable<Guid> freed) => new(IsDone: true, words, [.. freed]);

    public static ChangeAnswer Done(string words, Guid? freed) => new(IsDone: true, words, freed is { } session ? [session] : []);

    public static ChangeAnswer No(string words) => new(IsDone: false, words, []);
}
