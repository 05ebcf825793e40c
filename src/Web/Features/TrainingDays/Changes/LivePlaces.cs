using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>A published day's places as rows: begun as a copy of the adopted run's, then changed seat by seat.</summary>
public sealed class LivePlaces(AppDb db, TimeProvider clock)
{
    /// <summary>Copies the adopted run's places and counts the seats taken. To be saved by the caller, who has begun a transaction.</summary>
    public async Task BeginAsync(TrainingDay day, CancellationToken cancellation)
    {
        var adopted = await db.AllocationRuns.AsNoTracking().SingleAsync(run => run.Id == day.AdoptedRunId, cancellation);
        var live = new AllocationRun
        {
            DayId = day.Id,
            Number = 0,
            IsLive = true,
            IsFinished = true,
            StartedById = adopted.StartedById,
            StartedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.AllocationRuns.Add(live);
        foreach (var place in await db.Places.AsNoTracking().Where(place => place.RunId == adopted.Id).ToListAsync(cancellation))
        {
            db.Places.Add(new Place
            {
                RunId = live.Id,
                InviteeId = place.InviteeId,
                SlotId = place.SlotId,
                SessionId = place.SessionId,
                Wish = place.Wish,
                IsFixed = place.IsFixed,
            });
        }
        day.LiveRunId = live.Id;
        await db.Sessions.Where(session => session.Workshop!.DayId == day.Id).ExecuteUpdateAsync(
            change => change.SetProperty(
                session => session.Taken, session => db.Places.Count(place => place.RunId == adopted.Id && place.SessionId == session.Id)),
            cancellation);
    }

    /// <summary>
    /// Waits until nobody else changes the day's places, and keeps others waiting until the transaction ends. False when they can no
    /// longer change.
    /// </summary>
    public Task<bool> TakeTurnAsync(TrainingDay day, CancellationToken cancellation) => TakeTurnAsync(day, DayStage.OnTheDay, cancellation);

    /// <summary>The same, for what may happen up to a later stage.</summary>
    public async Task<bool> TakeTurnAsync(TrainingDay day, DayStage last, CancellationToken cancellation)
    {
        await db.AllocationRuns.Where(run => run.Id == day.LiveRunId && run.IsLive)
            .ExecuteUpdateAsync(change => change.SetProperty(run => run.Changes, run => run.Changes + 1), cancellation);
        return await db.TrainingDays.AnyAsync(
            row => row.Id == day.Id && row.LiveRunId != null && row.Stage >= DayStage.Published && row.Stage <= last, cancellation);
    }

    /// <summary>Takes a seat, if there is one: a single statement looks and takes.</summary>
    public Task<bool> TakeSeatAsync(Guid session, CancellationToken cancellation) => TakeSeatsAsync(session, 1, cancellation);

    /// <summary>Takes some seats of a session, if there are as many.</summary>
    public async Task<bool> TakeSeatsAsync(Guid session, int number, CancellationToken cancellation) =>
        await db.Sessions.Where(row => row.Id == session && row.Taken + number <= row.Seats)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Taken, row => row.Taken + number), cancellation) == 1;

    public Task FreeSeatAsync(Guid session, CancellationToken cancellation) =>
        db.Sessions.Where(row => row.Id == session && row.Taken > 0)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Taken, row => row.Taken - 1), cancellation);

    /// <summary>Writes what somebody has in a slot from now on, null for nothing. Their calendars see a newer day.</summary>
    public async Task PutAsync(TrainingDay day, Guid invitee, Guid slot, Guid? session, PlaceOrigin origin, CancellationToken cancellation)
    {
        var wish = await db.Choices
            .Where(choice => choice.InviteeId == invitee && db.Sessions.Any(row => row.Id == session && row.WorkshopId == choice.WorkshopId))
            .MinAsync(choice => (int?)choice.Rank, cancellation);
        var written = await db.Places.Where(place => place.RunId == day.LiveRunId && place.InviteeId == invitee && place.SlotId == slot)
            .ExecuteUpdateAsync(
                change => change.SetProperty(place => place.SessionId, session).SetProperty(place => place.Wish, wish)
                    .SetProperty(place => place.IsFixed, false).SetProperty(place => place.Origin, origin),
                cancellation);
        if (written == 0)
        {
            db.Places.Add(new Place { RunId = day.LiveRunId!.Value, InviteeId = invitee, SlotId = slot, SessionId = session, Wish = wish, Origin = origin });
            await db.SaveChangesAsync(cancellation);
        }
        // What they offered to swap is not theirs any more.
        await db.SwapOffers.Where(offer => offer.InviteeId == invitee && offer.Session!.SlotId == slot).ExecuteDeleteAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Invitees.Where(row => row.Id == invitee).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.PlacesChangedAt, now).SetProperty(row => row.Version, row => row.Version + 1), cancellation);
    }

    /// <summary>Writes what many have in some slots from now on, in a few statements however many they are. To be saved by the caller.</summary>
    public async Task PutAllAsync(
        TrainingDay day, IReadOnlyCollection<(Guid Invitee, Guid Slot, Guid? Session)> given, PlaceOrigin origin, CancellationToken cancellation)
    {
        var people = given.Select(place => place.Invitee).Distinct().ToList();
        var slots = given.Select(place => (place.Invitee, place.Slot)).ToHashSet();
        var workshops = await db.Sessions.Where(session => session.Workshop!.DayId == day.Id).ToDictionaryAsync(session => session.Id, session => session.WorkshopId, cancellation);
        var wishes = (await db.Choices.Where(choice => people.Contains(choice.InviteeId)).Select(choice => new { choice.InviteeId, choice.WorkshopId, choice.Rank }).ToListAsync(cancellation))
            .ToDictionary(choice => (choice.InviteeId, choice.WorkshopId), choice => choice.Rank);
        var before = (await db.Places.Where(place => place.RunId == day.LiveRunId && people.Contains(place.InviteeId))
            .Select(place => new { place.Id, place.InviteeId, place.SlotId }).ToListAsync(cancellation))
            .Where(place => slots.Contains((place.InviteeId, place.SlotId))).Select(place => place.Id).ToList();
        await db.Places.Where(place => before.Contains(place.Id)).ExecuteDeleteAsync(cancellation);
        db.Places.AddRange(given.Select(place => new Place
        {
            RunId = day.LiveRunId!.Value,
            InviteeId = place.Invitee,
            SlotId = place.Slot,
            SessionId = place.Session,
            Wish = place.Session is { } session && wishes.TryGetValue((place.Invitee, workshops[session]), out var rank) ? rank : null,
            Origin = origin,
        }));
        db.SwapOffers.RemoveRange((await db.SwapOffers.Include(offer => offer.Session).Where(offer => people.Contains(offer.InviteeId)).ToListAsync(cancellation))
            .Where(offer => slots.Contains((offer.InviteeId, offer.Session!.SlotId))));
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Invitees.Where(row => people.Contains(row.Id)).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.PlacesChangedAt, now).SetProperty(row => row.Version, row => row.Version + 1), cancellation);
    }

    /// <summary>Whether a slot of a day has begun.</summary>
    public bool HasBegun(TrainingDay day, int startMinute) =>
        UkTime.TryToUtc(day.Date.ToDateTime(TimeOnly.MinValue.AddMinutes(startMinute)), out var start) && clock.GetUtcNow().UtcDateTime >= start;
}
