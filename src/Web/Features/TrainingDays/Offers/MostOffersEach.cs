using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>How many offers one person may hand in (<see cref="WorkshopCall.MostOffersEach"/>). They count for whoever leads them.</summary>
internal static class MostOffersEach
{
    public static Task<int> CountAsync(AppDb db, Guid day, Guid person, CancellationToken cancellation) =>
        db.Offers.CountAsync(offer => offer.DayId == day && offer.State == OfferState.Submitted
            && offer.Presenters.Any(presenter => presenter.IsLead && presenter.PersonId == person), cancellation);

    /// <summary>Why this one would be too many, in words; null when it is not. A speaker from outside is known by the address.</summary>
    public static async Task<string?> ObjectionAsync(AppDb db, Offer offer, CancellationToken cancellation)
    {
        var most = await db.Calls.Where(call => call.DayId == offer.DayId).Select(call => call.MostOffersEach).SingleOrDefaultAsync(cancellation);
        if (most is null || offer.Presenters.Find(presenter => presenter.IsLead) is not { } lead)
            return null;
        var others = lead.PersonId is { } person
            ? await CountAsync(db, offer.DayId, person, cancellation)
            : await db.Offers.CountAsync(other => other.DayId == offer.DayId && other.State == OfferState.Submitted
                && other.Presenters.Any(presenter => presenter.IsLead && presenter.PersonId == null && presenter.Email == lead.Email), cancellation);
        return others < most
            ? null
            : $"You have handed in {Count.Of(others, "offer", "offers")}, and everybody may hand in {(most == 1 ? "one" : most.Value.Words())}. Withdraw another first";
    }
}
