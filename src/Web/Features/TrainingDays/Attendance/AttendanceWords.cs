using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>How attendance is called on pages and in files.</summary>
public static class AttendanceWords
{
    public static string Words(this AttendanceState state) => state switch
    {
        AttendanceState.Present => "Present",
        AttendanceState.Absent => "Absent",
        AttendanceState.Apologies => "Apologies",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    /// <summary>With a word for those of whom nobody has said anything yet.</summary>
    public static string Words(this AttendanceState? state) => state?.Words() ?? "Not recorded";

    public static Kind Look(this AttendanceState? state) => state switch
    {
        AttendanceState.Present => Kind.Success,
        AttendanceState.Absent => Kind.Warning,
        AttendanceState.Apologies => Kind.Info,
        _ => Kind.Neutral,
    };

    public static string Words(this AttendanceOrigin origin) => origin switch
    {
        AttendanceOrigin.Code => "Checked in",
        AttendanceOrigin.Register => "Register",
        AttendanceOrigin.WalkIn => "Walk-in",
        AttendanceOrigin.LateEntry => "Entered later",
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, message: null),
    };

    /// <summary>To the person: "You were here, checked in at 09:31."</summary>
    public static string ToPerson(AttendanceState state, AttendanceOrigin origin, DateTime at) => state switch
    {
        AttendanceState.Present when origin is AttendanceOrigin.Code or AttendanceOrigin.WalkIn => $"You were here: checked in at {at.ClockWords()}.",
        AttendanceState.Present => "You were here: the register says so.",
        AttendanceState.Absent => "The register says that you were not here.",
        _ => "Your apologies are noted.",
    };
}
