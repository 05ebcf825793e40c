using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.SignIn;

public enum InvitationOutcome
{
    Invited,

    /// <summary>There is no address to write to.</summary>
    HasNoEmail,

    /// <summary>They have signed in already and have a passphrase, a passkey or the school's own sign-in.</summary>
    SignsInAlready,
}

/// <summary>Invites people to Guildhall by mail. Whoever may edit the people of an organisation may do so for it.</summary>
public sealed class Invitations(AppDb db, SignInLinks links, Outbox outbox, AuditTrail audit, PublicAddress address)
{
    /// <summary>
    /// Adds an account (at the first invitation), a link and its mail to what is about to be saved. An older invitation of the same person
    /// stops. The caller saves.
    /// </summary>
    /// <param name="person">Who is invited.</param>
    /// <param name="organisation">On whose behalf; the mail names it and its administrators can read of it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<InvitationOutcome> InviteAsync(Person person, Organisation organisation, CancellationToken cancellation)
    {
        if (person.Email is null)
            return InvitationOutcome.HasNoEmail;
        var account = await db.Users.SingleOrDefaultAsync(account => account.PersonId == person.Id, cancellation);
        if (account is null)
            db.Users.Add(account = Account.Of(person));
        else if (await SignsInAsync(account, cancellation))
            return InvitationOutcome.SignsInAlready;
        await links.StopAsync(account, SignInLinkPurpose.Invitation, cancellation);
        var link = address.Of($"/invitation/{links.Add(account, SignInLinkPurpose.Invitation)}");
        outbox.Put(person.Email, person.FullName, $"{organisation.Name} invites you to Guildhall", $"""
            Hello {person.GivenName},

            {organisation.Name} uses Guildhall for professional development: it is where you choose workshops and see your training day.

            This link opens your account. It works once, within the next {SignInLinks.InvitationLasts.TotalDays:0} days:

            {link}

            If it is too old by then, ask whoever runs training at {organisation.Name} to send you another.
            """);
        audit.Record("invited this person to Guildhall", new AuditSubject("person", person.Id, person.FullName), organisation.Id, person.Id);
        return InvitationOutcome.Invited;
    }

    private async Task<bool> SignsInAsync(Account account, CancellationToken cancellation) =>
        account.IsDemo
        || account.PasswordHash is not null
        || await db.UserLogins.AnyAsync(login => login.UserId == account.Id, cancellation)
        || await db.UserPasskeys.AnyAsync(passkey => passkey.UserId == account.Id, cancellation);
}
