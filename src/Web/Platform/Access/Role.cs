namespace Guildhall.Web.Platform.Access;

/// <summary>What somebody is for an organisation, beside their post. It is granted, shown and taken away as a whole.</summary>
public enum Role
{
    Administrator,
    PdLead,
    StaffManager,
    Leader,
    Governor,
}

/// <summary>What a role allows at its organisation. At a trust a role counts for the trust's schools, too.</summary>
public enum Right
{
    BrowseDirectory,
    EditOrganisation,
    SeePeople,
    EditPeople,
    GrantRoles,
    OrganiseDays,
    SeeDayFigures,
    SeeAudit,
}

public static class RoleRights
{
    private static readonly Dictionary<Role, Right[]> Rights = new()
    {
        [Role.Administrator] = Enum.GetValues<Right>(),
        [Role.PdLead] = [Right.BrowseDirectory, Right.SeePeople, Right.OrganiseDays, Right.SeeDayFigures],
        [Role.StaffManager] = [Right.BrowseDirectory, Right.SeePeople, Right.EditPeople],
        [Role.Leader] = [Right.BrowseDirectory, Right.SeePeople, Right.SeeDayFigures],
        [Role.Governor] = [Right.BrowseDirectory, Right.SeeDayFigures],
    };

    public static IReadOnlyCollection<Right> Allowed(this Role role) => Rights[role];

    public static string Words(this Role role) => role switch
    {
        Role.Administrator => "Administrator",
        Role.PdLead => "PD lead",
        Role.StaffManager => "Staff records",
        Role.Leader => "Head or executive",
        Role.Governor => "Governor or trustee",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };
}
