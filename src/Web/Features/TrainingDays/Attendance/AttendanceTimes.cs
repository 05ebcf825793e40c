using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Who can record attendance when.</summary>
public static class AttendanceTimes
{
    /// <summary>How many days after the day an organiser can still put right the register of one that is closed: about a term.</summary>
    public const int DaysToCorrect = 90;

    /// <summary>Registers are kept from the morning of the day until it is closed; by organisers also for a while afterwards.</summary>
    public static bool CanKeep(TrainingDay day, bool isOrganiser, TimeProvider clock) =>
        day.LiveRunId is not null && UkTime.Today(clock) >= day.Date
        && (day.Stage is DayStage.Published or DayStage.OnTheDay || (isOrganiser && day.Stage == DayStage.Closed && !IsSettled(day, clock)));

    /// <summary>Whether the registers of a day stay as they are, whoever asks.</summary>
    public static bool IsSettled(TrainingDay day, TimeProvider clock) => day.Stage == DayStage.Closed && UkTime.Today(clock) > day.Date.AddDays(DaysToCorrect);

    /// <summary>Schools enter late from the day after until the day is closed; organisers also for a while afterwards.</summary>
    public static bool CanEnterLate(TrainingDay day, bool isOrganiser, TimeProvider clock) => IsOver(day, clock) && CanKeep(day, isOrganiser, clock);

    /// <summary>The minute of the day up to which slots have begun: below 0 before the day.</summary>
    public static int BegunUntil(TrainingDay day, TimeProvider clock) =>
        (int)(clock.GetUtcNow().UtcDateTime.ToUk() - day.Date.ToDateTime(TimeOnly.MinValue)).TotalMinutes;

    /// <summary>Whether what is recorded now is a late entry.</summary>
    public static bool IsOver(TrainingDay day, TimeProvider clock) => UkTime.Today(clock) > day.Date;
}
