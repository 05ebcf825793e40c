namespace Guildhall.Web.Platform.Mail;

/// <summary>The settings <c>Mail:*</c>.</summary>
public sealed class MailSettings
{
    /// <summary>The SMTP server. Without one, mails are files in the data folder.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public bool Encrypt { get; set; } = true;

    public string? User { get; set; }

    public string? Secret { get; set; }

    public string From { get; set; } = "guildhall@localhost";

    public string FromName { get; set; } = "Guildhall";
}
