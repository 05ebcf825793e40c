using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Features.TrainingDays.Reviews;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Lifecycle;

/// <summary>Takes a day's steps, whoever asks for them: an organiser, or the clock.</summary>
public sealed class DayLifecycle(AppDb db, ReviewDesk reviews, ProgrammeTeller teller, DayClosing closing, AuditTrail audit)
{
    /// <summary>Adds a step to what is about to be saved.</summary>
    /// <param name="day">The day.</param>
    /// <param name="step">A step that leads somewhere from where it stands, and whose needs have been looked at.</param>
    /// <param name="deed">What the audit trail says, if not what such a step is usually called.</param>
    public async Task TakeAsync(TrainingDay day, DayStep step, string? deed, CancellationToken cancellation)
    {
        var way = DayTransition.Of(day, step) ?? throw new InvalidOperationException($"No step {step} leads on from {day.Stage}.");
        day.Stage = way.To;
        if (step == DayStep.BackToDraft)
            day.OfferUntil = null;
        // Whatever places were worked out, they were for a programme that can now change.
        if (step is DayStep.BackToDraft or DayStep.BackToProgramme)
            day.AdoptedRunId = null;
        if (step == DayStep.CloseCall)
            await reviews.HandOutAsync(day, cancellation);
        if (step == DayStep.BeginProgramme)
            await AcceptedOffers.AddAsync(db, day, cancellation);
        if (step == DayStep.OpenChoosing)
            await teller.KeepAsync(day, "Choosing opened", cancellation);
        if (step == DayStep.BeginDay)
            await closing.SettleAsync(day, cancellation);
        audit.Record(deed ?? DayStepWords.Deed(step), DayPage.SubjectOf(day), day.OrganisationId);
        if (step == DayStep.CloseDay)
            await closing.CloseAsync(day, cancellation);
        else
            await db.SaveChangesAsync(cancellation);
    }
}
