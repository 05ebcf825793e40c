using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>Tells all decisions together, after showing what each mail looks like.</summary>
[Needs<OrganiseDay>]
public sealed class SendModel(AppDb db, DecisionMails mails, Outbox outbox, AuditTrail audit, TimeProvider clock) : DayPage
{
    public IReadOnlyList<DecisionMail> Mails { get; private set; } = [];

    public int Undecided { get; private set; }

    private bool IsPossible => Day.Stage is DayStage.Review or DayStage.Programme;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!IsPossible)
            return LocalRedirect(To("reviews"));
        Mails = await mails.WriteAsync(Day, cancellation);
        Undecided = await db.Offers.CountAsync(offer => offer.DayId == Day.Id && offer.State == OfferState.Submitted && offer.Decision == null, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsPossible)
            return LocalRedirect(To("reviews"));
        // Each row is written with its version, so that of two who press the button at once one sends nothing.
        var unsent = await db.Offers
            .Where(offer => offer.DayId == Day.Id && offer.State == OfferState.Submitted && offer.Decision != null && offer.SentAt == null).ToListAsync(cancellation);
        var sent = unsent.Select(offer => offer.Id).ToHashSet();
        var written = (await mails.WriteAsync(Day, cancellation)).Where(mail => sent.Contains(mail.OfferId)).ToList();
        foreach (var mail in written)
            outbox.Put(mail.To, mail.Name, mail.Subject, mail.Text);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var offer in unsent)
            offer.SentAt = now;
        audit.Record($"sent {Count.Of(unsent.Count, "decision", "decisions")} on offers to {Count.People(written.Count)}", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{Count.Of(unsent.Count, "decision is", "decisions are")} sent to {Count.People(written.Count)}.");
        return LocalRedirect(To("reviews"));
    }
}
