namespace Guildhall.Web.Features.Directory.Demo;

/// <summary>The invented people whom a visitor of the demo can be.</summary>
public sealed record DemoCast(
    Person TrustLead, Person Administrator, Person Head, string HeadsSchool, Person SchoolLead, string SchoolLeadsSchool,
    Person HubLead, Person Presenter, Person Teacher, Person TeachingAssistant, Person SiteManager, Person Stranger)
{
    public static DemoCast Choose(IReadOnlyList<DemoPersonRow> rows, IReadOnlyDictionary<string, Person> people, IReadOnlyList<Person> neighbours)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        DemoPersonRow Row(Func<DemoPersonRow, bool> wanted)
        {
            var row = rows.First(row => !taken.Contains(row.Id) && wanted(row));
            taken.Add(row.Id);
            return row;
        }

        bool Usual(DemoPersonRow row) => row is { Away: "", Presents: "" } && row.Choices.Count >= 4;
        var central = rows.Where(row => row.School == "Trust central team" && row.Group == "leader").ToList();
        var head = Row(row => row.School == "Fernlea Primary" && row.Group == "leader");
        var lead = Row(row => row.School == "Greenbank High School" && row.Group == "leader");
        return new DemoCast(
            TrustLead: people[central[0].Id],
            Administrator: people[Row(row => row.School == "Trust central team" && row.Group == "support staff").Id],
            Head: people[head.Id],
            HeadsSchool: head.School,
            SchoolLead: people[lead.Id],
            SchoolLeadsSchool: lead.School,
            HubLead: people[central[1].Id],
            Presenter: people[Row(row => row.Group == "teacher" && row.Presents.Length > 0 && row.Choices.Count >= 3).Id],
            Teacher: people[Row(row => row.School == "Kingsmead Primary" && row.Group == "teacher" && Usual(row)).Id],
            TeachingAssistant: people[Row(row => row.School == "Millbrook Academy" && row.Group == "teaching assistant" && Usual(row)).Id],
            SiteManager: people[Row(row => row.Group == "support staff" && Usual(row) && DemoJobs.Of(row).Group == RoleGroup.SiteAndPremises).Id],
            Stranger: neighbours[0]);
    }

    /// <summary>Who they are, for the sign-in page, in the order in which a visitor might be them.</summary>
    public static IReadOnlyList<string> Descriptions { get; } =
    [
        "Trust PD lead: runs the training day",
        "Teacher: chooses workshops",
        "Teaching assistant: chooses workshops",
        "Site staff: chooses workshops",
        "Presenter of a workshop: offers it, keeps its register",
        "School PD lead: follows their school",
        "Head of a school: also reads offers",
        "Administrator: people, schools and roles",
        "Hub lead",
        "PD lead of another trust: sees none of this",
    ];

    public IReadOnlyList<Person> InOrder =>
        [TrustLead, Teacher, TeachingAssistant, SiteManager, Presenter, SchoolLead, Head, Administrator, HubLead, Stranger];
}
