using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.Jobs;

/// <summary>Tells the database how far a job is, at most a few times a second, and hears from it whether somebody wants it to stop.</summary>
public sealed class JobProgress(Guid run, IServiceScopeFactory scopes)
{
    private readonly Lock _gate = new();
    private (int Percent, string Words) _latest;
    private (int Percent, string Words) _written;

    /// <summary>Notes how far the job is; cheap, from any thread.</summary>
    public void Report(int percent, string words)
    {
        lock (_gate)
            _latest = (Math.Clamp(percent, 0, 100), words.Length > JobRun.WordsLength ? words[..JobRun.WordsLength] : words);
    }

    /// <summary>Writes the latest news and asks whether to stop.</summary>
    /// <returns>Whether somebody has asked to cancel the job.</returns>
    internal async Task<bool> ExchangeAsync(CancellationToken cancellation)
    {
        (int Percent, string Words) news;
        lock (_gate)
            news = _latest;
        await using var scope = scopes.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<AppDb>().JobRuns.Where(row => row.Id == run);
        if (news != _written)
        {
            await runs.ExecuteUpdateAsync(
                row => row.SetProperty(r => r.Percent, news.Percent).SetProperty(r => r.Words, news.Words), cancellation);
            _written = news;
        }
        return await runs.Select(row => row.CancelAsked).SingleAsync(cancellation);
    }
}
