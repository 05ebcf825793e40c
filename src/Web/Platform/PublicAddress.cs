namespace Guildhall.Web.Platform;

/// <summary>
/// The address under which people reach this installation, for links in mails: the setting <c>Guildhall:PublicAddress</c>. It is never
/// taken from a request, whose host anybody can set.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    public const string Setting = "Guildhall:PublicAddress";

    private readonly string _root =
        (configuration[Setting] ?? configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080").TrimEnd('/');

    /// <summary>Whether people reach it by https.</summary>
    public bool IsSecure => _root.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The whole address of a path that begins with a slash.</summary>
    public string Of(string path) => _root + path;
}
