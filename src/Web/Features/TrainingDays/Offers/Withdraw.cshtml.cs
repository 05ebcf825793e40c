using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

[Needs<LeadOffer>]
public sealed class WithdrawModel(AppDb db, AuditTrail audit, OfferMails mails, TimeProvider clock) : OfferPage
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Refused())
            return LocalRedirect(To("show"));
        var workshop = await db.Workshops.Where(workshop => workshop.OfferId == Offer.Id).Select(workshop => workshop.Code).SingleOrDefaultAsync(cancellation);
        Confirmation = new Confirmation(
            $"Withdraw “{Name}”?",
            [
                Offer.DecisionTold is OfferDecision.Accept or OfferDecision.AcceptWithChanges
                    ? "It is accepted. The organisers are told by mail that it does not come, and look for another."
                    : Offer.State == OfferState.Submitted ? "It is not judged any more." : "Nobody but its presenters has seen it.",
                .. workshop is null ? Array.Empty<string>() : [$"It is in the programme already, as {workshop}, and stays there until the organisers take it out."],
                Day.IsOpenForOffers(Now) && Offer.SentAt is null
                    ? $"What you wrote stays. Until {Day.OfferUntil!.Value.Words()} you can take it up again."
                    : "What you wrote stays, and you can copy it for another day. For this day it cannot be taken up again.",
            ],
            "Withdraw the offer", To("show"))
        { IsDangerous = !Day.IsOpenForOffers(Now) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Refused())
            return LocalRedirect(To("show"));
        if (Offer.DecisionTold is OfferDecision.Accept or OfferDecision.AcceptWithChanges)
            await mails.TellWithdrawnAsync(Offer, cancellation);
        Offer.State = OfferState.Withdrawn;
        audit.Record(Party.Deed($"withdrew the offer “{Name}”"), Subject, Day.OrganisationId, Party.Presenter!.PersonId);
        await db.SaveChangesAsync(cancellation);
        this.Flash("The offer is withdrawn.");
        return LocalRedirect(To("show"));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private bool Refused()
    {
        if (Offer.CanBeWithdrawn(Day))
            return false;
        this.Flash(Offer.State == OfferState.Withdrawn ? "It is withdrawn already." : "The day is published, and people have it in their plans. Tell the organisers.", Kind.Warning);
        return true;
    }
}
