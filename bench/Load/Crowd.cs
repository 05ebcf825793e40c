namespace Guildhall.Bench.Load;

/// <summary>Many choosers, who begin evenly spread over the time.</summary>
internal sealed class Crowd : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<Chooser> _choosers;
    private string _day = "";
    private int _errors;
    private int _finished;

    public Crowd(int people, Func<Uri> node) =>
        _choosers = [.. Node.Addresses(people).Select((address, number) => new Chooser(address, number, node, Latencies))];

    public Latencies Latencies { get; } = new();

    public int Errors => _errors;

    public int Finished => _finished;

    public int Acknowledged => _choosers.Count(chooser => chooser.Acknowledged.Count > 0);

    public async Task ChooseAsync(string day, int seconds, CancellationToken cancellation)
    {
        _day = day;
        // The last begin early enough to be done in time.
        var spread = TimeSpan.FromSeconds(seconds * 0.95);
        await Task.WhenAll(_choosers.Select(async (chooser, number) =>
        {
            await Task.Delay(spread * number / _choosers.Count, cancellation);
            await PersistAsync(chooser, cancellation);
        }));
    }

    /// <summary>Whoever meets an error tries again after a second, as people and the page's script do.</summary>
    private async Task PersistAsync(Chooser chooser, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                if (!chooser.HasSignedIn)
                    await chooser.SignInAsync(cancellation);
                await chooser.ChooseAsync(_day, cancellation);
                Interlocked.Increment(ref _finished);
                return;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                if (Interlocked.Increment(ref _errors) <= 3)
                    Console.Error.WriteLine($"    {fault.Message}");
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    /// <summary>Opens every person's page again and counts those whose last acknowledged list is not what it shows.</summary>
    public async Task<int> LostAsync(CancellationToken cancellation)
    {
        var lost = 0;
        foreach (var chooser in _choosers.Where(chooser => chooser.Acknowledged.Count > 0))
        {
            var acknowledged = chooser.Acknowledged;
            var shown = await chooser.ReadListAsync(_day, cancellation);
            if (chooser.HasLost || !shown.SequenceEqual(acknowledged, StringComparer.Ordinal))
                lost++;
        }
        return lost;
    }

    public void Dispose()
    {
        foreach (var chooser in _choosers)
            chooser.Dispose();
    }
}
