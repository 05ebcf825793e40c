using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Guildhall.Web.Platform.Jobs;

/// <summary>
/// Looks now and then for work that the scheduler does not know of although it is not over, and hands it in: a process died after the
/// work was saved and before it was handed in, or was stopped in the middle of it.
/// </summary>
internal sealed partial class UnfinishedJobs(
    IServiceScopeFactory scopes, ISchedulerFactory schedulers, TimeProvider clock, ILogger<UnfinishedJobs> log) : BackgroundService
{
    private static readonly TimeSpan HowOften = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(HowOften, clock);
        do
        {
            try
            {
                await HandInAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a moment; the next look finds the same work.
                LogFailed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task HandInAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var unfinished = await db.JobRuns.Where(run => run.State == JobState.Waiting || run.State == JobState.Running)
            .Select(run => run.Id).ToListAsync(cancellation);
        var scheduler = await schedulers.GetScheduler(cancellation);
        foreach (var run in unfinished)
            await JobDesk.HandInAsync(scheduler, run);
    }

    [LoggerMessage(LogLevel.Warning, "Unfinished work could not be looked for.")]
    private partial void LogFailed(Exception fault);
}
