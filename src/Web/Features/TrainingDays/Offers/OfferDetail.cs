using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>An offer to be read: what the partials _Offer and _OfferPresenters show.</summary>
/// <param name="Offer">With its topic.</param>
/// <param name="Presenters">Who presents it, the lead first.</param>
/// <param name="Away">The slots in which they cannot.</param>
/// <param name="Files">What goes with it.</param>
public sealed record OfferDetail(Offer Offer, IReadOnlyList<PresenterLine> Presenters, IReadOnlyList<string> Away, IReadOnlyList<OfferFileLine> Files)
{
    public MechanismBalance Balance => MechanismBalance.Of(Offer.Mechanisms);

    public static async Task<OfferDetail> ReadAsync(AppDb db, Offer offer, CancellationToken cancellation)
    {
        var slots = await db.Slots.Where(slot => slot.DayId == offer.DayId).OrderBy(slot => slot.StartMinute)
            .Select(slot => new { slot.Id, slot.Name }).ToListAsync(cancellation);
        return new OfferDetail(
            offer,
            await PresenterLine.OfAsync(db, offer.Id, cancellation),
            [.. slots.Where(slot => offer.AwaySlots.Contains(slot.Id)).Select(slot => slot.Name)],
            await OfferFileLine.OfAsync(db, offer.Id, cancellation));
    }
}

/// <summary>Somebody who presents an offer, as pages name them.</summary>
/// <param name="Id">The key of the <see cref="OfferPresenter"/>.</param>
/// <param name="Name">What they are called.</param>
/// <param name="From">Where they work.</param>
/// <param name="IsLead">Whether they lead.</param>
/// <param name="HasAccepted">Whether they have said yes.</param>
/// <param name="IsFromOutside">Whether they come by link.</param>
public sealed record PresenterLine(Guid Id, string Name, string From, bool IsLead, bool HasAccepted, bool IsFromOutside)
{
    public static Task<List<PresenterLine>> OfAsync(AppDb db, Guid offer, CancellationToken cancellation) =>
        db.OfferPresenters.Where(one => one.OfferId == offer)
            .OrderByDescending(one => one.IsLead).ThenBy(one => one.Id)
            .Select(one => new PresenterLine(
                one.Id,
                one.Person == null ? one.Name : one.Person.GivenName + " " + one.Person.FamilyName,
                one.Person == null ? one.Employer : db.Posts.Where(post => post.PersonId == one.PersonId && (post.EndedOn == null || post.EndedOn >= one.Offer!.Day!.Date))
                    .OrderByDescending(post => post.FtePercent).ThenBy(post => post.Id).Select(post => post.Organisation!.Name).FirstOrDefault() ?? "",
                one.IsLead, one.AcceptedAt != null, one.PersonId == null))
            .ToListAsync(cancellation);
}
