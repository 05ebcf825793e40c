using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Reads the offers to swap that somebody could accept. The number of queries does not grow with the offers.</summary>
public sealed class SwapReader(AppDb db, LivePlaceReader reader, LivePlaces places, TimeProvider clock)
{
    /// <summary>The oldest are shown; when these are answered, others follow.</summary>
    public const int MostShown = 20;

    /// <summary>The offers for what somebody has in a slot that both rules allow and that they have not refused, the oldest first.</summary>
    public async Task<IReadOnlyList<SwapChance>> ForAsync(TrainingDay day, Attendee who, Guid slot, CancellationToken cancellation)
    {
        if (who.In(slot) is not { } held)
            return [];
        var offers = await db.SwapOffers.AsNoTracking()
            .Where(offer => offer.WantedSessionId == held.SessionId && offer.InviteeId != who.InviteeId && offer.Invitee!.DayId == day.Id
                && !db.SwapRefusals.Any(refusal => refusal.OfferId == offer.Id && refusal.InviteeId == who.InviteeId))
            .OrderBy(offer => offer.At).ThenBy(offer => offer.Id).Take(5 * MostShown).ToListAsync(cancellation);
        if (offers.Count == 0)
            return [];
        var ids = offers.ConvertAll(offer => offer.InviteeId);
        var givers = (await reader.AttendeesAsync(day, db.Invitees.Where(row => ids.Contains(row.Id)), cancellation)).ToDictionary(row => row.InviteeId);
        var sessionIds = offers.Select(offer => offer.SessionId).Append(held.SessionId).Distinct().ToList();
        var (rules, sessions) = await RulesAsync(day, sessionIds, who, cancellation);
        var own = new SwapSide(who, sessions[held.SessionId]);
        return [.. offers
            .Select(offer => new SwapChance(offer.Id, givers[offer.InviteeId], sessions[offer.SessionId], own.Session))
            .Where(chance => rules.Allow(own, chance.Giver))
            .Take(MostShown)];
    }

    /// <summary>
    /// The offers that wait for somebody's answer, at one day or at all of theirs, slot by slot. For most people there is none, and one query
    /// says so.
    /// </summary>
    public async Task<IReadOnlyList<SwapWaiting>> WaitingForAsync(Viewer viewer, Guid? onlyDay, CancellationToken cancellation)
    {
        var today = UkTime.Today(clock);
        var asked = await (
            from offer in db.SwapOffers
            join place in db.Places on offer.WantedSessionId equals place.SessionId
            where place.Invitee!.PersonId == viewer.PersonId && place.RunId == place.Invitee.Day!.LiveRunId && offer.InviteeId != place.InviteeId
                && (place.Invitee.Day.Stage == DayStage.Published || place.Invitee.Day.Stage == DayStage.OnTheDay) && place.Invitee.Day.Date >= today
                && (onlyDay == null || place.Invitee.DayId == onlyDay)
                && !db.SwapRefusals.Any(refusal => refusal.OfferId == offer.Id && refusal.InviteeId == place.InviteeId)
            select new { place.Invitee!.DayId, place.InviteeId, place.SlotId, place.Slot!.StartMinute, place.Invitee.Day!.Date }).Distinct().ToListAsync(cancellation);
        if (asked.Count == 0)
            return [];
        var dayIds = asked.ConvertAll(row => row.DayId);
        var days = await db.TrainingDays.AsNoTracking().Where(day => dayIds.Contains(day.Id)).ToDictionaryAsync(day => day.Id, cancellation);
        var waiting = new List<SwapWaiting>();
        foreach (var row in asked.OrderBy(row => row.Date).ThenBy(row => row.StartMinute).ThenBy(row => row.SlotId))
        {
            var who = (await reader.AttendeeAsync(days[row.DayId], row.InviteeId, cancellation))!;
            var chances = await ForAsync(days[row.DayId], who, row.SlotId, cancellation);
            if (chances.Count > 0)
                waiting.Add(new SwapWaiting(days[row.DayId], row.SlotId, [.. chances.Select(chance => (chance, SwapNames.For(viewer, chance)))]));
        }
        return waiting;
    }

    /// <summary>The rules for sessions of one slot, and these sessions.</summary>
    public async Task<(SwapRules Rules, IReadOnlyDictionary<Guid, SeatedSession> Sessions)> RulesAsync(
        TrainingDay day, IReadOnlyCollection<Guid> ids, Attendee who, CancellationToken cancellation)
    {
        var sessions = (await reader.SessionsAsync(day, db.Sessions.Where(session => ids.Contains(session.Id)), who, cancellation)).ToDictionary(session => session.Id);
        var counts = day.SchoolCap is null
            ? []
            : await db.Places.Where(place => place.RunId == day.LiveRunId && place.SessionId != null && ids.Contains(place.SessionId.Value))
                .GroupBy(place => new { SessionId = place.SessionId!.Value, place.Invitee!.OrganisationId })
                .Select(group => new { group.Key.SessionId, group.Key.OrganisationId, Number = group.Count() })
                .ToDictionaryAsync(row => (row.SessionId, row.OrganisationId), row => row.Number, cancellation);
        var hasBegun = sessions.Values.Any(session => places.HasBegun(day, session.StartMinute));
        return (new SwapRules(counts, day.SchoolCap, hasBegun), sessions);
    }
}

/// <summary>An offer that somebody could accept.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Who">Who offers; their name is only for those who may see it.</param>
/// <param name="Session">What they would give.</param>
/// <param name="Wanted">What they want for it.</param>
public sealed record SwapChance(Guid OfferId, Attendee Who, SeatedSession Session, SeatedSession Wanted)
{
    public SwapSide Giver => new(Who, Session);
}

/// <summary>Offers for what somebody has in a slot.</summary>
/// <param name="Day">The day.</param>
/// <param name="SlotId">The slot.</param>
/// <param name="Chances">At least one, with the names of those who offer where one may see them.</param>
public sealed record SwapWaiting(TrainingDay Day, Guid SlotId, IReadOnlyList<(SwapChance Chance, string? Name)> Chances)
{
    /// <summary>The most that stand on a page that is about something else.</summary>
    public const int MostShown = 5;

    /// <summary>What one would give.</summary>
    public SeatedSession Own => Chances[0].Chance.Wanted;
}
