using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Guildhall.Cli.Tests.Support;

namespace Guildhall.Cli.Tests;

/// <summary>The executable as it is started from a shell.</summary>
public sealed class ProcessTests
{
    private static readonly string Executable =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "guildhall.exe" : "guildhall");

    [Fact]
    public void ItIsSilentInAPipeAndSucceeds()
    {
        using var folder = new DayFolder();

        var (exit, output, error) = Finish(Start(folder.Arguments("--fixed", Fixed(folder))));

        error.ShouldBeEmpty();
        exit.ShouldBe(0);
        output.ShouldStartWith("All 3 people have a place in every slot; ");
        output.ShouldNotContain('\u001b');
        folder.Read("places.csv").ShouldContain("ann,1,Phonics,Hall,1,yes\n");
    }

    [Fact]
    public void ItRefusesWithCode2()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", "person,choice_1\nann,Void\n");

        var (exit, output, error) = Finish(Start(folder.Arguments()));

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldStartWith(folder["people.csv"] + ":2: choice_1: no session of workshop 'Void' is given\n");
        folder.HasOutput.ShouldBeFalse();
    }

    [Fact]
    public void ItWritesBlocksAsUtf8()
    {
        using var folder = new DayFolder();

        Finish(Start(folder.Arguments())).Output.ShouldContain(new string('█', 50) + " 3");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void ASignalGivesTheBestSoFar(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no kill");
        using var folder = LongDay.Folder();
        var process = Start(folder.Arguments());
        WaitForPlanning(process);

        Send(process, signal);

        var (exit, output, error) = Finish(process);
        exit.ShouldBe(0, error);
        output.ShouldContain("It was stopped early: this is the best found so far.");
        folder.Files.ShouldBe(["people.csv", "places.csv", "report.json", "sessions.csv"]);
        using var report = JsonDocument.Parse(folder.Read("report.json"));
        report.RootElement.GetProperty("status").GetString().ShouldBe("feasible");
        folder.Read("places.csv").Count(letter => letter == '\n').ShouldBe(report.RootElement.GetProperty("slots_wanted").GetInt32() + 1);
    }

    [Fact]
    public void ASecondSignalLeavesAtOnceAndWritesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no kill");
        using var folder = LongDay.Folder();
        var process = Start(folder.Arguments());
        WaitForPlanning(process);

        Send(process, "INT", "TERM");

        Finish(process).Exit.ShouldBe(130);
        folder.Files.ShouldBe(["people.csv", "sessions.csv"]);
    }

    private static string Fixed(DayFolder folder)
    {
        folder.Write("fixed.csv", DayFolder.FixedPlaces);
        return folder["fixed.csv"];
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        return Process.Start(start)!;
    }

    /// <summary>Waits for processor time, not for time: on a busy machine reading takes longer by the clock.</summary>
    private static void WaitForPlanning(Process process)
    {
        while (!process.HasExited && process.TotalProcessorTime < TimeSpan.FromSeconds(2))
            Thread.Sleep(20);
        process.HasExited.ShouldBeFalse();
    }

    private static void Send(Process process, params string[] signals)
    {
        // From one shell, so that no time passes between the two.
        var command = string.Join(';', signals.Select(signal => string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {process.Id}")));
        using var shell = Process.Start("/bin/sh", ["-c", command]);
        shell.WaitForExit();
    }

    private static (int Exit, string Output, string Error) Finish(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
    }
}
