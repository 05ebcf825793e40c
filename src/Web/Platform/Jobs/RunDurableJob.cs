using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Guildhall.Web.Platform.Jobs;

/// <summary>What the scheduler runs: finds the row, runs the job that it names, and writes down how it ended.</summary>
internal sealed partial class RunDurableJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunDurableJob> log) : IJob
{
    public const string RunKey = "run";
    private const int MostAttempts = 3;
    private static readonly TimeSpan ExchangeEvery = TimeSpan.FromMilliseconds(400);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = Guid.Parse(context.MergedJobDataMap.GetString(RunKey)!);
        if (await BeginAsync(id, cancellationToken) is not { } run)
            return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new JobProgress(id, scopes);
        var watch = WatchAsync(progress, stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var job = scope.ServiceProvider.GetRequiredKeyedService<DurableJob>(run.Kind);
            var words = await job.RunAsync(run, progress, stop.Token);
            await EndAsync(id, JobState.Done, words);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process is stopping. The scheduler's store knows that the job was running and begins it again.
            throw;
        }
        catch (OperationCanceledException)
        {
            await EndAsync(id, JobState.Cancelled, "Cancelled. Nothing was changed.");
        }
        catch (JobFailedException fault)
        {
            await EndAsync(id, JobState.Failed, fault.Message);
        }
        catch (Exception fault)
        {
            LogFailed(run.Kind, id, fault);
            await EndAsync(id, JobState.Failed, $"Something went wrong. Nothing was changed. Reference: {id:N}");
        }
        finally
        {
            await stop.CancelAsync();
            await watch;
        }
    }

    /// <summary>Notes that the job begins; null when there is nothing to do.</summary>
    private async Task<JobRun?> BeginAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var run = await db.JobRuns.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (run is null || run.IsOver)
            return null;
        if (run.Attempts >= MostAttempts)
        {
            await EndAsync(id, JobState.Failed, $"The program stopped {MostAttempts} times in the middle of this. Nothing was changed.");
            return null;
        }
        run.Attempts++;
        run.State = JobState.Running;
        run.StartedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
        return run;
    }

    private async Task WatchAsync(JobProgress progress, CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(ExchangeEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                if (await progress.ExchangeAsync(stop.Token))
                    await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The job is over.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogWatchFailed(fault);
        }
    }

    private async Task EndAsync(Guid id, JobState state, string words)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var run = await db.JobRuns.SingleAsync(row => row.Id == id);
        run.State = state;
        run.Words = words.Length > JobRun.WordsLength ? words[..JobRun.WordsLength] : words;
        run.Percent = state == JobState.Done ? 100 : run.Percent;
        run.EndedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync();
    }

    [LoggerMessage(LogLevel.Error, "Job {Kind} {Run} failed.")]
    private partial void LogFailed(string kind, Guid run, Exception fault);

    [LoggerMessage(LogLevel.Warning, "The progress of a job could not be written.")]
    private partial void LogWatchFailed(Exception fault);
}
