using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.SignIn.OpenIdConnect;

/// <summary>Finds whom the school's own sign-in has sent. Only people who are in Guildhall are let in; nobody is added.</summary>
public sealed class ProviderAccounts(AppDb db, AuditTrail audit)
{
    /// <summary>The longest key of a login that the tables hold.</summary>
    private const int KeyLength = 128;

    /// <summary>The account of this subject; at their first time, that of the person who has the verified address. Null for nobody.</summary>
    public async Task<Account?> FindAsync(string issuer, string subject, string? verifiedEmail, CancellationToken cancellation)
    {
        if (issuer.Length > KeyLength || subject.Length > KeyLength)
            return null;
        var known = await db.UserLogins.Where(login => login.LoginProvider == issuer && login.ProviderKey == subject)
            .Select(login => (Guid?)login.UserId).SingleOrDefaultAsync(cancellation);
        if (known is not null)
            return await db.Users.Include(account => account.Person).SingleAsync(account => account.Id == known, cancellation);
        return Person.CleanEmail(verifiedEmail) is { } email ? await ConnectAsync(issuer, subject, email, cancellation) : null;
    }

    private async Task<Account?> ConnectAsync(string issuer, string subject, string email, CancellationToken cancellation)
    {
        var person = await db.People.SingleOrDefaultAsync(person => person.Email == email, cancellation);
        if (person is null)
            return null;
        var account = await db.Users.SingleOrDefaultAsync(account => account.PersonId == person.Id, cancellation);
        if (account is null)
            db.Users.Add(account = Account.Of(person));
        // The address belongs to somebody else at the provider by now: not necessarily the person whom Guildhall knows by it.
        else if (await db.UserLogins.AnyAsync(login => login.UserId == account.Id && login.LoginProvider == issuer, cancellation))
            return null;
        account.Person = person;
        db.UserLogins.Add(new IdentityUserLogin<Guid> { LoginProvider = issuer, ProviderKey = subject, UserId = account.Id });
        audit.Record("was connected with the school's own sign-in", new AuditSubject("person", person.Id, person.FullName), organisation: null, person.Id);
        await db.SaveChangesAsync(cancellation);
        return account;
    }
}
