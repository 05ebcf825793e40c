using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.SignIn;

/// <summary>Sends a link to whoever has an account. Nobody learns from it whether there is one.</summary>
public sealed class LinkByMail(AppDb db, SignInLinks links, Outbox outbox, PublicAddress address)
{
    /// <summary>More usable links at once than anybody needs fill somebody else's mailbox.</summary>
    private const int MostAtOnce = 3;

    /// <returns>Whether the address belongs to an account.</returns>
    public async Task<bool> SendAsync(string? email, CancellationToken cancellation)
    {
        var clean = Person.CleanEmail(email);
        var account = await db.Users.Include(account => account.Person)
            .SingleOrDefaultAsync(account => account.Person!.Email == clean && clean != null, cancellation);
        if (account is null)
            return false;
        if (await links.CountUsableAsync(account, SignInLinkPurpose.SignIn, cancellation) >= MostAtOnce)
            return true;
        var person = account.Person!;
        var link = address.Of($"/sign-in/link/{links.Add(account, SignInLinkPurpose.SignIn)}");
        outbox.Put(person.Email!, person.FullName, "Your link to sign in to Guildhall", $"""
            Hello {person.GivenName},

            This link signs you in to Guildhall, once, within the next {SignInLinks.SignInLasts.TotalMinutes:0} minutes:

            {link}

            If you did not ask for it, you need do nothing. Nobody can sign in without this email.
            """);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
