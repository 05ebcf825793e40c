using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Guildhall.Web.Platform.Jobs;

public static class JobsFeature
{
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var place = DatabasePlace.From(builder.Configuration);
        builder.Services.AddScoped<JobDesk>();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = "AUTO");
            quartz.UseDefaultThreadPool(maxConcurrency: 4);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseSystemTextJsonSerializer();
                if (place.IsPostgres)
                {
                    store.UsePostgres(place.ConnectionString);
                    store.UseClustering(cluster => cluster.CheckinInterval = CheckIn);
                }
                else
                {
                    store.UseSqlite(place.ConnectionString);
                }
            });
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = false);
        builder.Services.AddHostedService<WaitingJobs>();
    }

    /// <summary>Registers a kind of work.</summary>
    public static void AddDurableJob<TJob>(this IServiceCollection services, string kind)
        where TJob : DurableJob => services.AddKeyedScoped<DurableJob, TJob>(kind);

    /// <summary>Registers something that happens again and again, on one node at a time.</summary>
    public static void AddRecurringJob<TJob>(this IServiceCollection services, string name, TimeSpan howOften)
        where TJob : class, IJob =>
        services.AddQuartz(quartz => quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(name).WithSimpleSchedule(schedule => schedule.WithInterval(howOften).RepeatForever()),
            job => job.WithIdentity(name)));
}

/// <summary>Hands in the work that was saved but, because a process died, never handed in.</summary>
internal sealed class WaitingJobs(IServiceScopeFactory scopes, ISchedulerFactory schedulers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var waiting = await db.JobRuns.Where(run => run.State == JobState.Waiting).Select(run => run.Id).ToListAsync(stoppingToken);
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        foreach (var run in waiting)
            await JobDesk.HandInAsync(scheduler, run);
    }
}
