using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Guildhall.Web.Tests.Features.TrainingDays.Lifecycle;

public sealed class ReachedDeadlineTests
{
    [Theory, BothEngines]
    public async Task The_clock_closes_choosing_and_the_call_and_begins_the_day(Engine engine)
    {
        await using var app = await App.StartAsync(engine);
        // Five in the afternoon on the day on which the clocks go forward is four in UTC.
        UkTime.TryToUtc(new DateTime(2027, 3, 28, 17, 0, 0), out var deadline).ShouldBeTrue();
        deadline.Hour.ShouldBe(16);
        var choosing = await app.World.Day(stage: DayStage.Choosing);
        var call = await app.World.Day(stage: DayStage.Call);
        var later = await app.World.Day(stage: DayStage.Choosing);
        var published = await app.World.Day(stage: DayStage.Published);
        await app.Db(async db =>
        {
            await db.TrainingDays.Where(day => day.Id != published.Id)
                .ExecuteUpdateAsync(change => change.SetProperty(day => day.ChooseUntil, deadline).SetProperty(day => day.Date, new DateOnly(2027, 4, 30)));
            await db.TrainingDays.Where(day => day.Id == call.Id).ExecuteUpdateAsync(change => change.SetProperty(day => day.OfferUntil, deadline));
            await db.TrainingDays.Where(day => day.Id == later.Id).ExecuteUpdateAsync(change => change.SetProperty(day => day.ChooseUntil, deadline.AddHours(1)));
            return await db.TrainingDays.Where(day => day.Id == published.Id).ExecuteUpdateAsync(change => change.SetProperty(day => day.Date, new DateOnly(2027, 3, 29)));
        });

        app.Clock.SetForAll(deadline.AddSeconds(-1));
        await LookAsync(app);
        await Task.Delay(TimeSpan.FromSeconds(1));
        (await StageAsync(app, choosing)).ShouldBe(DayStage.Choosing);
        (await StageAsync(app, call)).ShouldBe(DayStage.Call);

        app.Clock.SetForAll(deadline);
        await LookAsync(app);
        await App.Eventually(() => StageAsync(app, choosing), stage => stage == DayStage.Allocating);
        await App.Eventually(() => StageAsync(app, call), stage => stage == DayStage.Review);
        (await StageAsync(app, later)).ShouldBe(DayStage.Choosing);
        (await StageAsync(app, published)).ShouldBe(DayStage.Published);
        (await app.Db(db => db.AuditEntries.Where(entry => entry.SubjectId == choosing.Id).Select(entry => entry.Deed).ToListAsync()))
            .ShouldBe(["closed choosing, as its deadline had come"]);

        // Midnight in summer time is eleven in the evening in UTC.
        app.Clock.SetForAll(new DateTime(2027, 3, 28, 23, 0, 0, DateTimeKind.Utc));
        await LookAsync(app);
        await App.Eventually(() => StageAsync(app, published), stage => stage == DayStage.OnTheDay);
    }

    private static async Task LookAsync(App app)
    {
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.TriggerJob(new JobKey("reach the deadlines of training days"));
    }

    private static Task<DayStage> StageAsync(App app, TrainingDay day) =>
        app.Db(db => db.TrainingDays.Where(row => row.Id == day.Id).Select(row => row.Stage).SingleAsync());
}
