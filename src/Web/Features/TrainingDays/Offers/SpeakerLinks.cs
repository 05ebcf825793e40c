using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>
/// The links by which speakers from outside reach their offer without an account. Only a digest of the secret is kept. The link puts the
/// secret into a cookie, so that it stands in no address of the pages that follow.
/// </summary>
public sealed class SpeakerLinks(AppDb db, PublicAddress address)
{
    public const string CookiePath = "/training-days/offers";
    private const int SecretBytes = 32;

    /// <summary>The name of the cookie that lets into an offer.</summary>
    public static string Cookie(Guid offer) => $"guildhall-offer-{offer:N}";

    public static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Gives a speaker a new link; an older one stops. To be saved by the caller.</summary>
    /// <returns>The whole address, which is kept nowhere.</returns>
    public string Renew(OfferPresenter speaker)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        speaker.LinkDigest = Digest(secret);
        return address.Of($"{CookiePath}/link/{secret}");
    }

    /// <summary>The offer to which a link leads; null for none.</summary>
    public async Task<Guid?> FindAsync(string secret, CancellationToken cancellation)
    {
        var digest = Digest(secret);
        return await db.OfferPresenters.Where(speaker => speaker.LinkDigest == digest)
            .Select(speaker => (Guid?)speaker.OfferId).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>What the browser keeps until it is closed.</summary>
    public CookieOptions CookieOptions(bool isHttps) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        // Behind something that ends https, the request itself does not tell.
        Secure = isHttps || address.Of("").StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        Path = CookiePath,
    };
}
