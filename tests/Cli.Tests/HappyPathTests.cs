using System.Text.Json;
using System.Text.RegularExpressions;
using Guildhall.Cli.Tests.Support;

namespace Guildhall.Cli.Tests;

public sealed class HappyPathTests
{
    private const string Places = """
        person,slot,workshop,room,rank,fixed
        ann,1,Phonics,Hall,1,yes
        ann,2,Maths,Lab,2,
        bob,1,Drama,Studio,1,
        cat,2,Phonics,Hall,1,

        """;

    [Fact]
    public void TheFilesAreAsDocumented()
    {
        using var folder = new DayFolder();
        folder.Write("fixed.csv", DayFolder.FixedPlaces);

        var result = folder.AllocateWithFixed("--seed", "7");

        result.ShouldBeWritten();
        result.Error.ShouldBeEmpty();
        folder.Read("places.csv").ShouldBe(Places);
        Regex.Replace(folder.Read("report.json"), "\"seconds\": [0-9.]+,", "\"seconds\": S,", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe("""
            {
              "version": "0.1.0",
              "seed": 7,
              "seconds": S,
              "status": "optimal",
              "people": 3,
              "slots_wanted": 4,
              "empty": {
                "value": 0,
                "bound": 0
              },
              "worst_regret": {
                "value": 0,
                "bound": 0
              },
              "weighted_squares": {
                "value": 0,
                "bound": 0
              },
              "regret_histogram": {
                "0": 3
              },
              "by_rank": {
                "1": 3,
                "2": 1,
                "unlisted": 0
              },
              "all_wishes": 3,
              "not_running": [],
              "warnings": []
            }

            """);
        folder.Files.ShouldBe(["fixed.csv", "people.csv", "places.csv", "report.json", "sessions.csv"]);
    }

    [Fact]
    public void TheOrderOfRowsAndColumnsDoesNotMatter()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", """
            choice_2,colour,GROUP,Person,presents,away,choice_1,carry
            ,red,assistants,cat,Drama,,Phonics,
            Phonics,,teachers,bob,,2,Drama,1
            Maths,,teachers,ann,,,Phonics,

            """);
        folder.Write("sessions.csv", """
            seats,slot,workshop,room,for
            2,2,Maths,Lab,teachers
            2,2,Phonics,Hall,
            2,1,Drama,Studio,
            2,1,Phonics,Hall,

            """);

        folder.Allocate().ShouldBeWritten();

        folder.Read("places.csv").ShouldBe(Places.Replace("yes", "", StringComparison.Ordinal));
    }

    [Fact]
    public void SomebodyWithoutAPlaceAndAPlaceOffTheListAreShown()
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", "workshop,slot,seats,room\nDrama,1,1,Studio\n");
        folder.Write("people.csv", "person,choice_1\nann,\nbob,\n");

        folder.Allocate().ShouldBeWritten();

        folder.Read("places.csv").Split('\n')[1..3].ShouldBe(["ann,1,Drama,Studio,,", "bob,1,,,,"], ignoreOrder: false);
        using var report = JsonDocument.Parse(folder.Read("report.json"));
        report.RootElement.GetProperty("empty").GetProperty("value").GetInt32().ShouldBe(1);
        report.RootElement.GetProperty("empty").GetProperty("bound").GetInt32().ShouldBe(1);
        report.RootElement.GetProperty("slots_wanted").GetInt32().ShouldBe(2);
        report.RootElement.GetProperty("by_rank").ToString().ShouldBe("{\n    \"unlisted\": 1\n  }");
        report.RootElement.GetProperty("regret_histogram").EnumerateObject().Select(count => count.Name).ShouldBe(["0", "1"]);
        report.RootElement.GetProperty("all_wishes").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void SessionsThatDoNotRunAndWarningsAreReported()
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", "workshop,slot,seats,minimum\nDrama,1,9,\nMaths,1,9,4\n");
        folder.Write("people.csv", "person,presents,choice_2,choice_7\nann,,Drama,Drama\nbob,Maths,,Maths\n");

        var result = folder.Allocate();

        result.ShouldBeWritten();
        string[] warnings =
        [
            "people.csv:2: choice_7: ann wishes for 'Drama' twice; the later wish is dropped",
            "people.csv:3: choice_7: bob presents 'Maths'; the wish for it is dropped",
        ];
        result.ErrorLines.ShouldBe(warnings);
        using var report = JsonDocument.Parse(folder.Read("report.json"));
        report.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!.Replace(folder["x"][..^1], "", StringComparison.Ordinal)).ShouldBe(warnings);
        var idle = report.RootElement.GetProperty("not_running").EnumerateArray().Single();
        idle.EnumerateObject().Take(3).Select(field => $"{field.Name}={field.Value}").ShouldBe(["workshop=Maths", "slot=1", "minimum=4"]);
        idle.GetProperty("without_minimum").EnumerateObject().Select(field => $"{field.Name}={field.Value}")
            .ShouldBe(["empty=0", "worst_regret=0", "weighted_squares=0", "proven=True"]);
        result.Out.ShouldContain("1 session does not run");
        result.Out.ShouldContain("Maths in slot 1 (needs 4; nobody's day is worse for it)");
    }

    [Fact]
    public void TheSameSeedGivesTheSameFile()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", "person\n" + string.Concat(Enumerable.Range(0, 6).Select(i => $"p{i}\n")));
        folder.Allocate("--seed", "18446744073709551615").ShouldBeWritten();
        var first = folder.Read("places.csv");

        folder.Allocate("--seed", "18446744073709551615", "--threads", "2").ShouldBeWritten();

        folder.Read("places.csv").ShouldBe(first);
        folder.Read("report.json").ShouldContain("\"seed\": 18446744073709551615,");
    }

    [Fact]
    public void TheSchoolCapHolds()
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", "workshop,slot,seats\nDrama,1,9\nMaths,1,9\n");
        folder.Write("people.csv", "person,school,choice_1\nann,Hill,Drama\nbob,Hill,Drama\ncat,Lake,Drama\n");

        folder.Allocate("--school-cap", "1").ShouldBeWritten();

        var rows = folder.Read("places.csv").Split('\n')[1..4];
        rows.Take(2).Count(row => row.Contains(",Drama,", StringComparison.Ordinal)).ShouldBe(1);
        rows[2].ShouldBe("cat,1,Drama,,1,");
    }
}
