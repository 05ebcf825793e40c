using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Lifecycle;

/// <summary>Which steps a day can take, and what is missing before each.</summary>
public sealed class DayStages(TrainingDay day, DayFigures figures, DateTime now)
{
    /// <summary>The stages that this day goes through; one without a call has no offers to read.</summary>
    public IReadOnlyList<DayStage> Path => day.HasCall || day.Stage is DayStage.Draft
        ? Enum.GetValues<DayStage>()
        : [.. Enum.GetValues<DayStage>().Where(stage => stage is not (DayStage.Call or DayStage.Review or DayStage.Programme))];

    /// <summary>Steps that can be taken now, those forward first.</summary>
    public IReadOnlyList<DayStep> Steps =>
    [
        .. DayTransition.All.Where(way => way.From == day.Stage && !way.IsTheClocks && DayTransition.Of(day, way.Step) == way && IsReadyFor(way.Step))
            .OrderByDescending(way => way.To).Select(way => way.Step),
    ];

    /// <summary>What is needed for the step forward, in the order in which it is got.</summary>
    public IReadOnlyList<DayNeed> Needs => Next is { } next ? NeedsOf(next) : [];

    /// <summary>The step that leads on from here by hand; null where only time does.</summary>
    public DayStep? Next => day.Stage switch
    {
        DayStage.Draft => DayStep.OpenChoosing,
        DayStage.Call => DayStep.CloseCall,
        DayStage.Review => DayStep.BeginProgramme,
        DayStage.Programme => DayStep.OpenChoosing,
        DayStage.Choosing => DayStep.CloseChoosing,
        DayStage.Allocating => DayStep.Publish,
        DayStage.OnTheDay => DayStep.CloseDay,
        _ => null,
    };

    /// <summary>What a step needs.</summary>
    public IReadOnlyList<DayNeed> NeedsOf(DayStep step) => step switch
    {
        DayStep.OpenCall => DayNeeds.ForCall(figures.Offers),
        DayStep.BeginProgramme => DayNeeds.ForProgramme(figures.Offers),
        DayStep.OpenChoosing => DayNeeds.ForChoosing(day, figures),
        DayStep.Publish => [new("An adopted run of the allocation", day.AdoptedRunId is not null, "allocations", day.AdoptedRunId is null ? "None yet" : "Adopted")],
        _ => [],
    };

    public bool IsReadyFor(DayStep step) => NeedsOf(step).All(need => need.IsMet || need.IsAdvice)
        && (step is not DayStep.CloseDay || UkTime.BeginUtc(day.Date.AddDays(1)) <= now);

    public bool Allows(DayStep step) => Steps.Contains(step);

    /// <summary>Where the day stands, in a sentence or two.</summary>
    public string Standing => day.Stage switch
    {
        DayStage.Draft => "Nobody but the organisers sees this day yet.",
        DayStage.Call => $"Workshops can be offered until {day.OfferUntil!.Value.Words()}. {Count.Of(figures.Offers.Submitted, "offer has", "offers have")} come in.",
        DayStage.Review => $"The call is closed. {figures.Offers.Decided} of {Count.Of(figures.Offers.Submitted, "offer is", "offers are")} decided.",
        DayStage.Programme => "The workshops get their slots and rooms. Only the organisers see it yet.",
        DayStage.Choosing when day.IsOpenForChoices(now) => $"People choose until {UkTime.Words(day.ChooseUntil!.Value)}. {Chosen}",
        DayStage.Choosing => $"The deadline was {UkTime.Words(day.ChooseUntil!.Value)}; nobody can choose any more. {Chosen}",
        DayStage.Allocating when day.AdoptedRunId is null => $"Choosing is closed. {Chosen} Next, places are given.",
        DayStage.Allocating => "Places are given and ready to be published.",
        DayStage.Published => "Everybody who is invited can see their day.",
        DayStage.OnTheDay => "The day is here.",
        _ => "The day is over.",
    };

    private string Chosen => $"{figures.Chosen} of {Count.People(figures.Invited)} {(figures.Chosen == 1 ? "has" : "have")} chosen.";
}
