using System.Text;
using Guildhall.Cli.Tests.Support;

namespace Guildhall.Cli.Tests;

public sealed class ErrorTests
{
    [Fact]
    public void EveryErrorOfAllFilesIsSaidAtOnce()
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", """
            workshop,title,slot,room,seats,minimum,for
            Phonics,,1,Hall,thirty,,
            Drama,,1,,30.5,-2,
            ,,1,,5,,
            Maths,,2,Lab,,1000001,
            Drama,,1,,5,,
            Art,,,,5,,
            Golf,,1,,9,,,stray

            """);
        folder.Write("people.csv", """
            person,carry,away,presents,choice_1,choice_2,choice_3
            ann,,,,Phonics,,Nothing
            ann,10,,Void,Drama,Art,
            ,x,,,Maths,,

            """);
        folder.Write("fixed.csv", """
            person,workshop,slot
            ann,Phonics,1
            zed,Drama,1
            ann,Drama,3
            ann,,1

            """);

        folder.AllocateWithFixed("--school-cap", "0").ShouldBeRefused(folder,
            "sessions.csv:2: seats: 'thirty' is not a number",
            "sessions.csv:3: seats: '30.5' is not a whole number",
            "sessions.csv:3: minimum: this must be 0 or more, not '-2'",
            "sessions.csv:4: workshop: the workshop is missing",
            "sessions.csv:5: seats: the number of seats is missing",
            "sessions.csv:5: minimum: '1000001' is too large: at most 1000000 is possible",
            "sessions.csv:6: slot: workshop 'Drama' has a session in slot '1' already; a workshop has at most one in a slot",
            "sessions.csv:7: slot: the slot is missing",
            "sessions.csv:8: cell 8: 'stray' stands to the right of the last column that has a name",
            "people.csv:2: choice_3: no session of workshop 'Nothing' is given",
            "people.csv:3: person: person 'ann' is there already",
            "people.csv:3: carry: carry must be from 0 to 9, not 10",
            "people.csv:3: presents: no session of workshop 'Void' is given",
            "people.csv:4: carry: 'x' is not a number",
            "people.csv:4: person: the person is missing",
            "fixed.csv:3: person: no person 'zed' is given",
            "fixed.csv:4: slot: workshop 'Drama' has no session in slot '3'",
            "fixed.csv:5: workshop: the workshop is missing",
            "guildhall: --school-cap: this must be a whole number from 1 to 1000000, not '0'");
    }

    [Theory]
    [InlineData("", "1: file: the file is empty")]
    [InlineData(" \r\n\r\n", "1: file: the file is empty")]
    [InlineData("workshop,slot,seats\n", "1: file: there is no session under the line that names the columns")]
    [InlineData("PK\u0003\u0004xyz", "1: file: this is an Excel workbook, not a CSV file: in Excel choose Save As, CSV UTF-8")]
    [InlineData("%PDF-1.7 ...", "1: file: this is a PDF, not a CSV file: in a spreadsheet choose Save As, CSV UTF-8")]
    [InlineData("workshop,slot,seats\nDr\0ama,1,5\n", "1: file: this is not a text file: in a spreadsheet choose Save As, CSV UTF-8")]
    [InlineData("workshop,slot,seats\nA,1,5\nB,1,\"5\nC,1,5\n", "3: quotes: a cell that begins with a quote (\") on this line is never closed by another")]
    [InlineData("workshop,slot,seats,title\nA,1,5,\nB,1,5,\"x\"\"", "3: quotes: a cell that begins with a quote (\") on this line is never closed by another")]
    [InlineData("workshop,slot,title,seats\nA,1,\"a\nb\",\"5\nC,1,5\n", "3: quotes: a cell that begins with a quote (\") on this line is never closed by another")]
    [InlineData("workshop,slot,title,seats,x\nA,1,,5,\"b\"c\n", "2: quotes: text follows the quote (\") that closes this cell: inside a cell in quotes, write each quote twice")]
    public void WhatFollowsFromALostRowOrFileIsNotSaid(string sessions, string error)
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", sessions);
        folder.Write("people.csv", "person,presents,choice_1\nann,A,C\n");
        folder.Write("fixed.csv", "person,workshop,slot\nann,B,1\n");

        folder.AllocateWithFixed().ShouldBeRefused(folder, "sessions.csv:" + error);
    }

    [Theory]
    [InlineData("workshop,slot\nDrama,1\n", "1: seats: the column 'seats' is missing; the first line names the columns, and here they are: 'workshop', 'slot'")]
    [InlineData("workshop,slot,seats,Room,room\nDrama,1,5,,\n", "1: room: the column is there twice, as the file's columns 4 and 5")]
    [InlineData("workshop,slot,seats\nA,1,\"1,000\"\n", "2: seats: '1,000' can be read as 1 or in thousands: write the number without a comma or point")]
    [InlineData("workshop,slot,seats\nA,1,1e2\n", "2: seats: '1e2' is not a number")]
    [InlineData("workshop,slot,seats\nA,1,5.\n", "2: seats: '5.' is not a number")]
    [InlineData("workshop,slot,seats\nA,1,--5\n", "2: seats: '--5' is not a number")]
    [InlineData("workshop,slot,seats\nA,1,99999999999999999999\n", "2: seats: '99999999999999999999' is too large: at most 1000000 is possible")]
    [InlineData("workshop,slot,seats\nA,1,\u0665\n", "2: seats: '\u0665' is not a number")]
    public void WhatIsWrongIsSaidAtItsLine(string sessions, string error)
    {
        using var folder = new DayFolder();
        folder.Write("sessions.csv", sessions);
        folder.Write("people.csv", "person\nann\n");

        folder.Allocate().ShouldBeRefused(folder, "sessions.csv:" + error);
    }

    [Fact]
    public void AnOldExcelWorkbookIsNamed()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0, 0]);

        folder.Allocate().ShouldBeRefused(folder,
            "people.csv:1: file: this is an Excel workbook, not a CSV file: in Excel choose Save As, CSV UTF-8");
    }

    [Fact]
    public void MissingFilesAndFoldersAreNamedTogether()
    {
        using var folder = new DayFolder();
        File.Delete(folder["sessions.csv"]);
        File.Delete(folder["people.csv"]);
        Directory.CreateDirectory(folder["people.csv"]);

        folder.AllocateWithFixed().ShouldBeRefused(folder,
            "sessions.csv:1: file: there is no such file",
            "people.csv:1: file: this is a folder, not a file",
            "fixed.csv:1: file: there is no such file");
    }

    [Fact]
    public void PeopleWithoutARowAreAnError()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", "person,choice_1\n\n ,\n");
        folder.Write("fixed.csv", "person,slot\nann,1\n");

        folder.AllocateWithFixed().ShouldBeRefused(folder,
            "people.csv:1: file: there is nobody under the line that names the columns",
            "fixed.csv:1: workshop: the column 'workshop' is missing; the first line names the columns, and here they are: 'person', 'slot'");
    }

    [Fact]
    public void AnErrorCannotForgeLinesOrSteerTheTerminal()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", "person,choice_1\nann,\"x\nsessions.csv:1: a: b\u001b[2J\u202E" + new string('y', 5000) + "\"\n");

        var result = folder.Allocate();

        result.ErrorLines.Length.ShouldBe(2);
        result.ErrorLines[0].ShouldStartWith("people.csv:2: choice_1: no session of workshop 'x sessions.csv:1: a: b [2J yyy");
        result.ErrorLines[0].Length.ShouldBeLessThan(500);
    }

    [Fact]
    public void AFileIsNamedAsItWasGiven()
    {
        using var folder = new DayFolder();
        var odd = folder["."] + Path.DirectorySeparatorChar + "nowhere.csv";

        var result = Result.Of(null, CancellationToken.None, "allocate", "--sessions", odd, "--people", folder["people.csv"],
            "--out", folder["places.csv"], "--report", folder["report.json"]);

        result.ErrorLines[0].ShouldBe(odd + ":1: file: there is no such file");
    }

    [Fact]
    public void BytesThatAreNoUtf8AreReadAsWindows1252InMessagesToo()
    {
        using var folder = new DayFolder();
        folder.Write("people.csv", Encoding.Latin1.GetBytes("person,choice_1\nann,Été\n"));

        folder.Allocate().ShouldBeRefused(folder, "people.csv:2: choice_1: no session of workshop 'Été' is given");
    }
}
