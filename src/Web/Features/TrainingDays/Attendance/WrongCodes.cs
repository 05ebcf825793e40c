using System.Threading.RateLimiting;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>
/// Slows down whoever guesses codes. Only wrong ones count, and for each person alone, because a whole hall has one network address. With
/// five million codes, nobody who gets one try a minute finds the one of the room that they are not in.
/// </summary>
public sealed class WrongCodes : IDisposable
{
    public const int AtOnce = 10;

    private readonly PartitionedRateLimiter<Guid> _people = PartitionedRateLimiter.Create<Guid, Guid>(
        person => RateLimitPartition.GetTokenBucketLimiter(person, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = AtOnce,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    public bool MayTry(Guid person) => _people.GetStatistics(person) is not { CurrentAvailablePermits: < 1 };

    public void Count(Guid person) => _people.AttemptAcquire(person).Dispose();

    public void Dispose() => _people.Dispose();
}
