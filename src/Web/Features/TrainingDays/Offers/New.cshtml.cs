using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>What a day asks for, and the button with which an offer begins.</summary>
[Needs<OfferWorkshop>]
public sealed class NewModel(AppDb db, Viewer viewer, TimeProvider clock) : DayPage
{
    private const int MostShown = 20;

    public WorkshopCall? Call { get; private set; }

    /// <summary>What they have on this day already.</summary>
    public IReadOnlyList<EarlierOffer> Here { get; private set; } = [];

    /// <summary>What they could begin with, the newest first.</summary>
    public IReadOnlyList<EarlierOffer> Earlier { get; private set; } = [];

    public int HandedIn { get; private set; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public bool IsOpen => Day.IsOpenForOffers(Now);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Call = await CallReader.ReadAsync(db, Day.Id, cancellation);
        var own = await Own.OrderByDescending(offer => offer.CreatedAt).ThenBy(offer => offer.Id)
            .Select(offer => new EarlierOffer(offer.Id, offer.Title, offer.State, offer.DayId, offer.Day!.Name, offer.Day.Date))
            .Take(MostShown).ToListAsync(cancellation);
        Here = [.. own.Where(offer => offer.DayId == Day.Id)];
        Earlier = [.. own.Where(offer => offer.Title.Length > 0)];
        HandedIn = await MostOffersEach.CountAsync(db, Day.Id, viewer.PersonId, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        IsClosed() ? LocalRedirect(To("offers/new")) : await BeginAsync(Begun(copiedFrom: null), cancellation);

    public async Task<IActionResult> OnPostCopyAsync(Guid copied, CancellationToken cancellation)
    {
        if (await Own.AsNoTracking().SingleOrDefaultAsync(offer => offer.Id == copied, cancellation) is not { } earlier)
            return NotFound();
        if (IsClosed())
            return LocalRedirect(To("offers/new"));
        var offer = Begun(earlier.Id);
        OfferInput.Of(earlier).CopyTo(offer);
        if (earlier.DayId != Day.Id)
            (offer.TopicId, offer.AwaySlots) = (null, []);
        foreach (var file in await db.OfferFiles.Where(file => file.OfferId == earlier.Id).Select(file => file.FileId).ToListAsync(cancellation))
            db.OfferFiles.Add(new OfferFile { OfferId = offer.Id, FileId = file });
        this.Flash("This is a copy. Look it through: what fitted then may not fit this time. Whoever presented it with you is not asked yet.");
        return await BeginAsync(offer, cancellation);
    }

    /// <summary>Offers that they present, of this day or another.</summary>
    private IQueryable<Offer> Own => db.Offers.Where(offer => offer.Presenters.Any(one => one.PersonId == viewer.PersonId && one.AcceptedAt != null));

    private Offer Begun(Guid? copiedFrom) => new() { DayId = Day.Id, CreatedAt = Now, CopiedFromId = copiedFrom };

    private async Task<IActionResult> BeginAsync(Offer offer, CancellationToken cancellation)
    {
        offer.Presenters.Add(new OfferPresenter { OfferId = offer.Id, PersonId = viewer.PersonId, IsLead = true, AcceptedAt = Now });
        db.Offers.Add(offer);
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect(OfferPage.Address("edit", offer.Id));
    }

    private bool IsClosed()
    {
        if (!IsOpen)
            this.Flash("The call is closed. No offer can be begun any more.", Kind.Warning);
        return !IsOpen;
    }
}

/// <summary>An offer that somebody presents.</summary>
public sealed record EarlierOffer(Guid Id, string Title, OfferState State, Guid DayId, string Day, DateOnly Date);
