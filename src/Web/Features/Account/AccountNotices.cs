using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Mail;
using Guildhall.Web.Platform.SignIn;

namespace Guildhall.Web.Features.OwnAccount;

/// <summary>What changes how an account is entered is written down, and told to its owner in case it was somebody else.</summary>
internal static class AccountNotices
{
    public static void Record(AuditTrail audit, Account account, string deed)
    {
        var person = account.Person!;
        audit.Record(deed, new AuditSubject("person", person.Id, person.FullName), organisation: null, person.Id);
    }

    public static void Tell(AuditTrail audit, Outbox outbox, Account account, string deed, string sentence)
    {
        Record(audit, account, deed);
        var person = account.Person!;
        if (person.Email is null)
            return;
        outbox.Put(person.Email, person.FullName, sentence.TrimEnd('.'), $"""
            Hello {person.GivenName},

            {sentence}

            If that was you, you need do nothing. If it was not, open Guildhall, have a sign-in link sent to you, set a new passphrase on your
            account page, and remove the passkeys that you do not know. That also signs out whoever it was.
            """);
    }
}
