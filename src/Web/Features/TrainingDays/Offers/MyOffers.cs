using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>What waits for somebody as a presenter, for their first page.</summary>
/// <param name="Calls">Calls in which they can offer something.</param>
/// <param name="Offers">What they present or are asked to present, the newest first.</param>
/// <param name="Now">The instant.</param>
public sealed record MyOffers(IReadOnlyList<OpenCall> Calls, IReadOnlyList<MyOffer> Offers, DateTime Now)
{
    private const int MostShown = 50;

    public static MyOffers None { get; } = new([], [], default);

    public bool IsEmpty => Calls.Count + Offers.Count == 0;

    public IEnumerable<MyOffer> Asked => Offers.Where(offer => offer is { HasAccepted: false, State: not OfferState.Withdrawn, IsPublished: false });

    public IEnumerable<MyOffer> ToConfirm => Offers.Where(offer => offer.IsToBeConfirmed);

    public static async Task<MyOffers> ReadAsync(AppDb db, Guid person, DateTime now, CancellationToken cancellation)
    {
        var calls = await OpenTo(db, person, now).OrderBy(day => day.OfferUntil).ThenBy(day => day.Id)
            .Select(day => new OpenCall(day.Id, day.Name, day.Date, day.OfferUntil!.Value)).Take(MostShown).ToListAsync(cancellation);
        var offers = await Of(db, person).OrderByDescending(one => one.Offer!.CreatedAt).ThenBy(one => one.Id)
            .Select(MyOffer.Row).Take(MostShown).ToListAsync(cancellation);
        return new MyOffers(calls, offers, now);
    }

    public static IQueryable<OfferPresenter> Of(AppDb db, Guid person) => db.OfferPresenters.AsNoTracking().Where(one => one.PersonId == person);

    /// <summary>The days whose call is open and in whose circle somebody holds a post on the day, as <see cref="DayPeople"/> has it for one day.</summary>
    public static IQueryable<TrainingDay> OpenTo(AppDb db, Guid person, DateTime now) => db.TrainingDays.AsNoTracking().Where(day =>
        day.Stage == DayStage.Call && day.OfferUntil > now
        && db.Posts.Any(post => post.PersonId == person
            && (post.StartedOn == null || post.StartedOn <= day.Date) && (post.EndedOn == null || post.EndedOn >= day.Date)
            && (post.Organisation!.ClosedOn == null || post.Organisation.ClosedOn > day.Date)
            && (post.OrganisationId == day.OrganisationId || post.Organisation.TrustId == day.OrganisationId
                || db.Memberships.Any(member => member.GroupId == day.OrganisationId
                    && (member.MemberId == post.OrganisationId || member.MemberId == post.Organisation.TrustId)))));
}

/// <summary>A call in which somebody can offer something.</summary>
public sealed record OpenCall(Guid DayId, string Name, DateOnly Date, DateTime Until);

/// <summary>An offer as one of its presenters finds it in a list.</summary>
public sealed record MyOffer(
    Guid Id, string Title, OfferState State, OfferDecision? Told, bool IsConfirmed, bool IsLead, bool HasAccepted, string LeadName,
    string Day, DateOnly Date, DayStage Stage)
{
    public string Name => Title.Length > 0 ? Title : "Workshop without a title yet";

    public bool IsPublished => Stage >= DayStage.Published;

    public bool IsToBeConfirmed => this is { IsLead: true, HasAccepted: true, State: OfferState.Submitted, IsConfirmed: false, IsPublished: false }
        && Told is OfferDecision.Accept or OfferDecision.AcceptWithChanges;

    public (string Words, Platform.Ui.Kind Look) Badge => HasAccepted ? OfferWords.Badge(State, Told, IsConfirmed) : ("You are asked", Platform.Ui.Kind.Warning);

    internal static System.Linq.Expressions.Expression<Func<OfferPresenter, MyOffer>> Row => one => new MyOffer(
        one.OfferId, one.Offer!.Title, one.Offer.State, one.Offer.SentAt == null ? null : one.Offer.Decision, one.Offer.ConfirmedAt != null,
        one.IsLead, one.AcceptedAt != null,
        one.Offer.Presenters.Where(lead => lead.IsLead).Select(lead => lead.Person == null ? lead.Name : lead.Person.GivenName + " " + lead.Person.FamilyName).FirstOrDefault() ?? "",
        one.Offer.Day!.Name, one.Offer.Day.Date, one.Offer.Day.Stage);
}
