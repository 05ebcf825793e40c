namespace Guildhall.Web.Features.Directory.Demo;

/// <summary>
/// What the invented people do. The files know four groups; a role group, a job title and working days follow from the number of the
/// row, so that the same file always makes the same trust.
/// </summary>
internal static class DemoJobs
{
    private static readonly string[] SecondarySchools = ["Beacon Hill Academy", "Greenbank High School", "Millbrook Academy", "Thornton Vale School"];

    private static readonly string[] Subjects =
        ["English", "Mathematics", "Science", "History", "Geography", "French", "Art and design", "Music", "Physical education", "Computing", "Religious education", "Design and technology"];

    private static readonly DemoJob[] Support =
    [
        new(RoleGroup.Office, "Office administrator"),
        new(RoleGroup.Catering, "Catering assistant", 50),
        new(RoleGroup.SiteAndPremises, "Site manager"),
        new(RoleGroup.PastoralAndHealth, "Learning mentor"),
        new(RoleGroup.Office, "School business manager"),
        new(RoleGroup.TechnicianAndIt, "Science technician", 80),
        new(RoleGroup.Catering, "Cook", 70),
        new(RoleGroup.SiteAndPremises, "Caretaker"),
        new(RoleGroup.TechnicianAndIt, "IT technician"),
        new(RoleGroup.PastoralAndHealth, "Family support worker", 60),
    ];

    public static DemoJob Of(DemoPersonRow row)
    {
        var number = int.Parse(row.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
        var secondary = SecondarySchools.Contains(row.School, StringComparer.Ordinal);
        return row.Group switch
        {
            "leader" => new DemoJob(RoleGroup.SeniorLeader, row.School == "Trust central team" ? "Director" : number % 2 == 1 ? "Headteacher" : "Deputy headteacher"),
            "teacher" when secondary => new DemoJob(RoleGroup.Teacher, $"Teacher of {Subjects[number % Subjects.Length].ToLowerInvariant()}", PartTime(number))
            {
                Subjects = [Subjects[number % Subjects.Length]],
                KeyStages = ["Key stage 3", "Key stage 4"],
            },
            "teacher" => new DemoJob(RoleGroup.Teacher, "Class teacher", PartTime(number)) { KeyStages = [number % 2 == 0 ? "Key stage 1" : "Key stage 2"] },
            "teaching assistant" => new DemoJob(RoleGroup.TeachingAssistant, number % 5 == 0 ? "Higher level teaching assistant" : "Teaching assistant", number % 3 == 0 ? 60 : 80),
            _ => Support[number % Support.Length],
        };
    }

    private static int PartTime(int number) => number % 7 == 0 ? 60 : Post.FullTime;
}

internal sealed record DemoJob(RoleGroup Group, string Title, int FtePercent = Post.FullTime)
{
    public IReadOnlyList<string> Subjects { get; init; } = [];

    public IReadOnlyList<string> KeyStages { get; init; } = [];

    public WorkingDays Days => FtePercent <= 60 ? WorkingDays.Monday | WorkingDays.Tuesday | WorkingDays.Wednesday : WorkingDays.AllWeek;
}
