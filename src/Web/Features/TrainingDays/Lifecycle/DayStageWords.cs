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

    public static Kind Look(this DayStage stage) => stage switch
    {
        DayStage.Call or DayStage.Choosing => Kind.Info,
        DayStage.Review or DayStage.Allocating => Kind.Warning,
        DayStage.Published or DayStage.OnTheDay => Kind.Success,
        _ => Kind.Neutral,
    };
}
