using System.Text.Json;
using Guildhall.Cli.Tests.Support;
using Guildhall.Cli.Writing;

namespace Guildhall.Cli.Tests;

/// <summary>Files that are written whole or not at all, and safe to open in a spreadsheet.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\",\"x\")", "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"")]
    [InlineData("+44", "'+44")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    public void FormulasAreWrittenAsTextAndReadBack(string name, string written)
    {
        using var folder = new DayFolder();
        var cell = "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        folder.Write("sessions.csv", $"workshop,slot,seats,room\n{cell},{cell},5,{cell}\n");
        folder.Write("people.csv", $"person,choice_1\n{cell},{cell}\n");

        folder.Allocate().ShouldBeWritten();

        folder.Read("places.csv").ShouldBe($"person,slot,workshop,room,rank,fixed\n{written},{written},{written},{written},1,\n");
        File.Copy(folder["places.csv"], folder["fixed.csv"]);
        folder.AllocateWithFixed().ShouldBeWritten();
        folder.Read("places.csv").ShouldEndWith(",1,yes\n");
    }

    [Fact]
    public void TheReportHoldsAnyName()
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", "workshop,slot,seats,minimum\n\"Été \"\"<&>\"\"\n\t\u0001\",1,5,3\n");
        folder.Write("people.csv", "person\nann\n");

        folder.Allocate().ShouldBeWritten();

        folder.Read("report.json").ShouldContain("Été");
        using var report = JsonDocument.Parse(folder.Read("report.json"));
        report.RootElement.GetProperty("not_running")[0].GetProperty("workshop").GetString().ShouldBe("Été \"<&>\"\n\t\u0001");
    }

    [Fact]
    public void NewFilesTakeThePlaceOfOldOnesAndNothingElseStays()
    {
        using var folder = new DayFolder();
        folder.Write("places.csv", "old");
        folder.Write("report.json", "old");

        folder.Allocate().ShouldBeWritten();

        folder.Read("places.csv").ShouldStartWith("person,slot,");
        folder.Read("report.json").ShouldStartWith("{");
        folder.Files.ShouldBe(["people.csv", "places.csv", "report.json", "sessions.csv"]);
    }

    [Fact]
    public void OldFilesStayWhenThereIsAnError()
    {
        using var folder = new DayFolder();
        folder.Write("places.csv", "old");
        folder.Write("people.csv", "person\n");

        folder.Allocate().Exit.ShouldBe(2);

        folder.Read("places.csv").ShouldBe("old");
        folder.Files.ShouldBe(["people.csv", "places.csv", "sessions.csv"]);
    }

    [Fact]
    public void WhatWasReplacedIsPutBackWhenALaterFileFails()
    {
        using var folder = new DayFolder();
        folder.Write("old.csv", "old");
        var before = folder.Files;
        using (var files = new AtomicFiles(CancellationToken.None))
        {
            files.Add(folder["old.csv"], stream => stream.Write("new"u8));
            files.Add(folder["new.csv"], stream => stream.Write("new"u8));
            files.Add(folder["last.csv"], stream => stream.Write("new"u8));
            Directory.CreateDirectory(folder["last.csv"]);

            Should.Throw<IOException>(files.Commit);
        }

        folder.Read("old.csv").ShouldBe("old");
        folder.Files.ShouldBe(before);
    }

    [Fact]
    public void AFailureHalfwayLeavesNothing()
    {
        using var folder = new DayFolder();
        var before = folder.Files;
        using (var files = new AtomicFiles(CancellationToken.None))
        {
            files.Add(folder["one.csv"], stream => stream.Write("new"u8));
            Should.Throw<IOException>(() => files.Add(folder["two.csv"], _ => throw new IOException("disk full")));
        }

        folder.Files.ShouldBe(before);
    }

    [Fact]
    public void ASecondSignalWhileWritingLeavesNothing()
    {
        using var folder = new DayFolder();
        var before = folder.Files;
        using var abandon = new CancellationTokenSource();
        using var files = new AtomicFiles(abandon.Token);
        files.Add(folder["one.csv"], stream => stream.Write("new"u8));
        folder.Files.Length.ShouldBe(before.Length + 1);

        abandon.Cancel();

        folder.Files.ShouldBe(before);
        Should.Throw<OperationCanceledException>(files.Commit);
        folder.Files.ShouldBe(before);
    }

    [Fact]
    public void ALinkIsFollowedAndPermissionsAreKept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such permissions");
        using var folder = new DayFolder();
        folder.Write("real.txt", "old");
#pragma warning disable CA1416 // Skipped on Windows above.
        File.SetUnixFileMode(folder["real.txt"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(folder["places.csv"], folder["real.txt"]);

        folder.Allocate().ShouldBeWritten();

        folder.Read("real.txt").ShouldStartWith("person,slot,");
        new FileInfo(folder["places.csv"]).LinkTarget.ShouldNotBeNull();
        File.GetUnixFileMode(folder["real.txt"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
#pragma warning restore CA1416
    }

    [Fact]
    public void PlacesToWriteToAreCheckedFirst()
    {
        using var folder = new DayFolder();

        Errors(folder["nowhere/places.csv"], folder["."]).ShouldBe([
            "guildhall: --out: the folder of 'nowhere/places.csv' does not exist",
            "guildhall: --report: '.' is a folder, not a file"]);
        Errors(folder["people.csv"], folder["./sessions.csv"]).ShouldBe([
            "guildhall: --out: this is the same file as --people, which would be lost",
            "guildhall: --report: this is the same file as --sessions, which would be lost"]);
        Errors(folder["x"], folder["./x"]).ShouldBe(["guildhall: --report: this is the same file as --out"]);
        Errors("", folder["x"]).ShouldBe(["guildhall: --out: the name of the file is missing"]);
        if (!OperatingSystem.IsWindows())
            Errors("/dev/null", folder["x"]).ShouldBe(["guildhall: --out: '/dev/null' is a device, not a file"]);
        folder.Files.ShouldBe(["people.csv", "sessions.csv"]);
        folder.Read("people.csv").ShouldBe(DayFolder.People);

        string[] Errors(string places, string report)
        {
            var result = Result.Of(folder, CancellationToken.None, "allocate", "--sessions", folder["sessions.csv"],
                "--people", folder["people.csv"], "--out", places, "--report", report);
            result.Exit.ShouldBe(2);
            return result.ErrorLines[..^1];
        }
    }
}
