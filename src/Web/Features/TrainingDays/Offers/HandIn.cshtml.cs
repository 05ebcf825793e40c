using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>Says what an offer still lacks, or hands it in.</summary>
[Needs<LeadOffer>]
public sealed class HandInModel(AppDb db, AuditTrail audit, TimeProvider clock) : OfferPage
{
    public IReadOnlyList<OfferGap> Gaps { get; private set; } = [];

    /// <summary>Why it would be one too many.</summary>
    public string? TooMany { get; private set; }

    public IReadOnlyList<string> NotAnswered =>
        [.. Offer.Presenters.Where(presenter => presenter.AcceptedAt is null).Select(presenter => presenter.FullName)];

    public MechanismBalance Balance => MechanismBalance.Of(Offer.Mechanisms);

    public bool IsReady => Gaps.Count == 0 && TooMany is null;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private bool CanBeHandedIn => Offer.State == OfferState.Draft && Day.IsOpenForOffers(Now);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!CanBeHandedIn)
            return LocalRedirect(To("show"));
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!CanBeHandedIn)
        {
            this.Flash("The call is closed or the offer was handed in already, so nothing was changed.", Kind.Warning);
            return LocalRedirect(To("show"));
        }
        await LoadAsync(cancellation);
        if (!IsReady)
            return Page();
        Offer.State = OfferState.Submitted;
        Offer.SubmittedAt = Now;
        audit.Record(Party.Deed($"handed in the offer “{Offer.Title}”"), Subject, Day.OrganisationId, Party.Presenter!.PersonId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"Handed in. Until {Day.OfferUntil!.Value.Words()} you can take it back and change it.");
        return LocalRedirect(To("show"));
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Gaps = OfferGaps.Of(Offer, await db.Slots.Where(slot => slot.DayId == Day.Id).Select(slot => slot.Id).ToListAsync(cancellation));
        TooMany = await MostOffersEach.ObjectionAsync(db, Offer, cancellation);
    }
}
