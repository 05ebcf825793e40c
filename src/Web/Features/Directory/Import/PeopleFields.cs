using Guildhall.Tables;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>What a file of people can hold.</summary>
public static class PeopleFields
{
    public const string StaffNumber = "staff_number";
    public const string GivenName = "given_name";
    public const string FamilyName = "family_name";
    public const string FullName = "name";
    public const string Email = "email";
    public const string School = "school";
    public const string RoleGroup = "role_group";
    public const string JobTitle = "job_title";
    public const string Subjects = "subjects";
    public const string KeyStages = "key_stages";
    public const string Fte = "fte";
    public const string WorkingDays = "working_days";
    public const string LineManager = "line_manager";
    public const string StartedOn = "started_on";

    public static IReadOnlyList<WantedField> All { get; } =
    [
        new(StaffNumber, "Staff number", "employee number", "employee id", "staff id", "payroll number", "staff code", "person id", "id"),
        new(GivenName, "Given name", "first name", "forename", "preferred forename", "firstname", "legal forename"),
        new(FamilyName, "Family name", "surname", "last name", "lastname", "preferred surname", "legal surname"),
        new(FullName, "Whole name", "full name", "staff name", "employee name", "employee", "person"),
        new(Email, "Email", "e-mail", "email address", "work email", "school email", "e-mail address", "mail"),
        new(School, "School", "school name", "urn", "school urn", "establishment", "site", "base", "work place", "academy", "location"),
        new(RoleGroup, "Role group", "role", "staff group", "staff type", "category", "staff category", "group", "role type"),
        new(JobTitle, "Job title", "job", "post", "position", "post title", "job role"),
        new(Subjects, "Subjects", "subject", "subjects taught", "department", "curriculum area"),
        new(KeyStages, "Key stages", "key stage", "phase taught", "year groups"),
        new(Fte, "Hours (FTE)", "fte", "full time equivalent", "contract fte", "percentage"),
        new(WorkingDays, "Working days", "days", "days worked", "working pattern"),
        new(LineManager, "Line manager", "manager", "reports to", "line manager email", "manager email", "appraiser"),
        new(StartedOn, "First day", "start date", "started", "contract start", "date started", "start"),
    ];
}
