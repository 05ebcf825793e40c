namespace Guildhall.Web.Features.TrainingDays.Lifecycle;

/// <summary>A step from one stage of a day to another, or a new deadline within one.</summary>
public enum DayStep
{
    OpenCall,
    ChangeOfferDeadline,
    CloseCall,
    ReopenCall,
    BeginProgramme,
    BackToReview,
    OpenChoosing,
    ChangeDeadline,
    CloseChoosing,
    ReopenChoosing,
    BackToProgramme,
    BackToDraft,
    Publish,
    BeginDay,
    CloseDay,
}

/// <summary>One way on, or back.</summary>
/// <param name="Step">What it is called.</param>
/// <param name="From">The stage that it leaves.</param>
/// <param name="To">The stage that it leads to.</param>
public sealed record DayTransition(DayStep Step, DayStage From, DayStage To)
{
    /// <summary>Whether it exists only for days with a call (true), or only for those without (false).</summary>
    public bool? WithCall { get; init; }

    /// <summary>Whether only the clock takes it.</summary>
    public bool IsTheClocks { get; init; }

    /// <summary>
    /// All there are. From publication on nothing leads back: people have made their plans.
    /// </summary>
    public static IReadOnlyList<DayTransition> All { get; } =
    [
        new(DayStep.OpenCall, DayStage.Draft, DayStage.Call),
        new(DayStep.ChangeOfferDeadline, DayStage.Call, DayStage.Call),
        new(DayStep.CloseCall, DayStage.Call, DayStage.Review),
        new(DayStep.BackToDraft, DayStage.Call, DayStage.Draft),
        new(DayStep.BeginProgramme, DayStage.Review, DayStage.Programme),
        new(DayStep.ReopenCall, DayStage.Review, DayStage.Call),
        new(DayStep.BackToReview, DayStage.Programme, DayStage.Review),
        new(DayStep.OpenChoosing, DayStage.Draft, DayStage.Choosing) { WithCall = false },
        new(DayStep.OpenChoosing, DayStage.Programme, DayStage.Choosing),
        new(DayStep.ChangeDeadline, DayStage.Choosing, DayStage.Choosing),
        new(DayStep.CloseChoosing, DayStage.Choosing, DayStage.Allocating),
        new(DayStep.BackToProgramme, DayStage.Choosing, DayStage.Programme) { WithCall = true },
        new(DayStep.BackToDraft, DayStage.Choosing, DayStage.Draft) { WithCall = false },
        new(DayStep.Publish, DayStage.Allocating, DayStage.Published),
        new(DayStep.ReopenChoosing, DayStage.Allocating, DayStage.Choosing),
        new(DayStep.BackToProgramme, DayStage.Allocating, DayStage.Programme) { WithCall = true },
        new(DayStep.BackToDraft, DayStage.Allocating, DayStage.Draft) { WithCall = false },
        new(DayStep.BeginDay, DayStage.Published, DayStage.OnTheDay) { IsTheClocks = true },
        new(DayStep.CloseDay, DayStage.OnTheDay, DayStage.Closed),
    ];

    /// <summary>The way that a step takes from where a day stands; null when it leads nowhere from there.</summary>
    public static DayTransition? Of(TrainingDay day, DayStep step) =>
        All.SingleOrDefault(way => way.Step == step && way.From == day.Stage && (way.WithCall is null || way.WithCall == day.HasCall));
}
