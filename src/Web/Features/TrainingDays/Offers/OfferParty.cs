using System.Security.Cryptography;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>An offer, and what whoever has come to its page is to it.</summary>
/// <param name="Offer">With its day, topic and presenters.</param>
/// <param name="Presenter">As which presenter they came; null for others.</param>
/// <param name="IsByLink">Whether the link of a speaker from outside let them in.</param>
/// <param name="IsOrganiser">Whether they organise the day.</param>
public sealed record OfferParty(Offer Offer, OfferPresenter? Presenter, bool IsByLink, bool IsOrganiser)
{
    /// <summary>Whether they present it, and have said so.</summary>
    public bool IsPresenter => Presenter?.AcceptedAt is not null;

    public bool IsLead => IsPresenter && Presenter!.IsLead;

    /// <summary>Whether they are asked to present it and have not answered.</summary>
    public bool IsAsked => Presenter is { AcceptedAt: null };

    /// <summary>What the audit trail says of somebody who has no account.</summary>
    public string Deed(string deed) => IsByLink ? $"{deed} (by the link of {Presenter!.Name}, a speaker from outside)" : deed;

    public static async Task<OfferParty?> FindAsync(AppDb db, Guid id, Viewer viewer, string? secret, CancellationToken cancellation)
    {
        var offer = await db.Offers
            .Include(offer => offer.Day).Include(offer => offer.Topic)
            .Include(offer => offer.Presenters).ThenInclude(presenter => presenter.Person)
            .SingleOrDefaultAsync(offer => offer.Id == id, cancellation);
        if (offer is null)
            return null;
        var byAccount = viewer.IsSignedIn ? offer.Presenters.Find(presenter => presenter.PersonId == viewer.PersonId) : null;
        var byLink = byAccount is null && secret is not null ? ByLink(offer, SpeakerLinks.Digest(secret)) : null;
        return new OfferParty(offer, byAccount ?? byLink, byLink is not null, viewer.Can(Right.OrganiseDays, offer.Day!.OrganisationId));
    }

    private static OfferPresenter? ByLink(Offer offer, byte[] digest) =>
        offer.Presenters.Find(presenter => presenter.LinkDigest is { } known && CryptographicOperations.FixedTimeEquals(known, digest));
}

/// <summary>A page about one offer, which its permission has loaded.</summary>
public abstract class OfferPage : PageModel
{
    public OfferParty Party => HttpContext.Thing<OfferParty>();

    public Offer Offer => Party.Offer;

    public TrainingDay Day => Offer.Day!;

    public string Name => Offer.Title.Length > 0 ? Offer.Title : "Workshop without a title yet";

    /// <summary>The pages above, for those who read this one.</summary>
    public (string Words, string Href)[] Above =>
        Party.IsByLink ? []
        : Party.Presenter is not null ? [("My PD", "/"), ("My offers", "/training-days/offers/mine")]
        : [("Training days", "/training-days"), (Day.Name, DayPage.Address("day", Day.Id)), ("Offers", DayPage.Address("offers", Day.Id))];

    public (string Words, string Href)[] AboveParts => [.. Above, (Name, To("show"))];

    protected AuditSubject Subject => DayPage.SubjectOf(Day);

    /// <summary>The address of a page of this offer: <c>To("edit")</c>.</summary>
    public string To(string page) => Address(page, Offer.Id);

    public static string Address(string page, Guid offer) => $"/training-days/offers/{page}/{offer}";
}
