namespace Guildhall.Bench.Load;

/// <summary>The demo's PD lead, who has places worked out.</summary>
internal sealed class Organiser : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly Visitor _visitor = new();

    public Task<string> SignInAsync(Uri node, CancellationToken cancellation) => _visitor.SignInAsync(node, "Trust PD lead", cancellation);

    /// <summary>Starts a run of the allocation.</summary>
    /// <returns>The page that follows it.</returns>
    public async Task<string> StartRunAsync(Uri node, string day, CancellationToken cancellation)
    {
        var page = await _visitor.GetAsync(node, $"/training-days/allocations/{day}", cancellation);
        var (followed, _) = await _visitor.PostAsync(node, $"/training-days/allocations/{day}", page, [new("Input.Seed", "1")], cancellation);
        return followed.AbsolutePath;
    }

    /// <summary>Waits until the run's page says that the work goes on, or that it is over.</summary>
    /// <returns>Whether it is over.</returns>
    public async Task<bool> WaitAsync(Uri node, string followed, bool untilItIsOver, CancellationToken cancellation)
    {
        while (true)
        {
            var page = await _visitor.GetAsync(node, followed, cancellation);
            if (page.Contains("See the result", StringComparison.Ordinal))
                return true;
            if (page.Contains("Go back", StringComparison.Ordinal))
                throw new InvalidOperationException("The run failed.");
            if (!untilItIsOver && !page.Contains("Waiting for its turn", StringComparison.Ordinal))
                return false;
            await Task.Delay(Between, cancellation);
        }
    }

    public void Dispose() => _visitor.Dispose();
}
