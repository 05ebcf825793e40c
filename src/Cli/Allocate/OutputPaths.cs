using Guildhall.Cli.Reading;
using Guildhall.Cli.Writing;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Allocate;

/// <summary>Refuses places to write to before any work is done for nothing.</summary>
internal static class OutputPaths
{
    private static readonly StringComparison PathComparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public static void Check(AllocateArguments arguments, Findings findings)
    {
        foreach (var (option, path) in new[] { ("--out", arguments.Out), ("--report", arguments.Report) })
        {
            var problem = ProblemOf(path);
            if (problem.Length == 0)
                problem = Clash(option, path, arguments);
            if (problem.Length > 0)
                findings.Error(ProblemTable.Options, 0, option, problem);
        }
    }

    private static string ProblemOf(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return "the name of the file is missing";
        try
        {
            var target = AtomicFiles.RealPath(path);
            var folder = Path.GetDirectoryName(target);
            if (Directory.Exists(target))
                return $"'{path}' is a folder, not a file";
            if (!Directory.Exists(folder))
                return $"the folder of '{path}' does not exist";
            // Putting a file in the place of a device would break the machine.
            if (!OperatingSystem.IsWindows() && target.StartsWith("/dev/", StringComparison.Ordinal))
                return $"'{path}' is a device, not a file";
            if (File.Exists(target) && new FileInfo(target).IsReadOnly)
                return $"'{path}' may not be written: it is read-only";
            AtomicFiles.TryWritingBeside(target);
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return $"you have no permission to write to the folder of '{path}'";
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            return $"'{path}' cannot be written: {e.Message}";
        }
    }

    private static string Clash(string option, string path, AllocateArguments arguments)
    {
        if (string.Equals(option, "--report", StringComparison.Ordinal) && AreSame(path, arguments.Out))
            return "this is the same file as --out";
        if (AreSame(path, arguments.Sessions))
            return "this is the same file as --sessions, which would be lost";
        if (AreSame(path, arguments.People))
            return "this is the same file as --people, which would be lost";
        return arguments.FixedPlaces is { } places && AreSame(path, places) ? "this is the same file as --fixed, which would be lost" : "";
    }

    private static bool AreSame(string left, string right)
    {
        try
        {
            return string.Equals(AtomicFiles.RealPath(left), AtomicFiles.RealPath(right), PathComparison);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // A path that does not lead anywhere is reported where it is used.
            return false;
        }
    }
}
