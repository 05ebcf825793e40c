using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Publish;

/// <summary>Publishes a day and writes everybody's mail, both in one transaction: begun again after a crash, it sends nothing twice.</summary>
public sealed class PublishDay(AppDb db, DayMails mails, LivePlaces places, Outbox outbox, AuditTrail audit, TimeProvider clock) : DurableJob
{
    public const string Kind = "publication";

    public override async Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation)
    {
        var day = await db.TrainingDays.SingleAsync(row => row.Id == run.SubjectId, cancellation);
        if (day.IsPublished)
            return "The day is published.";
        if (day.Stage != DayStage.Allocating || day.AdoptedRunId is null)
            throw new JobFailedException("The day cannot be published: choosing has to be closed and a run adopted.");
        progress.Report(10, "Writing the mails");
        var written = await mails.WriteAsync(day, int.MaxValue, cancellation);
        foreach (var mail in written)
            outbox.Put(mail.To, mail.Name, mail.Subject, mail.Text);
        var toSpeakers = await SpeakersOnTheDay.MailsAsync(db, day, cancellation);
        foreach (var (speaker, subject, text) in toSpeakers)
            outbox.Put(speaker.Email, speaker.Name, subject, text);
        var sent = written.Count + toSpeakers.Count;
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        await places.BeginAsync(day, cancellation);
        day.Stage = DayStage.Published;
        day.PublishedAt = clock.GetUtcNow().UtcDateTime;
        audit.Record($"published the day and wrote to {Count.People(sent)}", AllocationDesk.Subject(day), day.OrganisationId);
        progress.Report(60, "Saving");
        await db.SaveChangesAsync(cancellation);
        await deed.CommitAsync(cancellation);
        return $"The day is published. {Count.Of(sent, "email is", "emails are")} on the way.";
    }
}
