using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>A step from one stage of a day to another that an organiser takes by hand.</summary>
public enum DayStep
{
    OpenChoosing,
    ChangeDeadline,
    CloseChoosing,
    ReopenChoosing,
    BackToDraft,
}

/// <summary>Which steps a day can take, and what is missing before the next.</summary>
public sealed class DayStages(TrainingDay day, DayFigures figures, DateTime now)
{
    public IReadOnlyList<DayNeed> Needs { get; } = day.Stage == DayStage.Draft ? NeedsOf(day, figures) : [];

    public bool IsReady => Needs.All(need => need.IsMet || need.IsAdvice);

    /// <summary>Steps forward and back. Once a day is published, none: people have made their plans.</summary>
    public IReadOnlyList<DayStep> Steps => day.Stage switch
    {
        DayStage.Draft => IsReady ? [DayStep.OpenChoosing] : [],
        DayStage.Choosing => [DayStep.CloseChoosing, DayStep.ChangeDeadline, DayStep.BackToDraft],
        DayStage.Allocating => [DayStep.ReopenChoosing, DayStep.BackToDraft],
        _ => [],
    };

    public bool Allows(DayStep step) => Steps.Contains(step);

    /// <summary>Where the day stands, in a sentence.</summary>
    public string Standing => day.Stage switch
    {
        DayStage.Draft => "Nobody but the organisers sees this day yet.",
        DayStage.Choosing when day.IsOpenForChoices(now) => $"People choose until {UkTime.Words(day.ChooseUntil!.Value)}. {Chosen}",
        DayStage.Choosing => $"The deadline was {UkTime.Words(day.ChooseUntil!.Value)}; nobody can choose any more. {Chosen}",
        DayStage.Allocating when day.AdoptedRunId is null => $"Choosing is closed. {Chosen} Next, places are given.",
        DayStage.Allocating => "Places are given and ready to be published.",
        _ => "Everybody who is invited can see their day.",
    };

    private string Chosen => $"{figures.Chosen} of {Count.People(figures.Invited)} {(figures.Chosen == 1 ? "has" : "have")} chosen.";

    private static List<DayNeed> NeedsOf(TrainingDay day, DayFigures figures) =>
    [
        new("Slots: when workshops run side by side", figures.Slots > 0, "slots", Has(figures.Slots, "slot", "slots")),
        new("Rooms", figures.Rooms > 0, "rooms", Has(figures.Rooms, "room", "rooms")) { IsAdvice = true },
        new("Workshops", figures.Workshops > 0, "workshops", Has(figures.Workshops, "workshop", "workshops")),
        new("A session for every workshop", figures.Sessions > 0 && figures.WorkshopsWithoutSession.Count == 0, "workshops",
            figures.WorkshopsWithoutSession.Count == 0
                ? Has(figures.Sessions, "session", "sessions")
                : $"{Shown(figures.WorkshopsWithoutSession)} {(figures.WorkshopsWithoutSession.Count == 1 ? "has" : "have")} none"),
        new("People invited", figures.Invited > 0, "invite", figures.Invited == 0 ? "Nobody yet" : Count.People(figures.Invited)),
        new("A seat for everybody in every slot", figures is { Sessions: > 0, Invited: > 0, Shortages.Count: 0 }, "sessions",
            figures.Shortages.Count > 0
                ? string.Join("; ", figures.Shortages.Select(pair => $"{pair.Slot}: {pair.Shortage.Words}"))
                : figures is { Sessions: > 0, Invited: > 0 } ? "Enough" : "Counted once there are sessions and people") { IsAdvice = true },
        new("As many wishes as there are slots, or more", day.WishesAllowed >= figures.Slots, "edit",
            $"People may rank {Count.Of(day.WishesAllowed, "workshop", "workshops")}"),
    ];

    private static string Has(int number, string one, string many) => number == 0 ? "None yet" : Count.Of(number, one, many);

    private static string Shown(IReadOnlyList<string> codes) =>
        codes.Count <= 5 ? Count.List(codes) : $"{string.Join(", ", codes.Take(4))} and {codes.Count - 4} more";
}

/// <summary>Something that a day needs before people choose.</summary>
/// <param name="Words">What.</param>
/// <param name="IsMet">Whether it is there.</param>
/// <param name="Page">The page of the day where it is put right.</param>
/// <param name="Found">What there is now.</param>
public sealed record DayNeed(string Words, bool IsMet, string Page, string Found)
{
    /// <summary>Whether choosing can open without it: a missing room harms nobody yet.</summary>
    public bool IsAdvice { get; init; }
}
