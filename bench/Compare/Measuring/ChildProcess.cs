using System.Diagnostics;
using System.Globalization;

namespace Guildhall.Bench.Compare.Measuring;

/// <summary>
/// Each measured run is a process of its own, so that no run warms up another and the peak of memory is the run's. The peak is the
/// kernel's high-water mark of resident memory (VmHWM), read while the process lives: Linux only.
/// </summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>The most memory that this process has held so far.</summary>
    public static long PeakOfThis => PeakOf(Environment.ProcessId);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static (string Output, double Seconds, long PeakBytes) Run(string program, IEnumerable<string> arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(Look))
            peak = Math.Max(peak, PeakOf(process.Id));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode == 0
            ? (output.Result, seconds, peak)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static long PeakOf(int process)
    {
        const string Peak = "VmHWM:";
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status");
        try
        {
            var line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith(Peak, StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line[Peak.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // The process ended between two looks.
            return 0;
        }
    }
}
