using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Platform.SignIn;

/// <summary>
/// Slows down whoever guesses. Only wrong tries count, because a whole school signs in from one network address within a minute. Each node
/// counts for itself: what must not be got round, the lock on an account, is in the database.
/// </summary>
public sealed class WrongTries : IDisposable
{
    /// <summary>Wrong tries that one network address has at once; 850 people, half of whom mistype, stay below.</summary>
    public const int MostFromOnePlace = 500;

    /// <summary>Wrong tries at one mail address, whether or not it belongs to anybody.</summary>
    public const int MostAtOneAddress = 30;

    private const int BackEachMinuteFromOnePlace = 20;
    private const int BackEachMinuteAtOneAddress = 1;

    private readonly PartitionedRateLimiter<string> _places = Limiter(MostFromOnePlace, BackEachMinuteFromOnePlace);
    private readonly PartitionedRateLimiter<string> _addresses = Limiter(MostAtOneAddress, BackEachMinuteAtOneAddress);

    /// <summary>Whether another try is to be looked at.</summary>
    public bool MayTry(HttpContext context, string? email) =>
        IsLeft(_places, Place(context)) && (Person.CleanEmail(email) is not { } address || IsLeft(_addresses, address));

    public void Count(HttpContext context, string? email)
    {
        Take(_places, Place(context));
        if (Person.CleanEmail(email) is { } address)
            Take(_addresses, address);
    }

    public void Dispose()
    {
        _places.Dispose();
        _addresses.Dispose();
    }

    // Not a lease of none, which is granted as soon as a part of a try has come back.
    private static bool IsLeft(PartitionedRateLimiter<string> limiter, string key) => limiter.GetStatistics(key) is not { CurrentAvailablePermits: < 1 };

    private static void Take(PartitionedRateLimiter<string> limiter, string key) => limiter.AttemptAcquire(key).Dispose();

    /// <summary>With IPv6 a household has as many addresses as it likes; what it cannot choose are the first 64 bits.</summary>
    private static string Place(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPAddress([.. address.GetAddressBytes().Take(8), 0, 0, 0, 0, 0, 0, 0, 0]).ToString(),
        var address => address.ToString(),
    };

    private static PartitionedRateLimiter<string> Limiter(int most, int backEachMinute) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = most,
            TokensPerPeriod = backEachMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }), StringComparer.Ordinal);
}
