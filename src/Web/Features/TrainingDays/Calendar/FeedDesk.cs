using System.Security.Cryptography;
using System.Text;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Calendar;

/// <summary>
/// Secret addresses of calendars. The database alone does not betray one: it holds a hash to find it by, and the secret itself only
/// encrypted by keys that are not in this table.
/// </summary>
public sealed class FeedDesk(AppDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int SecretBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("CalendarFeed");

    /// <summary>Somebody's secret; null if they have none, or if the keys by which it could be read are lost.</summary>
    public async Task<string?> SecretOfAsync(Guid personId, CancellationToken cancellation)
    {
        var kept = await db.CalendarFeeds.AsNoTracking()
            .Where(feed => feed.PersonId == personId).Select(feed => feed.ProtectedSecret).SingleOrDefaultAsync(cancellation);
        try
        {
            return kept is null ? null : _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Gives somebody a new secret; an old one stops. To be saved by the caller.</summary>
    public async Task RenewAsync(Guid personId, CancellationToken cancellation)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        var feed = await db.CalendarFeeds.SingleOrDefaultAsync(feed => feed.PersonId == personId, cancellation);
        if (feed is null)
        {
            feed = new CalendarFeed { PersonId = personId, SecretHash = "", ProtectedSecret = "" };
            db.CalendarFeeds.Add(feed);
        }
        feed.SecretHash = Hash(secret);
        feed.ProtectedSecret = _protector.Protect(secret);
        feed.RenewedAt = clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>Whose secret it is; null for nobody's, and for that of somebody who has left.</summary>
    public async Task<FeedOwner?> OwnerAsync(string secret, CancellationToken cancellation)
    {
        var hash = Hash(secret);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await db.CalendarFeeds.AsNoTracking()
            .Where(feed => feed.SecretHash == hash && (feed.Person!.LeftOn == null || feed.Person.LeftOn >= today))
            .Select(feed => new FeedOwner(feed.PersonId))
            .SingleOrDefaultAsync(cancellation);
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>Whose calendar a secret address is.</summary>
public sealed record FeedOwner(Guid PersonId);
