using Guildhall.Planning.Allocation;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>What became of somebody's remembered disappointment.</summary>
public enum CarryChange
{
    /// <summary>Their day fell short of their best one: the steps are added to what they brought.</summary>
    Added,

    /// <summary>They had their best day: what they brought is made good, and nothing is left of it.</summary>
    MadeGood,

    /// <summary>They chose nothing: nothing is added, and what they brought stays.</summary>
    DidNotChoose,

    /// <summary>They came to nothing and had not said so: nothing is added, and what they brought stays.</summary>
    DidNotCome,

    /// <summary>They needed no place, as they presented or were away: nothing is added, and what they brought stays.</summary>
    NeededNoPlace,
}

/// <summary>
/// How disappointment is remembered from one day to the next, in whole steps: by so many places down their list somebody's day fell short of
/// the best that they could have had (the planner's regret). It is added to what they brought and goes up to the most that the planner
/// knows; a best day wipes it out. At the next day it makes their regret count 1 + carry times.
/// </summary>
public static class CarryRule
{
    public const int Most = Person.LargestCarry;

    /// <summary>What somebody takes on to the next day.</summary>
    /// <param name="end">How their day ended.</param>
    /// <param name="before">What they brought, 0 to <see cref="Most"/>.</param>
    public static (int After, CarryChange Change) Next(DayEnd end, int before) =>
        !end.NeededPlaces ? (before, CarryChange.NeededNoPlace)
        : !end.HasChosen ? (before, CarryChange.DidNotChoose)
        : end.StayedAway ? (before, CarryChange.DidNotCome)
        : end.Steps == 0 ? (0, CarryChange.MadeGood)
        : (Math.Min(Most, before + end.Steps), CarryChange.Added);

    /// <summary>For the organisers' list.</summary>
    public static string Words(CarryChange change, int steps, int before) => change switch
    {
        CarryChange.Added => $"{Count.Of(steps, "step", "steps")} short of their best day",
        CarryChange.MadeGood => before == 0 ? "Had their best day" : "Had their best day, which makes good what they brought",
        CarryChange.DidNotChoose => "Did not choose, so nothing is added",
        CarryChange.DidNotCome => "Did not come and had not said so, so nothing is added",
        CarryChange.NeededNoPlace => "Needed no place",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, message: null),
    };

    /// <summary>For the person themselves; null where there is nothing to tell.</summary>
    public static string? OwnWords(CarryChange change, int steps, int before, int after) => change switch
    {
        CarryChange.Added =>
            $"Your day fell {Count.Of(steps, "step", "steps")} short of the best you could have had. This is remembered: at the next training day your wishes count {Times(after)}, until a day gives you your best.",
        CarryChange.MadeGood when before > 0 => "You had the best day that your list could give you. What you had missed at earlier days is made good.",
        CarryChange.DidNotChoose when after > 0 => $"You had not chosen, so nothing is added to what you missed at earlier days. At the next training day your wishes count {Times(after)}.",
        CarryChange.DidNotChoose => "You had not chosen, so nothing is remembered for the next training day.",
        CarryChange.DidNotCome when steps > 0 => "You had places and did not come, so nothing is added to what is remembered for the next training day. If the register is wrong, tell the organiser.",
        _ => null,
    };

    private static string Times(int carry) => $"{(carry == 1 ? "twice" : $"{1 + carry} times")} as much as those of somebody who missed nothing";
}

/// <summary>How somebody's day ended.</summary>
/// <param name="NeededPlaces">Whether there was a slot in which they needed a place.</param>
/// <param name="HasChosen">Whether they had chosen.</param>
/// <param name="StayedAway">Whether the registers have them as absent from all they had a place in, without an apology.</param>
/// <param name="Steps">How far what they could have had falls short of their best day.</param>
public sealed record DayEnd(bool NeededPlaces, bool HasChosen, bool StayedAway, int Steps)
{
    /// <param name="regret">That of the adopted run.</param>
    /// <param name="change">What changes since have added to it, or taken away.</param>
    public static int StepsOf(int regret, int change) => Math.Max(0, regret + change);
}
