using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Quartz;

namespace Guildhall.Web.Platform.Jobs;

/// <summary>Where work is handed in.</summary>
public sealed class JobDesk(AppDb db, CurrentViewer current, ISchedulerFactory schedulers, TimeProvider clock)
{
    /// <summary>
    /// Saves all that is about to be saved, with a new job among it, and has the job begun. Should the process die between the two,
    /// <see cref="UnfinishedJobs"/> hands it in.
    /// </summary>
    public async Task<JobRun> StartAsync(string kind, Guid subject, string title, string returnPath, CancellationToken cancellation)
    {
        var run = new JobRun
        {
            Kind = kind,
            SubjectId = subject,
            Title = title,
            ReturnPath = returnPath,
            StartedBy = current.Viewer.IsSignedIn ? current.Viewer.PersonId : null,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancellation);
        await HandInAsync(await schedulers.GetScheduler(cancellation), run.Id);
        return run;
    }

    internal static async Task HandInAsync(IScheduler scheduler, Guid run)
    {
        var key = new JobKey(run.ToString("N"), "durable");
        if (await scheduler.Exists(key))
            return;
        var job = JobBuilder.Create<RunDurableJob>()
            .WithIdentity(key)
            .UsingJobData(RunDurableJob.RunKey, run.ToString())
            .RequestRecovery()
            .Build();
        try
        {
            await scheduler.ScheduleJob(job, TriggerBuilder.Create().StartNow().Build());
        }
        catch (JobPersistenceException)
        {
            // UnfinishedJobs hands in what waits, perhaps at the very moment in which the page does.
            if (!await scheduler.Exists(key))
                throw;
        }
    }
}
