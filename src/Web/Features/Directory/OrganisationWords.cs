namespace Guildhall.Web.Features.Directory;

/// <summary>How kinds of organisations are called on pages.</summary>
public static class OrganisationWords
{
    public static string Words(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.School => "School",
        OrganisationKind.Trust => "Trust",
        OrganisationKind.Hub => "Hub",
        OrganisationKind.Network => "Network",
        OrganisationKind.Provider => "Provider",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>Whether schools and others can be members.</summary>
    public static bool HasMembers(this OrganisationKind kind) => kind is OrganisationKind.Hub or OrganisationKind.Network;
}
