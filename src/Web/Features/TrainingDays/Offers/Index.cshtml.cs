using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>What was offered for a day, for its organisers, and what nobody has offered.</summary>
[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db, TimeProvider clock) : DayPage
{
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "topic")]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? Role { get; set; }

    public PageOf<Row> Offers { get; private set; } = null!;

    public OfferCoverage Coverage { get; private set; } = null!;

    public int Drafts { get; private set; }

    public bool IsOpen => Day.IsOpenForOffers(clock.GetUtcNow().UtcDateTime);

    public IReadOnlyList<SelectListItem> States { get; } =
    [
        new("All", ""), new("Not decided yet", "open"),
        .. Enum.GetValues<OfferDecision>().Select(decision => new SelectListItem(decision.Words(), decision.ToString())),
        new("Withdrawn", nameof(OfferState.Withdrawn)),
    ];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles { get; } = [new("All", ""), .. RoleGroupNames.Items];

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var orders = new SortOrders<Offer>("title", offer => offer.Id)
        {
            ["title"] = offer => offer.Title,
            ["topic"] = offer => offer.Topic!.Name,
            ["handed-in"] = offer => offer.SubmittedAt,
            ["decision"] = offer => offer.Decision,
        };
        Offers = await Asked(query).AsNoTracking().PageAsync(orders, query, offer => new Row(
            offer.Id, offer.Title, offer.Topic == null ? "" : offer.Topic.Name, offer.Audience, offer.State, offer.Decision, offer.SentAt != null, offer.ConfirmedAt != null,
            offer.SubmittedAt,
            offer.Presenters.OrderByDescending(one => one.IsLead).ThenBy(one => one.Id).Select(one => new By(
                one.Person == null ? one.Name : one.Person.GivenName + " " + one.Person.FamilyName,
                one.Person == null ? one.Employer : db.Posts.Where(post => post.PersonId == one.PersonId && (post.EndedOn == null || post.EndedOn >= Day.Date))
                    .OrderByDescending(post => post.FtePercent).ThenBy(post => post.Id).Select(post => post.Organisation!.Name).FirstOrDefault() ?? "")).ToList()), cancellation);
        Coverage = await OfferCoverage.ReadAsync(db, Day.Id, cancellation);
        Topics = [new("All", ""), .. Coverage.Topics.Select(topic => new SelectListItem(topic.Name, topic.Id.ToString())), new("None of the wanted topics", "none")];
        Drafts = await db.Offers.CountAsync(offer => offer.DayId == Day.Id && offer.State == OfferState.Draft, cancellation);
    }

    /// <summary>What stands in the address and is none of what can be chosen filters nothing.</summary>
    private IQueryable<Offer> Asked(ListingQuery query)
    {
        var offers = db.Offers.Where(offer => offer.DayId == Day.Id && offer.State != OfferState.Draft && offer.SubmittedAt != null);
        if (string.Equals(State, "open", StringComparison.Ordinal))
            offers = offers.Where(offer => offer.State == OfferState.Submitted && offer.Decision == null);
        else if (string.Equals(State, nameof(OfferState.Withdrawn), StringComparison.Ordinal))
            offers = offers.Where(offer => offer.State == OfferState.Withdrawn);
        else if (Enum.TryParse<OfferDecision>(State, out var decision) && Enum.IsDefined(decision))
            offers = offers.Where(offer => offer.State == OfferState.Submitted && offer.Decision == decision);
        if (Guid.TryParse(Topic, out var topic))
            offers = offers.Where(offer => offer.TopicId == topic);
        else if (string.Equals(Topic, "none", StringComparison.Ordinal))
            offers = offers.Where(offer => offer.TopicId == null);
        if (Enum.TryParse<RoleGroup>(Role, out var role) && Enum.IsDefined(role))
            offers = offers.Where(offer => offer.Audience.Count == 0 || offer.Audience.Contains(role));
        if (NameSearch.Pattern(query.Find) is { } pattern)
            offers = offers.Where(offer => EF.Functions.Like(offer.Title.ToLower(), pattern, NameSearch.Escape)
                || offer.Presenters.Any(one => EF.Functions.Like(one.Name.ToLower(), pattern, NameSearch.Escape)
                    || EF.Functions.Like((one.Person!.GivenName + " " + one.Person.FamilyName).ToLower(), pattern, NameSearch.Escape)));
        return offers;
    }

    /// <summary>More role groups than these are counted in the list; the offer's own page names them.</summary>
    public const int MostGroupsNamed = 3;

    public sealed record By(string Name, string From);

    public sealed record Row(
        Guid Id, string Title, string Topic, List<RoleGroup> Audience, OfferState State, OfferDecision? Decision, bool IsSent, bool IsConfirmed,
        DateTime? SubmittedAt, List<By> Presenters)
    {
        public string Names => string.Join(", ", Presenters.Select(one => one.Name));

        public string Schools => string.Join(", ", Presenters.Select(one => one.From).Where(from => from.Length > 0).Distinct(StringComparer.Ordinal));

        public string DecisionWords => State != OfferState.Submitted || Decision is not { } decision
            ? "None yet"
            : IsConfirmed ? $"{decision.Words()}, confirmed" : IsSent ? $"{decision.Words()}, told" : $"{decision.Words()}, not told yet";
    }
}
