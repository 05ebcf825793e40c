using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>
/// Swaps that both sides agree to: one offers, whoever has a place in the wanted session accepts or does not. An exchange is one
/// transaction with all that follows from it, and takes its turn among the day's changes.
/// </summary>
public sealed class SwapDesk(
    AppDb db, LivePlaceReader reader, LivePlaces places, SwapReader swaps, WaitingLists lists, SwapMails mails, AuditTrail audit, TimeProvider clock)
{
    public const string Gone = "That offer to swap is not there any more: it was taken back, or somebody else was faster.";

    private const string Over = "Places can no longer be changed.";

    /// <summary>Offers what somebody has in a slot for a place in another session of it.</summary>
    public async Task<ChangeAnswer> OfferAsync(TrainingDay day, Guid invitee, Guid wanted, CancellationToken cancellation)
    {
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        if (!await places.TakeTurnAsync(day, cancellation) || await reader.AttendeeAsync(day, invitee, cancellation) is not { } who)
            return ChangeAnswer.No(Over);
        if (await reader.SessionAsync(day, wanted, who, cancellation) is not { } seat || who.In(seat.SlotId) is not { } held || held.SessionId == wanted)
            return ChangeAnswer.No(ChangeDesk.Changed);
        if (held.IsFixed)
            return ChangeAnswer.No(Obstacle.Fixed.Words());
        var obstacle = PlaceRules.Between(who, seat, day.SchoolCap, places.HasBegun(day, seat.StartMinute));
        if (!PlaceRules.CanWaitFor(obstacle))
            return ChangeAnswer.No(obstacle?.Words() ?? $"“{seat.Title}” has a free seat: take it.");
        if (await db.SwapOffers.AnyAsync(row => row.InviteeId == invitee && row.WantedSessionId == wanted, cancellation))
            return ChangeAnswer.No($"You offer your place for “{seat.Title}” already.");
        db.SwapOffers.Add(new SwapOffer { InviteeId = invitee, SessionId = held.SessionId, WantedSessionId = wanted, At = clock.GetUtcNow().UtcDateTime });
        audit.Record($"offers to swap {held.Title} for {seat.Title}", DayPage.SubjectOf(day), day.OrganisationId, who.PersonId);
        await db.SaveChangesAsync(cancellation);
        await TellThoseWhoWouldSwapAsync(day, who, wanted, cancellation);
        await db.SaveChangesAsync(cancellation);
        await deed.CommitAsync(cancellation);
        return ChangeAnswer.Done($"You offer your place in “{held.Title}” for one in “{seat.Title}”. When somebody there accepts, you get an email.");
    }

    public async Task<ChangeAnswer> TakeBackAsync(TrainingDay day, Guid invitee, Guid wanted, CancellationToken cancellation)
    {
        var offer = await db.SwapOffers.Include(row => row.WantedSession!.Workshop).Include(row => row.Invitee)
            .SingleOrDefaultAsync(row => row.InviteeId == invitee && row.WantedSessionId == wanted, cancellation);
        if (offer is null)
            return ChangeAnswer.No(Gone);
        db.SwapOffers.Remove(offer);
        audit.Record($"no longer offers to swap for {offer.WantedSession!.Workshop!.Title}", DayPage.SubjectOf(day), day.OrganisationId, offer.Invitee!.PersonId);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody accepted it a moment before.
            return ChangeAnswer.No(Gone);
        }
        return ChangeAnswer.Done($"You no longer offer your place for one in “{offer.WantedSession.Workshop.Title}”.");
    }

    /// <summary>Does not want to swap. Whoever offers is not told: others can still accept.</summary>
    public async Task<ChangeAnswer> RefuseAsync(TrainingDay day, Guid invitee, Guid offer, CancellationToken cancellation)
    {
        if (!await db.SwapOffers.AnyAsync(row => row.Id == offer && row.Invitee!.DayId == day.Id && row.InviteeId != invitee, cancellation))
            return ChangeAnswer.No(Gone);
        if (!await db.SwapRefusals.AnyAsync(row => row.OfferId == offer && row.InviteeId == invitee, cancellation))
        {
            db.SwapRefusals.Add(new SwapRefusal { OfferId = offer, InviteeId = invitee });
            await db.SaveChangesAsync(cancellation);
        }
        return ChangeAnswer.Done("You keep your place. You are not shown that offer again.");
    }

    /// <summary>Exchanges the places of whoever offers and whoever accepts, if the rules still let both.</summary>
    public async Task<ChangeAnswer> AcceptAsync(TrainingDay day, Guid invitee, Guid offerId, CancellationToken cancellation)
    {
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        if (!await places.TakeTurnAsync(day, cancellation) || await reader.AttendeeAsync(day, invitee, cancellation) is not { } who)
            return ChangeAnswer.No(Over);
        var offer = await db.SwapOffers.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == offerId && row.Invitee!.DayId == day.Id && row.InviteeId != invitee, cancellation);
        if (offer is null)
            return ChangeAnswer.No(Gone);
        var other = (await reader.AttendeeAsync(day, offer.InviteeId, cancellation))!;
        var (rules, sessions) = await swaps.RulesAsync(day, [offer.SessionId, offer.WantedSessionId], who, cancellation);
        var (own, theirs) = (new SwapSide(who, sessions[offer.WantedSessionId]), new SwapSide(other, sessions[offer.SessionId]));
        if (who.In(own.Session.SlotId)?.SessionId != own.Session.Id || other.In(own.Session.SlotId)?.SessionId != theirs.Session.Id)
            return ChangeAnswer.No(ChangeDesk.Changed);
        var answer = rules.Allow(own, theirs)
            ? await ExchangeAsync(day, own, theirs, cancellation)
            : await GiveUpAsync(day, offer, own, theirs, rules, cancellation);
        await db.SaveChangesAsync(cancellation);
        await deed.CommitAsync(cancellation);
        return answer;
    }

    private async Task<ChangeAnswer> ExchangeAsync(TrainingDay day, SwapSide own, SwapSide theirs, CancellationToken cancellation)
    {
        foreach (var (mover, leaver) in new[] { (own, theirs), (theirs, own) })
        {
            var (who, seat) = (mover.Who.InviteeId, leaver.Session);
            await places.PutAsync(day, who, seat.SlotId, seat.Id, PlaceOrigin.Swapped, cancellation);
            await db.Waiting.Where(row => row.InviteeId == who && row.SessionId == seat.Id).ExecuteDeleteAsync(cancellation);
            audit.Record($"swapped {mover.Session.Title} for {seat.Title}, by agreement", DayPage.SubjectOf(day), day.OrganisationId, mover.Who.PersonId);
            mails.Swapped(day, mover, leaver);
        }
        await db.SaveChangesAsync(cancellation);
        // No seat became free, but who left a workshop may come into it in another slot, and the school cap may let somebody else in.
        await lists.MoveUpAsync(
            day,
            [own.Session.Id, theirs.Session.Id, .. await lists.ForAsync(own.Who.InviteeId, cancellation), .. await lists.ForAsync(theirs.Who.InviteeId, cancellation)],
            cancellation);
        return ChangeAnswer.Done($"You have swapped: you have a place in “{theirs.Session.Title}” now.");
    }

    /// <summary>Tells both why it cannot be. The offer stands for others; these two do not meet again.</summary>
    private async Task<ChangeAnswer> GiveUpAsync(
        TrainingDay day, SwapOffer offer, SwapSide own, SwapSide theirs, SwapRules rules, CancellationToken cancellation)
    {
        if (!await db.SwapRefusals.AnyAsync(row => row.OfferId == offer.Id && row.InviteeId == own.Who.InviteeId, cancellation))
        {
            db.SwapRefusals.Add(new SwapRefusal { OfferId = offer.Id, InviteeId = own.Who.InviteeId });
            mails.CouldNot(day, theirs, own, rules.Between(theirs, own));
        }
        return ChangeAnswer.No(rules.Between(own, theirs) is { } obstacle
            ? $"You cannot swap into “{theirs.Session.Title}”. {obstacle.Words()}"
            : $"You cannot swap: the rules of the day do not let the other person into “{own.Session.Title}” any more. Both of you keep your places.");
    }

    /// <summary>Only to those who have said that they would swap what they have there; the others find the offer when they look.</summary>
    private async Task TellThoseWhoWouldSwapAsync(TrainingDay day, Attendee who, Guid wanted, CancellationToken cancellation)
    {
        var willing = await reader.AttendeesAsync(
            day, db.Invitees.Where(row => row.DayId == day.Id && db.SwapOffers.Any(own => own.InviteeId == row.Id && own.SessionId == wanted)), cancellation);
        foreach (var one in willing)
        {
            var slot = one.Places.Single(place => place.SessionId == wanted).SlotId;
            foreach (var chance in (await swaps.ForAsync(day, one, slot, cancellation)).Where(chance => chance.Who.InviteeId == who.InviteeId))
                mails.Offered(day, one, chance);
        }
    }
}
