using System.Globalization;
using System.Text.Json;
using Guildhall.Bench.Days;

namespace Guildhall.Bench.Compare.Measuring;

/// <summary>A day, a seed and a minimum, and how our planner is run on it.</summary>
/// <param name="Day">The day's name.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Minimum">Every session's minimum.</param>
/// <param name="Limit">The time limit in seconds.</param>
/// <param name="Threads">Threads.</param>
internal sealed record MeasuredDay(string Day, ulong Seed, int Minimum, int Limit, int Threads)
{
    /// <summary>The planner as a library, in a fresh process of this program.</summary>
    public RunResult Run()
    {
        var (output, _, _) = ChildProcess.Run(Environment.ProcessPath!, ["one", Day, Text(Seed), .. Options, "--minimum", Text(Minimum)]);
        return JsonSerializer.Deserialize<RunResult>(output)!;
    }

    /// <summary><c>guildhall allocate</c> on files: the whole process, reading and writing included.</summary>
    /// <param name="cli">The program.</param>
    public RunResult RunCommandLine(string cli)
    {
        var folder = Directory.CreateTempSubdirectory("guildhall-bench-");
        try
        {
            string Path(string name) => System.IO.Path.Combine(folder.FullName, name);
            DayFiles.Write(DayName.Parse(Day).Make(Seed, Minimum).Build(), folder.FullName);
            string[] fixedPlaces = File.Exists(Path(DayFiles.FixedPlaces)) ? ["--fixed", Path(DayFiles.FixedPlaces)] : [];
            var (_, seconds, peak) = ChildProcess.Run(cli, [
                "allocate", "--sessions", Path(DayFiles.Sessions), "--people", Path(DayFiles.People), .. fixedPlaces,
                "--out", Path("places.csv"), "--report", Path("report.json"), "--time-limit", Text(Limit), "--threads", Text(Threads)]);
            return RunResult.OfReport(Path("report.json"), seconds, peak);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string[] Options => ["--limit", Text(Limit), "--threads", Text(Threads)];

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
