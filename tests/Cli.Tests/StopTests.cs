using System.Text;
using System.Text.Json;
using Guildhall.Cli.Tests.Support;

namespace Guildhall.Cli.Tests;

public sealed class StopTests
{
    [Fact]
    public void AStopWhilePlanningWritesTheBestSoFarWithItsBounds()
    {
        using var folder = LongDay.Folder();
        using var stop = new CancellationTokenSource();
        using var error = new StopAtFirstProgress(stop);

        var result = Result.Of(folder, terminal => terminal with { Error = error, ShowsProgress = true }, stop.Token, folder.Arguments());

        result.Exit.ShouldBe(0);
        result.Out.ShouldContain("not proven best");
        result.Out.ShouldContain("It was stopped early: this is the best found so far.");
        using var report = JsonDocument.Parse(folder.Read("report.json"));
        report.RootElement.GetProperty("status").GetString().ShouldBe("feasible");
        foreach (var name in new[] { "empty", "worst_regret", "weighted_squares" })
        {
            var value = report.RootElement.GetProperty(name);
            value.GetProperty("bound").GetInt64().ShouldBeLessThanOrEqualTo(value.GetProperty("value").GetInt64());
        }
    }

    [Fact]
    public void ATimeLimitIsNamedInTheSummary()
    {
        using var folder = LongDay.Folder();

        var result = folder.Allocate("--time-limit", "0.5");

        result.ShouldBeWritten();
        result.Out.ShouldContain("The time was up: this is the best found so far.");
    }

    /// <summary>Progress is the sign that planning has begun.</summary>
    private sealed class StopAtFirstProgress(CancellationTokenSource stop) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value) => stop.Cancel();
    }
}
