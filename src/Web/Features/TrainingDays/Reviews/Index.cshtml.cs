using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>All offers of a day with what their readers think, so that they can be compared and decided on.</summary>
[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db) : DayPage
{
    private static readonly SortOrders<Offer> Orders = new("title", offer => offer.Id)
    {
        ["title"] = offer => offer.Title,
        ["topic"] = offer => offer.Topic!.Name,
        ["decision"] = offer => offer.Decision,
    };

    private ILookup<Guid, Review> _reviews = Array.Empty<Review>().ToLookup(review => review.OfferId);

    private IReadOnlyCollection<Criterion> _criteria = [];

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    public PageOf<Row> Offers { get; private set; } = null!;

    public int Reviewers { get; private set; }

    public int Unsent { get; private set; }

    public string Lead { get; private set; } = "";

    /// <summary>The page of an offer, which leads back to this list as it stands.</summary>
    public string ToDecide(Guid offer) => ReviewList.To(To("reviews/decide", offer), Request.Query);

    public OfferScore ScoreOf(Guid offer) => OfferScore.Of(_reviews[offer], _criteria);

    public int ReadersOf(Guid offer) => _reviews[offer].Count();

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var figures = await OfferFigures.CountAsync(db, Day.Id, cancellation);
        Unsent = figures.Decided - figures.Sent;
        Reviewers = await db.DayReviewers.CountAsync(reviewer => reviewer.DayId == Day.Id, cancellation);
        Lead = $"{figures.Decided} of {Count.Of(figures.Submitted, "offer", "offers")} decided, {figures.Accepted} accepted";
        var offers = db.Offers.AsNoTracking().Where(offer => offer.DayId == Day.Id && offer.State == OfferState.Submitted);
        offers = Show switch
        {
            "open" => offers.Where(offer => offer.Decision == null),
            "decided" => offers.Where(offer => offer.Decision != null),
            _ => offers,
        };
        if (NameSearch.Pattern(query.Find) is { } pattern)
            offers = offers.Where(offer => EF.Functions.Like(offer.Title.ToLower(), pattern, NameSearch.Escape));
        var page = await offers.Include(offer => offer.Topic).PageAsync(Orders, query, cancellation);
        Offers = new PageOf<Row>(
            [.. page.Items.Select(offer => new Row(offer.Id, offer.Title, offer.Topic?.Name ?? "", offer.Decision, offer.SentAt is not null, SenseCheck.Of(offer).Count))],
            page.Number, page.Size, page.Total, page.Sort);
        var shown = page.Items.Select(offer => offer.Id).ToList();
        _reviews = (await db.Reviews.AsNoTracking().Include(review => review.Scores)
            .Where(review => shown.Contains(review.OfferId) && review.State != ReviewState.Abstained).ToListAsync(cancellation)).ToLookup(review => review.OfferId);
        _criteria = (await CallReader.ReadAsync(db, Day.Id, cancellation))?.Criteria ?? [];
    }

    public sealed record Row(Guid Id, string Title, string Topic, OfferDecision? Decision, bool IsSent, int Gaps);
}
