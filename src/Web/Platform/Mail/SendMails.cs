using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Guildhall.Web.Platform.Mail;

/// <summary>
/// Sends what waits in the outbox. A mail is marked before it is sent, so that two nodes never both send it; one whose sending fails
/// is tried again later, ever more rarely, for about a day and a half.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class SendMails(
    IServiceScopeFactory scopes, DatabasePlace place, IOptions<MailSettings> settings, TimeProvider clock, ILogger<SendMails> log) : IJob
{
    private const int AtOnce = 50;

    private readonly MailCarrier _carrier = new(settings.Value, place, clock);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        while (await SendSomeAsync(cancellationToken))
            cancellationToken.ThrowIfCancellationRequested();
    }

    /// <returns>Whether more may be waiting that can be sent now.</returns>
    private async Task<bool> SendSomeAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var mails = await db.OutgoingMails
            .Where(mail => mail.SentAt == null && mail.NextAttemptAt <= now && mail.Attempts < OutgoingMail.MostAttempts)
            .OrderBy(mail => mail.NextAttemptAt).Take(AtOnce).ToListAsync(cancellation);
        foreach (var mail in mails)
        {
            if (!await ClaimAsync(db, mail, cancellation))
                continue;
            var isServerThere = await SendAsync(mail, cancellation);
            // What has left must be marked, also while the process stops.
            await db.SaveChangesAsync(CancellationToken.None);
            if (!isServerThere)
                return false;
        }
        return mails.Count == AtOnce;
    }

    /// <summary>Marks a mail as being sent now. Its time runs from this moment, for those before it may have taken long.</summary>
    /// <returns>Whether nobody else did first.</returns>
    private async Task<bool> ClaimAsync(AppDb db, OutgoingMail mail, CancellationToken cancellation)
    {
        mail.Attempts++;
        mail.NextAttemptAt = clock.GetUtcNow().UtcDateTime + settings.Value.Timeout + TimeSpan.FromMinutes(Math.Pow(2, mail.Attempts));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Entry(mail).State = EntityState.Detached;
            return false;
        }
    }

    /// <returns>Whether the server can be asked to take the next one. When it cannot, the others wait without losing an attempt.</returns>
    private async Task<bool> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            await _carrier.CarryAsync(mail, cancellation);
            mail.SentAt = clock.GetUtcNow().UtcDateTime;
            mail.Error = null;
            return true;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            mail.Error = fault.Message.Length > OutgoingMail.ErrorLength ? fault.Message[..OutgoingMail.ErrorLength] : fault.Message;
            // A server likes to repeat the address that it refuses, so that its words stay out of the log.
            if (mail.Attempts < OutgoingMail.MostAttempts)
                LogFailed(mail.Id, mail.Attempts, MailCarrier.Kind(fault));
            else
                LogGivenUp(mail.Id, MailCarrier.Kind(fault));
            return !MailCarrier.IsServerAway(fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Mail} could not be sent at attempt {Attempt}: {Kind}. What the server said stands in its row.")]
    private partial void LogFailed(Guid mail, int attempt, string kind);

    [LoggerMessage(LogLevel.Error, "Mail {Mail} could not be sent and is given up: {Kind}. What the server said stands in its row.")]
    private partial void LogGivenUp(Guid mail, string kind);
}
