using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Platform.Mail;

/// <summary>Where mails are put. They leave once what is being saved with them is saved.</summary>
public sealed class Outbox(AppDb db, TimeProvider clock)
{
    public void Put(string to, string name, string subject, string text)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.OutgoingMails.Add(new OutgoingMail { To = to, ToName = name, Subject = subject, Text = text, WrittenAt = now, NextAttemptAt = now });
    }
}
