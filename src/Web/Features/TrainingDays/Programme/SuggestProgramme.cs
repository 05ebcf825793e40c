using Guildhall.Planning.Programme;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>Suggests a programme: rows to problem to outcome, written in one transaction at the end.</summary>
public sealed class SuggestProgramme(AppDb db, ProgrammeInputReader reader) : DurableJob
{
    public const string Kind = "programme";

    /// <summary>One core is left to the people who use the pages meanwhile.</summary>
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount - 1);

    public override async Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation)
    {
        var suggestion = await db.ProgrammeSuggestions.SingleAsync(row => row.Id == run.SubjectId, cancellation);
        if (suggestion.Outcome is not null)
            return Verdict(PackedJson.Unpack<SuggestedProgramme>(suggestion.Outcome));
        progress.Report(2, "Reading the board and what people would like");
        var input = suggestion.Input is { } kept ? PackedJson.Unpack<ProgrammeInput>(kept) : await ReadAsync(suggestion.DayId, cancellation);
        if (suggestion.Input is null)
        {
            suggestion.Input = PackedJson.Pack(input);
            await db.SaveChangesAsync(cancellation);
        }
        if (!input.TryBuild(out var problem, out var errors))
            throw new JobFailedException(string.Join(' ', errors));
        var outcome = await Task.Run(() => Plan(problem!, input, suggestion, progress, cancellation), CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        progress.Report(95, "Writing it down");
        var found = Found(problem!, input, outcome);
        suggestion.Outcome = PackedJson.Pack(found);
        await db.SaveChangesAsync(cancellation);
        return Verdict(found);
    }

    /// <summary>A programme that would take people out of their fixed places could not be taken.</summary>
    private async Task<ProgrammeInput> ReadAsync(Guid day, CancellationToken cancellation) => await reader.ReadAsync(day, cancellation) with
    {
        Staying = await db.FixedPlaces.Where(place => place.Session!.Workshop!.DayId == day).Select(place => place.SessionId).Distinct().ToListAsync(cancellation),
    };

    private static ProgrammeOutcome Plan(ProgrammeProblem problem, ProgrammeInput input, ProgrammeSuggestion suggestion, JobProgress progress, CancellationToken cancellation)
    {
        var options = new ProgrammeOptions { Seed = (ulong)suggestion.Seed, TimeLimit = TimeSpan.FromSeconds(suggestion.Seconds), Threads = Threads };
        return ProgrammePlanner.Plan(problem, input.Board, options, new Words(progress), cancellation);
    }

    private static SuggestedProgramme Found(ProgrammeProblem problem, ProgrammeInput input, ProgrammeOutcome outcome)
    {
        var slots = input.Slots.ToDictionary(slot => slot.Label, slot => slot.Id, StringComparer.Ordinal);
        return new SuggestedProgramme(
            [.. outcome.Board.Runs.Select(run => new PlannedRun(AllocationInput.Id(run.Workshop), slots[run.Slot], AllocationInput.Id(run.Room)))],
            input.Runs.Count == 0 ? null : Forecast.Of(input, new ProgrammeEvaluator(problem).Forecast(input.Board)),
            Forecast.Of(input, outcome.Regrets, outcome.Objective.Empty, outcome.Objective.WorstRegret, outcome.Objective.WeightedSquares),
            new ForecastBound(outcome.Empty.Bound, outcome.WorstRegret.Bound, outcome.WeightedSquares.Bound),
            outcome.IsExact,
            outcome.IsStart,
            [.. outcome.Conflicts.Select(conflict => input.Named(conflict.Text)).Distinct(StringComparer.Ordinal)],
            (long)outcome.Elapsed.TotalMilliseconds,
            outcome.Version);
    }

    private static string Verdict(SuggestedProgramme found) => found.IsStart
        ? "Nothing better than the board as it is was found."
        : $"A programme is suggested: {found.After.ContentWords} would have the best day that any programme could give them.";

    private sealed class Words(JobProgress progress) : IProgress<ProgrammeProgress>
    {
        private int _percent;

        public void Report(ProgrammeProgress value)
        {
            var percent = 5 + (int)(value.Share * 88);
            if (percent > _percent)
                progress.Report(_percent = percent, value.Objective is { } objective ? $"The best so far leaves {objective.Empty} slots empty" : "Looking for a programme that keeps every rule");
        }
    }
}
