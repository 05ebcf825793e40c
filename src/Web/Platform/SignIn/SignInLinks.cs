using System.Buffers.Text;
using System.Security.Cryptography;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.SignIn;

/// <summary>Makes, finds and uses the links that sign somebody in once.</summary>
public sealed class SignInLinks(AppDb db, TimeProvider clock)
{
    public static readonly TimeSpan SignInLasts = TimeSpan.FromMinutes(20);
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);
    private const int SecretBytes = 32;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds a link to what is about to be saved.</summary>
    /// <returns>Its secret, which is kept nowhere: the end of the address in the mail.</returns>
    public string Add(Account account, SignInLinkPurpose purpose)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.SignInLinks.Add(new SignInLink
        {
            AccountId = account.Id,
            Purpose = purpose,
            SecretHash = Hash(secret),
            ExpiresAt = Now + (purpose == SignInLinkPurpose.Invitation ? InvitationLasts : SignInLasts),
        });
        return secret;
    }

    /// <summary>How many links of a kind an account has that could be used now.</summary>
    public Task<int> CountUsableAsync(Account account, SignInLinkPurpose purpose, CancellationToken cancellation)
    {
        var now = Now;
        return db.SignInLinks.CountAsync(
            link => link.AccountId == account.Id && link.Purpose == purpose && link.UsedAt == null && link.ExpiresAt > now, cancellation);
    }

    /// <summary>Makes all earlier links of a kind stop, once what is about to be saved is saved.</summary>
    public async Task StopAsync(Account account, SignInLinkPurpose purpose, CancellationToken cancellation) =>
        db.SignInLinks.RemoveRange(await db.SignInLinks
            .Where(link => link.AccountId == account.Id && link.Purpose == purpose && link.UsedAt == null).ToListAsync(cancellation));

    /// <summary>The link with its account and person; null when it is unknown, used or too old.</summary>
    public async Task<SignInLink?> FindAsync(string? secret, SignInLinkPurpose purpose, CancellationToken cancellation)
    {
        var hash = Hash(secret ?? "");
        var now = Now;
        return await db.SignInLinks.Include(link => link.Account).ThenInclude(account => account!.Person).SingleOrDefaultAsync(
            link => link.SecretHash == hash && link.Purpose == purpose && link.UsedAt == null && link.ExpiresAt > now, cancellation);
    }

    /// <summary>Uses the link and saves all that is about to be saved. Of two who do so at once, on whatever node, one gets false and nothing of theirs is saved.</summary>
    public async Task<bool> UseAsync(SignInLink link, CancellationToken cancellation)
    {
        link.UsedAt = Now;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
