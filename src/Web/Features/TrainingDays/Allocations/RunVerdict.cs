using Guildhall.Planning.Allocation;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>An outcome in sentences: the three values that were made small, each with how sure it is that nothing better exists.</summary>
public static class RunVerdict
{
    public static IReadOnlyList<string> Sentences(AllocationRun run) =>
    [
        run.Empty == 0
            ? $"All {run.People} people have a place in every slot that they can come to."
            : $"{Count(run.Empty, "slot stays", "slots stay")} without a place, over {run.People} people. {Proof(run.Empty, run.EmptyBound)}",
        run.WorstRegret == 0
            ? "Nobody’s day falls short of the best that they could have had."
            : $"Nobody is further than {Count(run.WorstRegret, "step", "steps")} from the best day they could have had. {Proof(run.WorstRegret, run.WorstRegretBound)}",
        $"{run.AllWishes} of the {run.Chosen} people who chose got all they could wish for{Percent(run)}.",
        run.IsProven
            ? "The rest is shared as evenly as it can be: that is proven, no other places would be fairer by these rules."
            : $"The rest is shared as evenly as could be found in the time: the measure of unevenness is {run.Squares}, and below {run.SquaresBound} is impossible.",
    ];

    /// <summary>A change that would help, and what it would bring.</summary>
    public static string Words(Gain gain, string workshop, TimeOnly time) => $"{Change(gain, workshop, time)}: {Benefit(gain)}";

    private static string Change(Gain gain, string workshop, TimeOnly time) => gain.Change switch
    {
        WhatIfChange.OneMoreSeat => $"One more seat in “{workshop}” at {time.Words()}",
        WhatIfChange.OneMoreRun => $"Run “{workshop}” also at {time.Words()}",
        _ => $"Let “{workshop}” at {time.Words()} run with fewer people",
    };

    private static string Benefit(Gain gain)
    {
        var (before, after) = (gain.Before, gain.After);
        return before.Empty != after.Empty ? $"{before.Empty - after.Empty} fewer empty slots."
            : before.WorstRegret != after.WorstRegret ? $"the least lucky day would be {Count(after.WorstRegret, "step", "steps")} from its best instead of {before.WorstRegret}."
            : $"unevenness falls from {before.WeightedSquares} to {after.WeightedSquares}.";
    }

    private static string Proof(long value, long bound) =>
        value <= bound ? "Fewer is impossible: that is proven." : $"Below {bound} is impossible.";

    private static string Percent(AllocationRun run) => run.Chosen == 0 ? "" : $" ({100.0 * run.AllWishes / run.Chosen:0}%)";

    private static string Count(long number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
