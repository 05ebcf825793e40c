using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays.Lifecycle;

/// <summary>How the stages of a day are called on pages.</summary>
public static class DayStageWords
{
    public static string Words(this DayStage stage) => stage switch
    {
        DayStage.Draft => "Draft",
        DayStage.Call => "Call for workshops",
        DayStage.Review => "Review of offers",
        DayStage.Programme => "Programme",
        DayStage.Choosing => "Choosing",
        DayStage.Allocating => "Giving places",
        DayStage.Published => "Published",
        DayStage.OnTheDay => "The day",
        DayStage.Closed => "Closed",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, message: null),
    };

    /// <summary>Where a day stands and, where a deadline ends it, until when: for the head of each of its pages.</summary>
    public static string StandingWords(this TrainingDay day) => day switch
    {
        { Stage: DayStage.Call, OfferUntil: { } until } => $"{day.Stage.Words()} until {until.ThisYearWords()}",
        { Stage: DayStage.Choosing, ChooseUntil: { } until } => $"{day.Stage.Words()} until {until.ThisYearWords()}",
        _ => day.Stage.Words(),
    };

    public static Kind Look(this DayStage stage) => stage switch
    {
        DayStage.Call or DayStage.Choosing => Kind.Info,
        DayStage.Review or DayStage.Allocating => Kind.Warning,
        DayStage.Published or DayStage.OnTheDay => Kind.Success,
        _ => Kind.Neutral,
    };
}
