using System.Net;
using System.Net.Mail;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Guildhall.Web.Platform.Mail;

/// <summary>
/// Sends what waits in the outbox. A mail is marked before it is sent, so that two nodes never both send it; one whose sending fails
/// is tried again later, ever more rarely.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class SendMails(
    IServiceScopeFactory scopes, DatabasePlace place, IOptions<MailSettings> settings, TimeProvider clock, ILogger<SendMails> log) : IJob
{
    private const int AtOnce = 50;
    private const int MostAttempts = 10;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        while (await SendSomeAsync(cancellationToken) == AtOnce)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<int> SendSomeAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var mails = await db.OutgoingMails
            .Where(mail => mail.SentAt == null && mail.NextAttemptAt <= now && mail.Attempts < MostAttempts)
            .OrderBy(mail => mail.NextAttemptAt).Take(AtOnce).ToListAsync(cancellation);
        foreach (var mail in mails)
        {
            mail.Attempts++;
            mail.NextAttemptAt = now.AddMinutes(Math.Pow(2, mail.Attempts));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.Entry(mail).State = EntityState.Detached;
                continue;
            }
            await SendAsync(mail, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        return mails.Count;
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            using var message = new MailMessage(
                new MailAddress(settings.Value.From, settings.Value.FromName), new MailAddress(mail.To, mail.ToName))
            {
                Subject = mail.Subject,
                Body = mail.Text,
            };
            message.Headers.Add("Message-ID", $"<{mail.Id:N}@guildhall>");
            using var client = Client();
            await client.SendMailAsync(message, cancellation);
            mail.SentAt = clock.GetUtcNow().UtcDateTime;
            mail.Error = null;
        }
        catch (Exception fault) when (fault is SmtpException or FormatException or IOException)
        {
            mail.Error = fault.Message.Length > OutgoingMail.ErrorLength ? fault.Message[..OutgoingMail.ErrorLength] : fault.Message;
            LogFailed(mail.Id, mail.Attempts, fault);
        }
    }

    private SmtpClient Client()
    {
        if (settings.Value.Host is { Length: > 0 } host)
        {
            return new SmtpClient(host, settings.Value.Port)
            {
                EnableSsl = settings.Value.Encrypt,
                Credentials = settings.Value.User is { Length: > 0 } user ? new NetworkCredential(user, settings.Value.Secret) : null,
            };
        }
        var folder = Path.Combine(place.DataFolder, "mail");
        Directory.CreateDirectory(folder);
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Mail} could not be sent at attempt {Attempt}.")]
    private partial void LogFailed(Guid mail, int attempt, Exception fault);
}
