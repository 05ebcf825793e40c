namespace Guildhall.Web.Features.Directory;

/// <summary>How parts of a post read on a page.</summary>
public static class PostWords
{
    public static string Fte(int percent) => percent == Post.FullTime ? "Full time" : $"{percent}% of full time";

    public static string Days(WorkingDays days) => days switch
    {
        WorkingDays.AllWeek => "Monday to Friday",
        WorkingDays.None => "Not known",
        _ => string.Join(", ", Enum.GetValues<WorkingDays>().Where(day => day is not (WorkingDays.None or WorkingDays.AllWeek) && days.HasFlag(day))),
    };
}
