namespace Guildhall.Web.Tests.Support;

/// <summary>
/// A clock that stands still until it is set. Setting it counts for the test that does so and for the pages that it asks for, not for
/// other tests that share the application, nor for its jobs; <see cref="SetForAll"/> counts for everything.
/// </summary>
public sealed class FakeClock : TimeProvider
{
    /// <summary>A Monday morning in winter, when UK time is UTC.</summary>
    public static readonly DateTime Start = new(2027, 1, 11, 9, 0, 0, DateTimeKind.Utc);

    private readonly AsyncLocal<DateTime?> _own = new();
    private long _common = Start.Ticks;

    public DateTime Now => _own.Value ?? new DateTime(Interlocked.Read(ref _common), DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now);

    /// <summary>Sets it for this test.</summary>
    public void Set(DateTime now) => _own.Value = now;

    public void Advance(TimeSpan time) => Set(Now + time);

    /// <summary>Sets it for everything in an application of the test's own.</summary>
    public void SetForAll(DateTime now) => Interlocked.Exchange(ref _common, now.Ticks);
}
