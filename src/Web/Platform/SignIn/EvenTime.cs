namespace Guildhall.Web.Platform.SignIn;

/// <summary>Answers no sooner than half a second after the beginning, so that how long it took says nothing about what was found.</summary>
internal sealed class EvenTime
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(500);
    private readonly long _begin = TimeProvider.System.GetTimestamp();

    // The machine's own clock: a test that stops the time of the program must not wait for ever.
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var rest = AtLeast - TimeProvider.System.GetElapsedTime(_begin);
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, TimeProvider.System, cancellation);
    }
}
