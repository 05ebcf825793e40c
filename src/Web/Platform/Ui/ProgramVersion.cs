using System.Reflection;

namespace Guildhall.Web.Platform.Ui;

internal static class ProgramVersion
{
    /// <summary>"0.1.0", as the build was given; what stands behind a plus (the commit) is left out.</summary>
    public static string Words { get; } =
        (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+')[0];
}
