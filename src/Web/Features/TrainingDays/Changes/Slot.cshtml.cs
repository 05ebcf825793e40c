using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>What one has in a slot, what one could have instead, and what one can wait for.</summary>
[Needs<TakePartInDay>]
public sealed class SlotModel(AppDb db, LivePlaceReader reader, LivePlaces places, ChangeDesk desk, SwapReader swapReader, SwapDesk swapDesk) : OwnChangePage(db)
{
    public Slot Slot { get; private set; } = null!;

    public HeldPlace? Held { get; private set; }

    public IReadOnlyList<SeatedSession> Free { get; private set; } = [];

    public IReadOnlyList<Line> Full { get; private set; } = [];

    /// <summary>What others would give for the place that one has, with their names where one may see them.</summary>
    public IReadOnlyList<(SwapChance Chance, string? Name)> Swaps { get; private set; } = [];

    /// <summary>Why nothing can be changed here; null when something can.</summary>
    public string? Closed { get; private set; }

    public bool IsAway { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid slot, CancellationToken cancellation)
    {
        if (await SlotAsync(slot, cancellation) is not { } found)
            return NotFound();
        Slot = found;
        var who = (await reader.AttendeeAsync(Day, await InviteeAsync(cancellation), cancellation))!;
        Held = who.In(slot);
        IsAway = who.AwaySlots.Contains(slot);
        Closed = places.HasBegun(Day, found.StartMinute) ? "This slot has begun, so your place in it stays as it is."
            : IsAway ? "You are away in this slot."
            : who.PresentsIn.Contains(slot) ? "You present a workshop in this slot."
            : null;
        if (Closed is not null)
            return Page();
        var sessions = await reader.SessionsAsync(Day, Db.Sessions.Where(session => session.SlotId == slot), who, cancellation);
        var lines = (await Db.Waiting.Where(row => row.Session!.SlotId == slot).OrderBy(row => row.Since).ThenBy(row => row.Id)
            .Select(row => new { row.SessionId, row.InviteeId }).ToListAsync(cancellation)).ToLookup(row => row.SessionId, row => row.InviteeId);
        var offered = await Db.SwapOffers.Where(offer => offer.InviteeId == who.InviteeId).Select(offer => offer.WantedSessionId).ToListAsync(cancellation);
        Free = [.. sessions.Where(session => PlaceRules.Between(who, session, Day.SchoolCap, hasBegun: false) is null)];
        Full = [.. sessions
            .Where(session => PlaceRules.CanWaitFor(PlaceRules.Between(who, session, Day.SchoolCap, hasBegun: false)))
            .Select(session => new Line(session, lines[session.Id].Count(), lines[session.Id].ToList().IndexOf(who.InviteeId) + 1, offered.Contains(session.Id)))];
        Swaps = [.. (await swapReader.ForAsync(Day, who, slot, cancellation)).Select(chance => (chance, SwapNames.For(HttpContext.Viewer(), chance)))];
        return Page();
    }

    public async Task<IActionResult> OnPostWaitAsync(Guid slot, Guid session, CancellationToken cancellation) =>
        await SlotAsync(slot, cancellation) is null || !await HasSessionAsync(session, cancellation)
            ? NotFound()
            : Tell(await desk.WaitAsync(Day, await InviteeAsync(cancellation), session, cancellation), To("changes/slot", slot));

    public async Task<IActionResult> OnPostStopAsync(Guid slot, Guid session, CancellationToken cancellation) =>
        await SlotAsync(slot, cancellation) is null || !await HasSessionAsync(session, cancellation)
            ? NotFound()
            : Tell(await desk.StopWaitingAsync(Day, await InviteeAsync(cancellation), session, cancellation), To("changes/slot", slot));

    public async Task<IActionResult> OnPostOfferAsync(Guid slot, Guid session, CancellationToken cancellation) =>
        await SlotAsync(slot, cancellation) is null || !await HasSessionAsync(session, cancellation)
            ? NotFound()
            : Tell(await swapDesk.OfferAsync(Day, await InviteeAsync(cancellation), session, cancellation), To("changes/slot", slot));

    public async Task<IActionResult> OnPostTakeBackAsync(Guid slot, Guid session, CancellationToken cancellation) =>
        await SlotAsync(slot, cancellation) is null || !await HasSessionAsync(session, cancellation)
            ? NotFound()
            : Tell(await swapDesk.TakeBackAsync(Day, await InviteeAsync(cancellation), session, cancellation), To("changes/slot", slot));

    /// <summary>A session that one can wait for.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Length">How many wait for it.</param>
    /// <param name="Position">Where one stands, 1 = first; 0 = one does not wait.</param>
    /// <param name="IsOffered">Whether one offers one's own place for one there.</param>
    public sealed record Line(SeatedSession Session, int Length, int Position, bool IsOffered);
}
