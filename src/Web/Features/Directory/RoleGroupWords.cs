namespace Guildhall.Web.Features.Directory;

/// <summary>How role groups are called on pages and in files.</summary>
public static class RoleGroupWords
{
    public static string Words(this RoleGroup group) => group switch
    {
        RoleGroup.SeniorLeader => "Senior leaders",
        RoleGroup.Teacher => "Teachers",
        RoleGroup.TeachingAssistant => "Teaching assistants",
        RoleGroup.Office => "Office and business staff",
        RoleGroup.SiteAndPremises => "Site and premises staff",
        RoleGroup.Catering => "Catering staff",
        RoleGroup.TechnicianAndIt => "Technicians and IT staff",
        RoleGroup.PastoralAndHealth => "Pastoral and health staff",
        RoleGroup.Governor => "Governors and trustees",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, message: null),
    };

    public static bool IsSupportStaff(this RoleGroup group) =>
        group is not (RoleGroup.SeniorLeader or RoleGroup.Teacher or RoleGroup.Governor);
}
