using Guildhall.Planning.Allocation;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>
/// Plans a day: rows to problem to outcome to rows. All it finds is written in one transaction at the end, so that a run that was begun
/// again after a crash leaves the same as one that was not.
/// </summary>
public sealed class PlanDay(AppDb db, AllocationInputReader reader, IConfiguration settings) : DurableJob
{
    public const string Kind = "allocation";

    /// <summary>After this long the best that was found counts, with its bounds.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    /// <summary>How long is spent on the question which change would help most.</summary>
    public TimeSpan GainLimit { get; set; } = settings.GetValue("Guildhall:LookForGains", TimeSpan.FromSeconds(20));

    /// <summary>One core is left to the people who use the pages meanwhile.</summary>
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount - 1);

    public override async Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation)
    {
        var allocation = await db.AllocationRuns.SingleAsync(row => row.Id == run.SubjectId, cancellation);
        if (allocation.IsFinished)
            return Verdict(allocation);
        progress.Report(2, "Reading the day");
        var input = allocation.Input is { } kept
            ? PackedJson.Unpack<AllocationInput>(kept)
            : await reader.ReadAsync(allocation.DayId, cancellation);
        if (allocation.Input is null)
        {
            allocation.Input = PackedJson.Pack(input);
            await db.SaveChangesAsync(cancellation);
        }
        if (!input.TryBuild(out var problem, out var errors))
            throw new JobFailedException(await new ProblemWords(db, input).ExplainAsync(errors, cancellation));
        var outcome = await Task.Run(() => Plan(problem!, allocation.Seed, progress, cancellation), CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        progress.Report(80, "Working out which change would help most");
        var gains = await Task.Run(() => Gains(input, outcome, cancellation), CancellationToken.None);
        progress.Report(92, "Writing everybody's explanation");
        await SaveAsync(allocation, input, outcome, gains, cancellation);
        return Verdict(allocation);
    }

    private static AllocationOutcome Plan(AllocationProblem problem, long seed, JobProgress progress, CancellationToken cancellation)
    {
        var options = new PlannerOptions { Seed = (ulong)seed, TimeLimit = TimeLimit, Threads = Threads };
        return AllocationPlanner.Plan(problem, options, new PlannerWords(progress), cancellation);
    }

    private List<Gain>? Gains(AllocationInput input, AllocationOutcome outcome, CancellationToken cancellation)
    {
        if (!outcome.IsOptimal)
            return null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(GainLimit);
        var options = new PlannerOptions { Seed = outcome.Seed, Threads = Threads };
        var slots = input.Slots.ToDictionary(slot => slot.Label, slot => slot.Id, StringComparer.Ordinal);
        return [.. AllocationWhatIf.Explore(outcome, options, stop.Token)
            .Concat(AllocationWhatIf.CostOfNotRunning(outcome, options, stop.Token))
            .Select(gain => new Gain(
                gain.Change,
                AllocationInput.Id(outcome.Problem.Sessions[gain.Session].Workshop),
                slots[outcome.Problem.Slots[gain.Slot]],
                gain.Before,
                gain.After,
                gain.IsProven))];
    }

    private async Task SaveAsync(
        AllocationRun run, AllocationInput input, AllocationOutcome outcome, IReadOnlyList<Gain>? gains, CancellationToken cancellation)
    {
        var figures = new RunFigureCounter(input, outcome).Count(gains);
        var rows = new OutcomeRows(run.Id, input, outcome);
        db.Places.AddRange(rows.Places());
        db.Letters.AddRange(rows.Letters(await LetterWords.ReadAsync(db, run.DayId, cancellation)));
        run.Figures = PackedJson.Pack(figures);
        run.PlannerVersion = outcome.Version;
        run.DurationMilliseconds = (int)outcome.Elapsed.TotalMilliseconds;
        run.People = outcome.Problem.People.Count;
        (run.Empty, run.EmptyBound) = ((int)outcome.Empty.Value, (int)outcome.Empty.Bound);
        (run.WorstRegret, run.WorstRegretBound) = ((int)outcome.WorstRegret.Value, (int)outcome.WorstRegret.Bound);
        (run.Squares, run.SquaresBound) = (outcome.WeightedSquares.Value, outcome.WeightedSquares.Bound);
        run.Chosen = figures.Chosen;
        run.AllWishes = figures.ByRoleGroup.Sum(group => group.AllWishes);
        run.IsFinished = true;
        await db.SaveChangesAsync(cancellation);
    }

    private static string Verdict(AllocationRun run) => run.Empty == 0
        ? $"All {run.People} people have a place in every slot."
        : $"Places found for {run.People} people; {run.Empty} slots stay empty.";
}

/// <summary>The planner's stages, in words for the page.</summary>
internal sealed class PlannerWords(JobProgress progress) : IProgress<PlannerProgress>
{
    public void Report(PlannerProgress value)
    {
        var (percent, words) = value.Stage switch
        {
            PlannerStage.Preparing => (8, "Finding which seats are wanted most"),
            PlannerStage.FillingSlots => (25, "Filling as many slots as possible"),
            PlannerStage.SparingTheWorst => (45, "Making the least lucky day as good as it can be"),
            PlannerStage.SharingTheRest => (60, "Sharing out the rest fairly"),
            _ => (75, "Checking the outcome"),
        };
        progress.Report(percent, words);
    }
}
