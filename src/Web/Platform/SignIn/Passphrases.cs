using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.SignIn;

/// <summary>Sets passphrases and looks whether one fits.</summary>
public sealed class Passphrases(AppDb db, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public const int MostWrongTries = 10;
    public static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(15);

    /// <summary>Looked at where there is nothing to look at, so that it takes as long.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), "nobody's own passphrase"));

    /// <summary>The account with its person whose address and passphrase these are; null for a wrong one, a locked one, or none.</summary>
    public async Task<Account?> FindAsync(string? email, string? passphrase, CancellationToken cancellation)
    {
        var clean = Person.CleanEmail(email);
        var account = await db.Users.Include(account => account.Person)
            .SingleOrDefaultAsync(account => account.Person!.Email == clean && clean != null, cancellation);
        return await FitsAsync(account, passphrase, cancellation) ? account : null;
    }

    /// <summary>
    /// Whether it fits. The tenth wrong try in a row locks the account for a while. A try is counted before it is looked at, in one statement,
    /// so that a hundred at once are not ten.
    /// </summary>
    public async Task<bool> FitsAsync(Account? account, string? passphrase, CancellationToken cancellation)
    {
        var mayTry = account?.PasswordHash is not null && await CountTryAsync(account, cancellation);
        var fits = hasher.VerifyHashedPassword(account ?? new Account(), mayTry ? account!.PasswordHash! : NobodysHash.Value, passphrase ?? "")
            is not PasswordVerificationResult.Failed;
        if (!mayTry)
            return false;
        if (fits)
            await db.Users.Where(row => row.Id == account!.Id).ExecuteUpdateAsync(
                row => row.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null), cancellation);
        return fits;
    }

    /// <summary>Takes effect when the account is saved, and ends all sessions of before.</summary>
    public void Set(Account account, string passphrase)
    {
        account.PasswordHash = hasher.HashPassword(account, passphrase);
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        account.EndSessions();
    }

    private async Task<bool> CountTryAsync(Account account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (account.LockoutEnd > now)
            return false;
        var rows = db.Users.Where(row => row.Id == account.Id);
        if (account.LockoutEnd is { } passed)
            await rows.Where(row => row.LockoutEnd == passed).ExecuteUpdateAsync(
                row => row.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null), cancellation);
        await rows.ExecuteUpdateAsync(row => row.SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1), cancellation);
        var tries = await rows.Select(row => row.AccessFailedCount).SingleAsync(cancellation);
        if (tries >= MostWrongTries)
            await rows.ExecuteUpdateAsync(row => row.SetProperty(row => row.LockoutEnd, now + LockLasts), cancellation);
        return tries <= MostWrongTries;
    }
}
