using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Guildhall.Web.Features.TrainingDays.Lifecycle;

/// <summary>
/// Takes the steps that the clock takes: a call or choosing whose deadline has come is closed, and the morning of a day begins it. No
/// visitor has to come by for that.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class ReachDeadlines(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReachDeadlines> log) : IJob
{
    public static readonly TimeSpan HowOften = TimeSpan.FromSeconds(20);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var day in await Due(scope).Select(day => day.Id).ToListAsync(cancellationToken))
            await ReachAsync(day, cancellationToken);
    }

    private IQueryable<TrainingDay> Due(AsyncServiceScope scope)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = UkTime.Today(clock);
        return scope.ServiceProvider.GetRequiredService<AppDb>().TrainingDays
            .Where(day => (day.Stage == DayStage.Call && day.OfferUntil <= now)
                || (day.Stage == DayStage.Choosing && day.ChooseUntil <= now)
                || (day.Stage == DayStage.Published && day.Date <= today));
    }

    private async Task ReachAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await Due(scope).SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } day)
            return;
        var (step, deed) = day.Stage switch
        {
            DayStage.Call => (DayStep.CloseCall, "closed the call for workshops, as its deadline had come"),
            DayStage.Choosing => (DayStep.CloseChoosing, "closed choosing, as its deadline had come"),
            _ => (DayStep.BeginDay, "began the day"),
        };
        try
        {
            await scope.ServiceProvider.GetRequiredService<DayLifecycle>().TakeAsync(day, step, deed, cancellation);
        }
        catch (DbUpdateConcurrencyException fault)
        {
            // An organiser changed the day at this moment, perhaps the deadline. The next look decides.
            LogOvertaken(id, fault);
        }
    }

    [LoggerMessage(LogLevel.Information, "Training day {Day} was changed while its deadline was reached.")]
    private partial void LogOvertaken(Guid day, Exception fault);
}
