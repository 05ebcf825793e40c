using Guildhall.Cli.Tests.Support;

namespace Guildhall.Cli.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData("--seed", "-1", "this must be a whole number from 0 to 18446744073709551615, not '-1'")]
    [InlineData("--seed", "x", "this must be a whole number from 0 to 18446744073709551615, not 'x'")]
    [InlineData("--seed", "18446744073709551616", "this must be a whole number from 0 to 18446744073709551615, not '18446744073709551616'")]
    [InlineData("--school-cap", "0", "this must be a whole number from 1 to 1000000, not '0'")]
    [InlineData("--school-cap", "2.5", "this must be a whole number from 1 to 1000000, not '2.5'")]
    [InlineData("--threads", "0", "this must be a whole number from 1 to 1024, not '0'")]
    [InlineData("--threads", "", "this must be a whole number from 1 to 1024, not ''")]
    [InlineData("--time-limit", "0", "this must be a number of seconds, more than 0 and at most 1000000, not '0'")]
    [InlineData("--time-limit", "-3", "this must be a number of seconds, more than 0 and at most 1000000, not '-3'")]
    [InlineData("--time-limit", "1e3", "this must be a number of seconds, more than 0 and at most 1000000, not '1e3'")]
    [InlineData("--time-limit", "NaN", "this must be a number of seconds, more than 0 and at most 1000000, not 'NaN'")]
    public void OptionsAreChecked(string option, string value, string error)
    {
        using var folder = new DayFolder();

        folder.Allocate(option, value).ShouldBeRefused(folder, $"guildhall: {option}: {error}");
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("2,5")]
    [InlineData("30")]
    public void ATimeLimitMayHaveDecimals(string limit)
    {
        using var folder = new DayFolder();

        folder.Allocate("--time-limit", limit).ShouldBeWritten();
    }

    [Theory]
    [InlineData("Option '--sessions' is required", "allocate", "--people", "p", "--out", "o", "--report", "r")]
    [InlineData("Required argument missing for option: '--sessions'", "allocate", "--people", "p", "--out", "o", "--report", "r", "--sessions")]
    [InlineData("Unrecognized command or argument '--speed'", "allocate", "--sessions", "s", "--people", "p", "--out", "o", "--report", "r", "--speed")]
    [InlineData("Unrecognized command or argument 'rotate'", "rotate")]
    public void WhatIsNotUnderstoodIsSaid(string error, params string[] arguments)
    {
        var result = Result.Of(null, CancellationToken.None, arguments);

        result.Exit.ShouldBe(2);
        result.Out.ShouldBeEmpty();
        result.ErrorLines[0].ShouldBe("guildhall: " + error);
        result.ErrorLines[^1].ShouldStartWith("guildhall: nothing was written; `guildhall ");
    }

    [Fact]
    public void AFileNameThatBeginsWithAnAtSignIsNoResponseFile()
    {
        using var folder = new DayFolder();

        Result.Of(null, CancellationToken.None, "allocate", "--sessions", "@s", "--people", "@p", "--out", folder["o"], "--report", folder["r"])
            .ErrorLines[..2].ShouldBe(["@s:1: file: there is no such file", "@p:1: file: there is no such file"]);
    }

    [Theory]
    [InlineData("Commands:")]
    [InlineData("Commands:", "--help")]
    [InlineData("--sessions FILE", "allocate", "--help")]
    [InlineData("--sessions FILE", "allocate", "--sessions", "x", "-h")]
    [InlineData("0.1.0", "--version")]
    public void HelpIsThere(string text, params string[] arguments)
    {
        var result = Result.Of(null, CancellationToken.None, arguments);

        result.Exit.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        result.Out.ShouldContain(text);
        result.Out.Split('\n').ShouldAllBe(line => line.Length <= 90);
    }

    [Fact]
    public void TheExamplesOfTheHelpAreADay()
    {
        using var folder = new DayFolder();
        var lines = HelpText.Allocate.Split('\n').Select(line => line.Trim()).ToList();
        folder.Write("sessions.csv", Example("workshop,"));
        folder.Write("people.csv", Example("person,name,"));
        folder.Write("fixed.csv", string.Join('\n', Example("person,workshop,").Split('\n')[..2]));

        var result = folder.AllocateWithFixed();

        result.ShouldBeWritten();
        result.Error.ShouldBeEmpty();
        folder.Read("places.csv").ShouldContain("a.khan,09:30,Phonics,Hall,1,yes\n");

        string Example(string start) => string.Join('\n', lines.Skip(lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal))).Take(3));
    }

    [Fact]
    public void TheSummarySaysItInWords()
    {
        using var folder = new DayFolder();

        folder.Allocate().Out.ShouldStartWith(
            "All 3 people have a place in every slot; nobody's day falls short of the best they could have had; everybody got all they wished; proven best in 0.");
    }

    [Fact]
    public void TheSummaryCountsAndDraws()
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", "workshop,slot,seats\nA,1,2\nB,1,1\n");
        folder.Write("people.csv", "person,choice_1,choice_2\n" + string.Concat(Enumerable.Range(0, 4).Select(i => $"p{i},A,B\n")));

        var blocks = folder.Allocate().Out;
        var plain = Result.Of(folder, terminal => terminal with { HasBlocks = false }, CancellationToken.None, folder.Arguments()).Out;

        blocks.ShouldStartWith("3 of 4 people have a place in every slot; nobody's day is further than 3 from their best; 2 got all they wished; proven best");
        var bars = blocks.Split('\n').Where(line => line.Contains('█', StringComparison.Ordinal)).ToList();
        bars.ShouldBe(["        0 " + new string('█', 50) + " 2", "        1 " + new string('█', 25) + " 1", "        3 " + new string('█', 25) + " 1"]);
        plain.ShouldContain("\n        2 0\n        3 " + new string('#', 25) + " 1\n");
        plain.ShouldNotContain('█');
        blocks.Split('\n').ShouldAllBe(line => line.Length <= 80 || line.StartsWith("3 of 4", StringComparison.Ordinal));
        blocks.ShouldNotContain('\u001b');
    }

    [Fact]
    public void ALongListOfRegretsIsDrawnInAFewBars()
    {
        using var folder = new DayFolder();
        var names = Enumerable.Range(0, 60).Select(i => $"w{i}").ToList();
        folder.Write("sessions.csv", "workshop,slot,seats\n" + string.Concat(names.Select((name, i) => $"{name},1,{(i == 0 ? 1 : i == 59 ? 5 : 0)}\n")));
        folder.Write("people.csv", "person," + string.Join(',', names.Select((_, i) => $"choice_{i + 1}")) + "\n"
            + string.Concat(Enumerable.Range(0, 3).Select(i => $"p{i},{string.Join(',', names)}\n")));

        var result = folder.Allocate();

        result.ShouldBeWritten();
        var bars = result.Out.Split('\n').SkipWhile(line => !line.StartsWith("        0", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0).ToList();
        bars.Count.ShouldBeInRange(5, 12);
        bars[^1].ShouldBe("    55-59 " + new string('█', 50) + " 2");
    }

    [Fact]
    public void ProgressIsShownOnATerminalOnlyAndWiped()
    {
        using var folder = new DayFolder();

        var watched = Result.Of(folder, terminal => terminal with { ShowsProgress = true }, CancellationToken.None, folder.Arguments());

        watched.Error.ShouldStartWith("\r0.");
        watched.Error.ShouldEndWith(" \r");
        watched.Error.ShouldNotContain('\n');
        folder.Allocate().Error.ShouldBeEmpty();
    }

    [Fact]
    public void AStopBeforePlanningWritesNothing()
    {
        using var folder = new DayFolder();

        var result = Result.Of(folder, new CancellationToken(canceled: true), folder.Arguments());

        result.Exit.ShouldBe(130);
        result.Error.ShouldBe("guildhall: stopped before there was an answer; nothing was written\n");
        folder.HasOutput.ShouldBeFalse();
    }
}
