using System.Text;
using Guildhall.Cli.Tests.Support;

namespace Guildhall.Cli.Tests;

/// <summary>What real spreadsheets do to a CSV file, and what is to be read all the same.</summary>
public sealed class QuirkTests
{
    private const string Sessions = "workshop,slot,seats,room\nÉté,1,5,Café\nMaths,2,5,Lab\n";
    private const string People = "person,choice_1,choice_2\nann,Été,Maths\n";
    private const string Places = "person,slot,workshop,room,rank,fixed\nann,1,Été,Café,1,\nann,2,Maths,Lab,2,\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "windows-1252", "utf-16", "utf-16 big-endian"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void EveryEncodingOfASpreadsheetIsRead(string name)
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", Encode(Sessions));
        folder.Write("people.csv", Encode(People));

        folder.Allocate().ShouldBeWritten();

        folder.Read("places.csv").ShouldBe(Places);

        byte[] Encode(string text) => name switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 with mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            "windows-1252" => Encoding.Latin1.GetBytes(text),
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            _ => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        };
    }

    [Fact]
    public void WindowsQuotesAndDashesAreRead()
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", [.. "workshop,slot,seats\n"u8, 0x93, .. "Maths"u8, 0x94, 0x20, 0x96, 0x20, 0x80, .. ",1,5\n"u8]);
        folder.Write("people.csv", "person\nann\n");

        folder.Allocate().ShouldBeWritten();

        folder.Read("places.csv").ShouldContain("ann,1,“Maths” – €,,,");
    }

    [Theory]
    [InlineData(';', "\r\n")]
    [InlineData('\t', "\n")]
    [InlineData(',', "\r")]
    [InlineData(';', "\n")]
    public void EverySeparatorAndLineEndIsRead(char separator, string lineEnd)
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", Sessions.Replace(',', separator).Replace("\n", lineEnd, StringComparison.Ordinal));
        folder.Write("people.csv", People.Replace(',', separator).Replace("\n", lineEnd, StringComparison.Ordinal));

        folder.Allocate().ShouldBeWritten();

        folder.Read("places.csv").ShouldBe(Places);
    }

    [Theory]
    [InlineData("sep=;\r\nworkshop;slot;seats;room\r\nÉté;1;5;Café\r\nMaths;2;5;Lab")]
    [InlineData("\n\n ,,,\nworkshop,slot,seats,room\n\n,,,\nÉté,1,5,Café\n   \nMaths,2,5,Lab\n\n\n")]
    [InlineData("  Workshop , SLOT\t, Seats ,rOOm\n Été , 1 , 5 ,Café\u00A0\n\"Maths \" , \"2\" ,5, \"Lab\" \n")]
    [InlineData("\"workshop\",\"slot\",\"seats\",\"room\"\n\"Été\",\"1\",\"5\",\"Café\"\n\"Maths\",\"2\",\"5\",\"Lab\"")]
    [InlineData("workshop;slot;seats;room;\"a, b, c, d, e\"\nÉté;1;5,0;Café;\nMaths;2;5.00;Lab;x\n")]
    [InlineData("workshop,slot,seats,room,,\nÉté,1,5.0,Café,,,,\nMaths,2,\"5,0\",Lab,\n")]
    [InlineData("workshop,slot,room,seats,title\nÉté,1,Café,5\nMaths,2,Lab,5,\"12\"\" rulers,\r\nand more\"\n")]
    [InlineData("workshop,slot,room,seats,title\nÉté,1,Café,5,12\" rulers\nMaths,2,Lab,5\n")]
    public void OddFilesSayTheSame(string sessions)
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", sessions);
        folder.Write("people.csv", People);

        folder.Allocate().ShouldBeWritten();

        folder.Read("places.csv").ShouldBe(Places);
    }

    [Fact]
    public void CellsWithQuotesSeparatorsAndLineBreaksComeBackTheSame()
    {
        const string Name = "The \"best\",\nof; all";
        using var folder = new DayFolder();
        folder.Write("sessions.csv", "workshop,slot,seats\n\"The \"\"best\"\",\nof; all\",1,5\n");
        folder.Write("people.csv", "person,choice_1\nann,\"The \"\"best\"\",\nof; all\"\n");
        folder.Allocate().ShouldBeWritten();
        folder.Read("places.csv").ShouldBe("person,slot,workshop,room,rank,fixed\nann,1,\"" + Name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\",,1,\n");
        File.Move(folder["places.csv"], folder["fixed.csv"]);

        folder.AllocateWithFixed().ShouldBeWritten();

        folder.Read("places.csv").ShouldEndWith(",1,yes\n");
    }

    [Fact]
    public void LinesAreCountedAsAnEditorCountsThem()
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", "workshop,slot,seats,title\r\nA,1,x,\"two\r\nlines\"\r\n\r\nB,1,y,\r\n\"C\n\n\",1,z,\rD,1,w,\n");
        folder.Write("people.csv", "person\nann\n");

        folder.Allocate().ShouldBeRefused(folder,
            "sessions.csv:2: seats: 'x' is not a number",
            "sessions.csv:5: seats: 'y' is not a number",
            "sessions.csv:6: seats: 'z' is not a number",
            "sessions.csv:9: seats: 'w' is not a number");
    }

    [Fact]
    public void ChoicesAreOrderedByNumberAndGapsAreSkipped()
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", "workshop,slot,seats\nA,1,5\nB,1,5\nC,1,5\n");
        folder.Write("people.csv", "person,choice_10,choice_2,choice_9\nann,A,,B\nbob,A,C,B\n");

        folder.Allocate().ShouldBeWritten();

        folder.Read("places.csv").ShouldBe("person,slot,workshop,room,rank,fixed\nann,1,B,,1,\nbob,1,C,,1,\n");
    }

    [Fact]
    public void AColumnOfWishesWithAWrongNameIsNotPassedOverInSilence()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", "person,Choice 1,choice_0\nann,Drama,\n");

        var result = folder.Allocate();

        result.ShouldBeWritten();
        result.ErrorLines.ShouldBe([
            "people.csv:1: Choice 1: this column is not read: such columns are called choice_1, choice_2 and so on",
            "people.csv:1: choice_0: this column is not read: such columns are called choice_1, choice_2 and so on",
            "people.csv:1: choice_1: the file has no such column, so nobody wishes for anything",
            "sessions.csv:5: for: nobody is in the group 'teachers'"], ignoreOrder: true);
    }

    [Fact]
    public void FixedPlacesMayBeNone()
    {
        using var folder = new DayFolder();
        folder.Write("fixed.csv", "person,workshop,slot,reason\n");

        folder.AllocateWithFixed().ShouldBeWritten();
    }

    [Fact]
    public void AFileMayBeALink()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such files");
        using var folder = new DayFolder();
        File.CreateSymbolicLink(folder["link.csv"], folder["people.csv"]);

        Result.Of(folder, CancellationToken.None, "allocate", "--sessions", folder["sessions.csv"], "--people", folder["link.csv"],
            "--out", folder["places.csv"], "--report", folder["report.json"]).ShouldBeWritten();
    }
}
