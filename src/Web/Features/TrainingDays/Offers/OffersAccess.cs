using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>Reads a call and begins an offer: whoever holds a post in the day's circle, once the call has been opened.</summary>
public sealed class OfferWorkshop() : Permission<TrainingDay>("day")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, TrainingDay thing, AppDb db, CancellationToken cancellation) =>
        thing is { HasCall: true, Stage: >= DayStage.Call }
        && await new DayPeople(db, viewer, thing).PostsInCircle.AnyAsync(post => post.PersonId == viewer.PersonId, cancellation);
}

/// <summary>
/// What somebody may do with an offer, which the address names: <c>{offer:guid}</c>. Its presenters come signed in, or by the link that a
/// speaker from outside was sent.
/// </summary>
public abstract class OfferPermission : Permission
{
    protected abstract bool Allows(OfferParty party);

    internal sealed override async ValueTask<bool> AllowsAsync(HttpContext context, Viewer viewer)
    {
        if (!Guid.TryParse(context.GetRouteValue("offer") as string, out var offer))
            return false;
        var secret = context.Request.Cookies[SpeakerLinks.Cookie(offer)];
        if (!viewer.IsSignedIn && secret is null)
            return false;
        var db = context.RequestServices.GetRequiredService<AppDb>();
        if (await OfferParty.FindAsync(db, offer, viewer, secret, context.RequestAborted) is not { } party || !Allows(party))
            return false;
        context.Items[typeof(OfferParty)] = party;
        return true;
    }
}

/// <summary>Reads an offer: its presenters, also those who are only asked to be; and, once it was handed in, the day's organisers.</summary>
public sealed class ReadOffer : OfferPermission
{
    protected override bool Allows(OfferParty party) => party.Presenter is not null || (party.IsOrganiser && party.Offer.IsHandedIn);
}

/// <summary>Writes an offer: all who present it.</summary>
public sealed class WriteOffer : OfferPermission
{
    protected override bool Allows(OfferParty party) => party.IsPresenter;
}

/// <summary>Hands an offer in, takes it back, and says who presents it.</summary>
public sealed class LeadOffer : OfferPermission
{
    protected override bool Allows(OfferParty party) => party is { IsPresenter: true, Presenter.IsLead: true };
}

/// <summary>Reads what people thought of the workshop that came of an offer: all who present it, once the day is on.</summary>
public sealed class ReadFeedbackOnOffer : OfferPermission
{
    protected override bool Allows(OfferParty party) => party is { IsPresenter: true, Offer.Day.Stage: >= DayStage.OnTheDay };
}
