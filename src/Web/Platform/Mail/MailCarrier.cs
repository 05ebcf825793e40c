using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Platform.Mail;

/// <summary>Brings one mail to the SMTP server or, without one, into a file.</summary>
internal sealed class MailCarrier(MailSettings settings, DatabasePlace place, TimeProvider clock)
{
    /// <summary>The server knows neither name nor secret (https://www.rfc-editor.org/rfc/rfc4954#section-6).</summary>
    private const SmtpStatusCode NotSignedIn = (SmtpStatusCode)535;

    private bool HasServer => settings.Host is { Length: > 0 };

    /// <exception cref="TimeoutException">The server does not answer.</exception>
    /// <exception cref="SmtpException">It answers, and refuses.</exception>
    public async Task CarryAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var from = new MailAddress(settings.From, settings.FromName);
        var to = new MailAddress(mail.To, mail.ToName);
        if (!Ascii.IsValid(to.User))
            throw new FormatException("Before the @ of an address stand letters that most mail servers do not know.");
        using var message = new MailMessage(from, to)
        {
            Subject = mail.Subject,
            Body = mail.Text.ReplaceLineEndings("\r\n"),
            // A file is there to be read; on the way to a server not every machine can be trusted with more than ASCII.
            BodyTransferEncoding = HasServer ? TransferEncoding.Base64 : TransferEncoding.EightBit,
        };
        // The same at every attempt, so that whoever gets it twice after all sees one.
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{from.Host}>");
        // Nobody's holiday answer is wanted (https://www.rfc-editor.org/rfc/rfc3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = Client();
        // The client's own limit does not count when one awaits it.
        using var limit = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            // Should the client not heed the token either, the job still goes on.
            await client.SendMailAsync(message, either.Token).WaitAsync(either.Token);
        }
        catch (Exception fault) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not take it within {settings.Timeout.TotalSeconds:0} seconds.", fault);
        }
    }

    /// <summary>Whether the next mail would fail as well.</summary>
    public static bool IsServerAway(Exception fault) => fault switch
    {
        TimeoutException => true,
        SmtpException smtp => smtp.StatusCode is SmtpStatusCode.GeneralFailure or SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MustIssueStartTlsFirst or NotSignedIn,
        _ => false,
    };

    /// <summary>What is wrong, in a word for the log that tells of nobody.</summary>
    public static string Kind(Exception fault) => fault is SmtpException smtp ? $"{fault.GetType().Name} {smtp.StatusCode}" : fault.GetType().Name;

    private SmtpClient Client()
    {
        if (HasServer)
        {
            return new SmtpClient(settings.Host, settings.Port)
            {
                EnableSsl = settings.Encrypt,
                Credentials = settings.User is { Length: > 0 } user ? new NetworkCredential(user, settings.Secret) : null,
            };
        }
        var folder = Path.Combine(place.DataFolder, "mail");
        Directory.CreateDirectory(folder);
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
    }
}
