using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Platform.Mail;

/// <summary>Where mails are put. They leave once what is being saved with them is saved.</summary>
public sealed class Outbox(AppDb db, TimeProvider clock)
{
    public void Put(string to, string name, string subject, string text)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.OutgoingMails.Add(new OutgoingMail
        {
            To = to,
            ToName = OneLine(name),
            Subject = OneLine(subject),
            Text = text,
            WrittenAt = now,
            NextAttemptAt = now,
        });
    }

    /// <summary>Names that people typed stand in a mail's head, where a new line would begin a header of their own.</summary>
    private static string OneLine(string words)
    {
        var line = string.Concat(words.Select(letter => char.IsControl(letter) ? ' ' : letter));
        if (line.Length <= OutgoingMail.SubjectLength)
            return line;
        var end = OutgoingMail.SubjectLength - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }
}
