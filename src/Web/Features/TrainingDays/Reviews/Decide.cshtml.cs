using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>Everything about one offer, and the decision on it, which nobody is told yet.</summary>
[Needs<OrganiseDay>]
public sealed class DecideModel(AppDb db, AuditTrail audit) : DayPage
{
    [BindProperty(SupportsGet = true, Name = "offer")]
    public Guid OfferId { get; set; }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    /// <summary>The list of offers from which one came, as it stood.</summary>
    public string Back => ReviewList.To(To("reviews"), Request.Query);

    public OfferDetail Detail { get; private set; } = null!;

    public OfferScore Score { get; private set; } = null!;

    public IReadOnlyList<(Review Review, string Name, string Score)> Reviews { get; private set; } = [];

    public IReadOnlyList<string> Flags { get; private set; } = [];

    /// <summary>The next offer that is not decided; null when this is the last.</summary>
    public Guid? Next { get; private set; }

    public IReadOnlyList<SelectListItem> Decisions { get; } =
    [
        new("Accept", nameof(OfferDecision.Accept)), new("Accept with changes", nameof(OfferDecision.AcceptWithChanges)),
        new("Keep in reserve: it stands in if another falls out", nameof(OfferDecision.Substitute)), new("Decline", nameof(OfferDecision.Decline)),
    ];

    public bool CanDecide => Day.Stage is DayStage.Review or DayStage.Programme && Detail.Offer is { State: OfferState.Submitted, SentAt: null };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        var offer = Detail.Offer;
        Input = new DecisionInput { Decision = offer.Decision, Reason = offer.Reason, Version = offer.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? then, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Input.Decision is not (null or OfferDecision.Accept) && string.IsNullOrWhiteSpace(Input.Reason))
            ModelState.AddModelError("Input.Reason", "To those who offer it: say why, or what you ask them to change");
        if (!ModelState.IsValid || !CanDecide)
            return Page();
        var offer = Detail.Offer;
        db.Expect(offer, Input.Version);
        offer.Decision = Input.Decision;
        offer.Reason = Input.Reason?.Trim() ?? "";
        audit.Record($"decided on the offer “{offer.Title}”: {Input.Decision!.Value.Words().ToLowerInvariant()}", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"Saved: “{offer.Title}”, {Input.Decision.Value.Words().ToLowerInvariant()}. Nobody is told yet.");
        return LocalRedirect(then is not null && then == Next ? ReviewList.To(To("reviews/decide", then), Request.Query) : Back);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var offer = await db.Offers.Include(row => row.Topic)
            .SingleOrDefaultAsync(row => row.Id == OfferId && row.DayId == Day.Id && row.State == OfferState.Submitted, cancellation);
        if (offer is null)
            return false;
        Detail = await OfferDetail.ReadAsync(db, offer, cancellation);
        var criteria = (await CallReader.ReadAsync(db, Day.Id, cancellation))?.Criteria ?? [];
        var reviews = await db.Reviews.AsNoTracking().Include(review => review.Scores).Include(review => review.Reviewer)
            .Where(review => review.OfferId == offer.Id).OrderBy(review => review.Id).ToListAsync(cancellation);
        Score = OfferScore.Of(reviews, criteria);
        Reviews = reviews.ConvertAll(review => (review, review.Reviewer!.FullName, OfferScore.Of(review, criteria)?.ToString("0", CultureInfo.InvariantCulture) ?? ""));
        Flags = SenseCheck.Of(offer);
        Next = await db.Offers.Where(row => row.DayId == Day.Id && row.State == OfferState.Submitted && row.Decision == null && row.Id != offer.Id)
            .OrderBy(row => row.Title).ThenBy(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellation);
        return true;
    }

    public sealed class DecisionInput
    {
        [Required]
        public OfferDecision? Decision { get; set; }

        [StringLength(Offer.ReasonLength), DataType(DataType.MultilineText)]
        public string? Reason { get; set; }

        public int Version { get; set; }
    }
}
