using System.Globalization;
using System.Text;
using Guildhall.Cli.Allocate;
using Guildhall.Cli.Reading;
using Guildhall.Cli.Tests.Support;

namespace Guildhall.Cli.Tests;

public sealed class LargeFileTests
{
    private const int Rows = 200_000;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void AnErrorOnTheLastOfManyLinesIsFound(string lineEnd)
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", People(lineEnd) + "last,,Void" + lineEnd);

        folder.Allocate().ShouldBeRefused(folder, string.Create(CultureInfo.InvariantCulture,
            $"people.csv:{(3 * Rows) + 2}: choice_1: no session of workshop 'Void' is given"));
    }

    [Fact]
    public void ManyPeopleAreRead()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", People("\r\n"));
        var findings = new Findings();
        var arguments = new AllocateArguments(folder["sessions.csv"], folder["people.csv"], folder["places.csv"], folder["report.json"]);

        var day = new DayFiles(arguments, findings).Read(CancellationToken.None);

        findings.HasErrors.ShouldBeFalse();
        day.ShouldNotBeNull().People.Count.ShouldBe(Rows);
        day.People[^1].Wishes.ShouldBe(["Phonics"]);
    }

    [Fact]
    public void ManyErrorsAreAllSaid()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", "person,carry\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"p{i},x\n")));

        var result = folder.Allocate();

        result.Exit.ShouldBe(2);
        result.ErrorLines.Length.ShouldBe(Rows + 1);
        result.ErrorLines[^2].ShouldBe("people.csv:200001: carry: 'x' is not a number");
    }

    /// <summary>Rows of three lines: a cell with a line break, then a blank line.</summary>
    private static string People(string lineEnd)
    {
        var text = new StringBuilder("person,name,choice_1").Append(lineEnd);
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"p{i},\"Name{lineEnd}{i}\",Phonics{lineEnd}{lineEnd}");
        return text.ToString();
    }
}
