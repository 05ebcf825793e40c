using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>Reads an offer, and takes what its presenters answer: whether they take part, and whether they come.</summary>
[Needs<ReadOffer>]
public sealed class ShowModel(AppDb db, AuditTrail audit, OfferMails mails, FileStore files, TimeProvider clock) : OfferPage
{
    public OfferDetail Detail { get; private set; } = null!;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public (string Words, Kind Look) Badge => OfferWords.Badge(Offer.State, Offer.DecisionTold, Offer.ConfirmedAt is not null);

    public string? LeadName => Offer.Presenters.Find(presenter => presenter.IsLead)?.FullName;

    public bool CanAnswer => Offer.State != OfferState.Withdrawn && !Day.IsPublished;

    /// <summary>When and where it runs.</summary>
    public IReadOnlyList<OfferSession> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Detail = await OfferDetail.ReadAsync(db, Offer, cancellation);
        Sessions = await OfferSession.OfAsync(db, Offer, Day, cancellation);
    }

    public async Task<IActionResult> OnGetFileAsync(Guid file, CancellationToken cancellation)
    {
        var found = await db.OfferFiles.Where(row => row.Id == file && row.OfferId == Offer.Id)
            .Select(row => new { row.FileId, row.File!.Name }).SingleOrDefaultAsync(cancellation);
        // Whatever it says it is: it is saved, never shown as a page of this site.
        return found is null ? NotFound() : File(files.Open(found.FileId), "application/octet-stream", found.Name);
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation)
    {
        if (!Party.IsAsked)
            return NotFound();
        if (!CanAnswer)
            return TooLate("The offer was withdrawn or the day is published, so nothing was changed.");
        Party.Presenter!.AcceptedAt = Now;
        Record("agreed to present");
        mails.TellAnswer(Offer, Party.Presenter, isYes: true);
        await db.SaveChangesAsync(cancellation);
        this.Flash("You present this workshop.");
        return LocalRedirect(To(Party.Presenter.IsLead && Offer.CanBeWritten(Day, Now) ? "edit" : "show"));
    }

    /// <summary>Says no, or no longer. Who leads withdraws the offer instead, unless they never agreed to it.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation)
    {
        if (Party.Presenter is not { } presenter || Party.IsLead)
            return NotFound();
        if (!CanAnswer)
            return TooLate("The offer was withdrawn or the day is published, so nothing was changed.");
        Record(Party.IsAsked ? "declined to present" : "no longer presents");
        mails.TellAnswer(Offer, presenter, isYes: false);
        if (presenter.IsLead)
            Offer.State = OfferState.Withdrawn;
        else
            db.OfferPresenters.Remove(presenter);
        await db.SaveChangesAsync(cancellation);
        if (Party.IsByLink)
            return LocalRedirect("/training-days/offers/declined");
        this.Flash("You do not present this workshop.");
        return LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (!Party.IsLead)
            return NotFound();
        if (!Offer.CanBeConfirmed(Day))
            return TooLate("There is nothing to confirm.");
        var slots = await db.Slots.Where(slot => slot.DayId == Day.Id).Select(slot => slot.Id).ToListAsync(cancellation);
        if (OfferGaps.Of(Offer, slots) is [var gap, ..])
            return TooLate($"Something is missing. {gap.Words}.");
        Offer.ConfirmedAt = Now;
        Record("confirmed");
        await db.SaveChangesAsync(cancellation);
        this.Flash("You have said that you come.");
        return LocalRedirect(To("show"));
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellation)
    {
        if (!Party.IsLead)
            return NotFound();
        if (!Offer.CanBeReopened(Day, Now))
            return TooLate("The call is closed, so the offer stays as it is.");
        Offer.State = OfferState.Draft;
        Offer.SubmittedAt = null;
        // Whatever was decided quietly was about what it said before.
        (Offer.Decision, Offer.Reason) = (null, "");
        Record("took back as a draft");
        await db.SaveChangesAsync(cancellation);
        this.Flash($"It is a draft again. Hand it in once more by {Day.OfferUntil!.Value.Words()}, or it does not count.", Kind.Warning);
        return LocalRedirect(To("edit"));
    }

    private LocalRedirectResult TooLate(string words)
    {
        this.Flash(words, Kind.Warning);
        return LocalRedirect(To("show"));
    }

    private void Record(string deed) =>
        audit.Record(Party.Deed($"{deed} the offer “{Name}”"), Subject, Day.OrganisationId, Party.Presenter!.PersonId);
}
