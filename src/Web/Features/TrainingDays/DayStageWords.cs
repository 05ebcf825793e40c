using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>How the stages of a day are called on pages.</summary>
public static class DayStageWords
{
    public static string Words(this DayStage stage) => stage switch
    {
        DayStage.Draft => "Draft",
        DayStage.Choosing => "Choosing",
        DayStage.Allocating => "Giving places",
        DayStage.Published => "Published",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, message: null),
    };

    public static Kind Look(this DayStage stage) => stage switch
    {
        DayStage.Choosing => Kind.Info,
        DayStage.Allocating => Kind.Warning,
        DayStage.Published => Kind.Success,
        _ => Kind.Neutral,
    };
}
