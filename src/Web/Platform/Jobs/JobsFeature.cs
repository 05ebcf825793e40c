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
        builder.Services.AddHostedService<UnfinishedJobs>();
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
