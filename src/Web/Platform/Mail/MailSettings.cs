namespace Guildhall.Web.Platform.Mail;

/// <summary>The settings <c>Mail:*</c>.</summary>
public sealed class MailSettings
{
    /// <summary>The SMTP server. Without one, mails are files in the data folder.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>Whether to insist on an encrypted connection; a server that offers none then gets neither mail nor secret.</summary>
    public bool Encrypt { get; set; } = true;

    /// <summary>How long the server may take over one mail.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public string? User { get; set; }

    public string? Secret { get; set; }

    public string From { get; set; } = "guildhall@localhost";

    public string FromName { get; set; } = "Guildhall";
}
