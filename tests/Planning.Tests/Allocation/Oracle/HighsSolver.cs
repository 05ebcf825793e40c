using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Guildhall.Planning.Tests.Allocation.Oracle;

/// <summary>HiGHS (as WebAssembly, in Node) as a second, independent solver: asked through a pipe, one model a line.</summary>
public sealed class HighsSolver : IDisposable
{
    private readonly Process _node;

    public HighsSolver()
    {
        var folder = Path.GetDirectoryName(ThisFile())!;
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            Run("npm", "ci --no-audit --no-fund", folder).WaitForExit();
        _node = Run("node", "solve.mjs", folder);
    }

    /// <summary>The least value of a model, or nothing when it has no solution.</summary>
    public int? Solve(string model)
    {
        _node.StandardInput.WriteLine(JsonSerializer.Serialize(model));
        _node.StandardInput.Flush();
        var answer = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("HiGHS has stopped: " + _node.StandardError.ReadToEnd());
        return answer == "null" ? null : (int)Math.Round(double.Parse(answer, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private static Process Run(string command, string arguments, string folder) => Process.Start(new ProcessStartInfo(command, arguments)
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
