using Guildhall.Web.Platform.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Platform.Jobs;

public sealed class JobTests
{
    [Theory, BothEngines]
    public async Task A_job_runs_and_says_how_it_ended(Engine engine)
    {
        await using var app = await StartAsync(engine, (_, _, _) => Task.FromResult("Counted to three."));
        var ended = await app.JobEnded(await HandInAsync(app));
        ended.State.ShouldBe(JobState.Done);
        ended.Words.ShouldBe("Counted to three.");
        ended.Percent.ShouldBe(100);
        ended.Attempts.ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task A_job_that_cannot_be_done_says_why(Engine engine)
    {
        await using var app = await StartAsync(engine, (_, _, _) => throw new JobFailedException("There is nobody to count."));
        var ended = await app.JobEnded(await HandInAsync(app));
        ended.State.ShouldBe(JobState.Failed);
        ended.Words.ShouldBe("There is nobody to count.");
    }

    [Theory, BothEngines]
    public async Task A_fault_is_not_shown_but_its_reference_leads_to_it_in_the_log(Engine engine)
    {
        await using var app = await StartAsync(engine, (_, _, _) => throw new InvalidOperationException("a detail of the program"));
        var ended = await app.JobEnded(await HandInAsync(app));
        ended.State.ShouldBe(JobState.Failed);
        ended.Words.ShouldNotContain("a detail");
        ended.Words.ShouldContain($"{ended.Id:N}");
        app.Warnings.ShouldContain(line => line.Contains("a detail") && line.Contains(ended.Id.ToString()));
    }

    [Theory, BothEngines]
    public async Task It_tells_how_far_it_is_and_stops_when_asked(Engine engine)
    {
        await using var app = await StartAsync(engine, async (_, progress, cancellation) =>
        {
            progress.Report(40, "Counting to two");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return "";
        });
        var run = await HandInAsync(app);
        var running = await App.Eventually(() => ReadAsync(app, run), row => row.Percent == 40);
        running.State.ShouldBe(JobState.Running);
        running.Words.ShouldBe("Counting to two");
        await app.Db(db => db.JobRuns.Where(row => row.Id == run.Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.CancelAsked, true)));
        var ended = await app.JobEnded(run);
        ended.State.ShouldBe(JobState.Cancelled);
        ended.Words.ShouldBe("Cancelled. Nothing was changed.");
    }

    [Theory, BothEngines]
    public async Task A_process_that_is_stopped_in_the_middle_leaves_the_job_to_the_next(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var begun = new TaskCompletionSource();
        JobRun run;
        await using (var first = await StartAsync(database, async (_, _, cancellation) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return "";
        }))
        {
            run = await HandInAsync(first);
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        await using var second = await StartAsync(database, (_, _, _) => Task.FromResult("The next one did it."));
        var ended = await second.JobEnded(run);
        ended.Words.ShouldBe("The next one did it.");
        ended.Attempts.ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task A_job_that_was_saved_but_never_handed_in_is_handed_in(Engine engine)
    {
        await using var app = await StartAsync(engine, (_, _, _) => Task.FromResult("Found."));
        var run = await app.World.Add(new JobRun { Kind = "test", Title = "A test", ReturnPath = "/", CreatedAt = app.Clock.Now });
        (await app.JobEnded(run)).Words.ShouldBe("Found.");
    }

    [Theory, BothEngines]
    public async Task A_job_that_keeps_ending_the_process_is_given_up(Engine engine)
    {
        await using var app = await StartAsync(engine, (_, _, _) => Task.FromResult("Done after all."));
        var run = await app.World.Add(new JobRun
        {
            Kind = "test",
            Title = "A test",
            ReturnPath = "/",
            CreatedAt = app.Clock.Now,
            State = JobState.Running,
            Attempts = 3,
        });
        var ended = await app.JobEnded(run);
        ended.State.ShouldBe(JobState.Failed);
        ended.Words.ShouldStartWith("The program stopped 3 times");
    }

    private static Task<App> StartAsync(Engine engine, Work work) => App.StartAsync(engine, host => Use(host, work));

    private static Task<App> StartAsync(TestDatabase database, Work work) => App.StartAsync(database, host => Use(host, work));

    private static void Use(IWebHostBuilder host, Work work) => host.ConfigureTestServices(services => services.AddKeyedScoped<DurableJob>("test", (_, _) => new Job(work)));

    private static async Task<JobRun> HandInAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JobDesk>().StartAsync("test", Guid.NewGuid(), "A test", "/", CancellationToken.None);
    }

    private static Task<JobRun> ReadAsync(App app, JobRun run) => app.Db(db => db.JobRuns.AsNoTracking().SingleAsync(row => row.Id == run.Id));

    private delegate Task<string> Work(JobRun run, JobProgress progress, CancellationToken cancellation);

    private sealed class Job(Work work) : DurableJob
    {
        public override Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation) => work(run, progress, cancellation);
    }
}
