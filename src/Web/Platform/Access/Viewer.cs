namespace Guildhall.Web.Platform.Access;

/// <summary>The person who asks for a page, with what their posts and roles allow. Nobody signed in is <see cref="Nobody"/>.</summary>
public sealed class Viewer
{
    private readonly HashSet<(Right Right, Guid Organisation)> _rights = [];

    public static Viewer Nobody { get; } = new();

    public bool IsSignedIn => PersonId != Guid.Empty;

    public Guid AccountId { get; init; }

    public Guid PersonId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Whether they may do what concerns the whole installation.</summary>
    public bool RunsInstallation { get; init; }

    /// <summary>Where they hold a post today.</summary>
    public IReadOnlyList<Guid> Employers { get; init; } = [];

    public bool Can(Right right, Guid organisation) => _rights.Contains((right, organisation));

    public bool CanSomewhere(Right right) => _rights.Any(held => held.Right == right);

    /// <summary>The organisations at which they hold a right.</summary>
    public IReadOnlyList<Guid> Where(Right right) => [.. _rights.Where(held => held.Right == right).Select(held => held.Organisation)];

    /// <summary>Adds what a role allows at an organisation and, for a trust, at its schools.</summary>
    public void Hold(Role role, Guid organisation, IEnumerable<Guid> schools)
    {
        foreach (var place in schools.Prepend(organisation))
            _rights.UnionWith(role.Allowed().Select(right => (right, place)));
    }
}
