namespace Guildhall.Web.Platform.Access;

/// <summary>Pages for people who are not signed in, such as the sign-in itself.</summary>
public sealed class Anybody : GeneralPermission
{
    public override bool IsOpenToAll => true;

    protected override bool Allows(Viewer viewer) => true;
}

/// <summary>One's own pages.</summary>
public sealed class SignedIn : GeneralPermission
{
    protected override bool Allows(Viewer viewer) => true;
}

/// <summary>What concerns the whole installation.</summary>
public sealed class RunInstallation : GeneralPermission
{
    protected override bool Allows(Viewer viewer) => viewer.RunsInstallation;
}
