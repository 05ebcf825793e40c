using System.Text;
using Guildhall.Tables.Tests.Support;

namespace Guildhall.Tables.Tests;

public sealed class CsvReadingTests
{
    private static readonly string[] Ann = ["Name|School", "2: Zoë “Z” Ann|St John’s"];

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "windows-1252", "utf-16", "utf-16 big-endian"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void EveryEncodingOfASpreadsheetIsRead(string name)
    {
        const string Text = "Name,School\r\nZoë “Z” Ann,St John’s\r\n";
        byte[] bytes = name switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Text),
            "utf-8 with mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)],
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text),
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
            _ => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)],
        };

        bytes.Read().Lines().ShouldBe(Ann);
    }

    [Theory]
    [InlineData("Name;School\nann;Hill\n")]
    [InlineData("Name\tSchool\nann\tHill\n")]
    [InlineData("sep=;\r\nName;School\r\nann;Hill\r\n")]
    [InlineData("\"Name\",\"School\"\r\"ann\",\"Hill\"")]
    [InlineData(" Name , School \n\n ann,Hill,,\n,,\n")]
    public void EverySeparatorIsFoundByItself(string text)
    {
        var table = text.Read();

        table.Findings.ShouldBeEmpty();
        table.Header.ShouldBe(["Name", "School"]);
        table.Rows.Single().Cells.ShouldBe(["ann", "Hill"]);
    }

    [Theory]
    [InlineData("Surname, forename;Email;Days\nKhan, Amina;a@hill.example;3,5\nJones, Bryn;b@hill.example;2,0\n", "Khan, Amina|a@hill.example|3,5")]
    [InlineData("Name (last, first, title);Email\nKhan;a@hill.example\nJones;b@hill.example\n", "Khan|a@hill.example")]
    [InlineData("Name,Notes\nann,a; b; c; d\nbob,e; f\n", "ann|a; b; c; d")]
    [InlineData("Name;Notes\nann;\"a, b\nc, d, e\"\nbob;f, g\n", "ann|a, b\nc, d, e")]
    [InlineData("Name\nKhan; Amina\n", "Khan; Amina")]
    public void TheSeparatorIsTheOneThatFitsAllRows(string text, string first) =>
        string.Join('|', text.Read().Rows[0].Cells).ShouldBe(first);

    [Fact]
    public void RowsAreNumberedAsASpreadsheetNumbersThem() =>
        "\nName,Notes\n\nann,\"two\nlines\"\n,\nbob,x\n".Read().Lines().ShouldBe(["Name|Notes", "4: ann|two\nlines", "6: bob|x"]);

    [Fact]
    public void RowsHaveAsManyCellsAsTheHeader() =>
        "A,B,C\n1\n1,2,3,,\n".Read().Lines().ShouldBe(["A|B|C", "2: 1||", "3: 1|2|3"]);

    [Theory]
    [InlineData("", "'staff.csv': the file is empty")]
    [InlineData("\r\n \r\n", "'staff.csv': the file is empty")]
    [InlineData(",,\n,,\n", "the file is empty")]
    [InlineData("Name,School\n", "there are no rows under the line that names the columns")]
    [InlineData("Name\nan\0n\n", "'staff.csv': this is not a text file: in a spreadsheet choose Save As, CSV UTF-8")]
    [InlineData("Name,Email,name\nann,x,y\n", "row 1, column C (name): column A has the same name: give each column a name of its own")]
    [InlineData("Name,,Email\nann,x,y\nbob,z,\n", "row 2, column B: 'x' stands in a column that has no name: name the column in row 1, or clear it")]
    [InlineData("\nName\nann,\nbob,,x\n", "row 4, column C: 'x' stands in a column that has no name: name the column in row 2, or clear it")]
    [InlineData("Name,B\nann,\"x\nbob,y\n", "row 2: a cell that begins with a quote (\") on this line is never closed by another")]
    [InlineData("Name,B\nann,\"x\ny\"\nbob,\"x\" y\n", "row 3: text follows the quote (\") that closes this cell: inside a cell in quotes, write each quote twice (line 4 in a text editor)")]
    public void WhatIsWrongIsSaidInWords(string text, string words)
    {
        var table = text.Read();

        table.HasErrors.ShouldBeTrue();
        table.Words().ShouldBe([words]);
    }

    [Fact]
    public void ALostLetterIsToBeKnownAndNoError()
    {
        var table = "Name\nZo\uFFFD\n".Read();

        table.HasErrors.ShouldBeFalse();
        table.Words().ShouldBe(["row 2, column A (Name): letters in this cell were lost before the file came here, where it shows \uFFFD"]);
    }

    [Fact]
    public void EveryBadRowIsFoundAndTheGoodOnesAreThere()
    {
        var table = "A,B\n1,\"x\"y\n2,x\n3,\"x\"y\n4,x\n".Read();

        table.Findings.Select(finding => finding.Row).ShouldBe([2, 4]);
        table.Rows.Select(row => row[0]).ShouldBe(["2", "4"]);
    }

    [Fact]
    public void AColumnThatIsNotThereIsEmpty() => "A\n1\n".Read().Rows[0][-1].ShouldBe("");

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    [InlineData(16_383, "XFD")]
    public void ColumnsHaveLetters(int column, string letters) => ColumnLetter.Of(column).ShouldBe(letters);
}
