using Guildhall.Web.Platform.Jobs;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Platform.Jobs;

public sealed class JobTests
{
    [Theory, BothEngines]
    public async Task A_job_runs_and_says_how_it_ended(Engine engine)
    {
        await using var app = await StartAsync<CountToThree>(engine);
        var run = await HandInAsync(app);
        var ended = await app.JobEnded(run);
        ended.State.ShouldBe(JobState.Done);
        ended.Words.ShouldBe("Counted to three.");
        ended.Percent.ShouldBe(100);
        ended.Attempts.ShouldBe(1);
    }

    private static Task<App> StartAsync<TJob>(Engine engine)
        where TJob : DurableJob => App.StartAsync(engine, host => host.ConfigureTestServices(services => services.AddDurableJob<TJob>("test")));

    private static async Task<JobRun> HandInAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JobDesk>().StartAsync("test", Guid.NewGuid(), "A test", "/", CancellationToken.None);
    }

    private sealed class CountToThree : DurableJob
    {
        public override Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation) => Task.FromResult("Counted to three.");
    }
}
