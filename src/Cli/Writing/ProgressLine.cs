using System.Globalization;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Writing;

/// <summary>One line on a terminal that is written over and over, and wiped at the end.</summary>
internal sealed class ProgressLine(TextWriter writer) : IProgress<PlannerProgress>, IDisposable
{
    private int _shown;

    public void Report(PlannerProgress value)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{value.Elapsed.TotalSeconds:0.0} s: {Name(value.Stage)}");
        if (value.Best is { } best)
            line += string.Create(CultureInfo.InvariantCulture, $" (so far {best.Empty} empty, worst {best.WorstRegret}, squares {best.WeightedSquares})");
        line = line.Length > 78 ? line[..78] : line;
        writer.Write('\r' + line.PadRight(_shown));
        writer.Flush();
        _shown = line.Length;
    }

    public void Dispose()
    {
        writer.Write('\r' + new string(' ', _shown) + '\r');
        writer.Flush();
    }

    private static string Name(PlannerStage stage) => stage switch
    {
        PlannerStage.Preparing => "reading the day",
        PlannerStage.FillingSlots => "finding everybody a place",
        PlannerStage.SparingTheWorst => "sparing whoever is worst off",
        PlannerStage.SharingTheRest => "sharing out the rest fairly",
        _ => "checking the outcome",
    };
}
