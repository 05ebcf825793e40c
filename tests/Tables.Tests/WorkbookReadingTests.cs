using Guildhall.Tables.Tests.Support;

namespace Guildhall.Tables.Tests;

public sealed class WorkbookReadingTests
{
    private const string Header = """<row r="1"><c r="A1" t="inlineStr"><is><t> Name </t></is></c><c r="B1" t="inlineStr"><is><t>Value</t></is></c></row>""";

    [Theory]
    [InlineData("""<v>30</v>""", 0, "30")]
    [InlineData("""<v>30.0</v>""", 0, "30")]
    [InlineData("""<v>0.30000000000000004</v>""", 0, "0.3")]
    [InlineData("""<v>123456789012345</v>""", 0, "123456789012345")]
    [InlineData("""<v>-1.5E-3</v>""", 0, "-0.0015")]
    [InlineData("""<f>6*7</f><v>42</v>""", 0, "42")]
    [InlineData("""<v>45901</v>""", 1, "2025-09-01")]
    [InlineData("""<v>45901</v>""", 2, "2025-09-01")]
    [InlineData("""<v>45901.395833333336</v>""", 3, "2025-09-01 09:30")]
    [InlineData("""<v>0.39583333333333331</v>""", 4, "09:30")]
    [InlineData("""<v>1.0625</v>""", 5, "25:30")]
    [InlineData("""<v>42</v>""", 6, "00042")]
    [InlineData("""<v>0.5</v>""", 7, "0.5")]
    public void ANumberIsGivenAsPeopleWriteIt(string cell, int style, string text)
    {
        var rows = Header + $"""<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="B2" s="{style}">{cell}</c></row>""";
        var book = new RawWorkbook { Formats = ["dd/mm/yyyy", "d mmm yy", "dd/mm/yyyy hh:mm", "hh:mm", "[h]:mm", "00000", "0%"] };

        book.Sheet("Staff", rows).ToBytes().Read().Lines().ShouldBe(["Name|Value", $"2: x|{text}"]);
    }

    [Theory]
    [InlineData("inlineStr", "<is><t>07700 900123</t></is>", "07700 900123")]
    [InlineData("inlineStr", "<is><t xml:space=\"preserve\"> 007 </t></is>", "007")]
    [InlineData("inlineStr", "<is><r><t>rich </t></r><r><t>text</t></r></is>", "rich text")]
    [InlineData("str", "<f>A1&amp;\"x\"</f><v>0042</v>", "0042")]
    [InlineData("b", "<v>1</v>", "TRUE")]
    public void TextStaysText(string type, string cell, string text)
    {
        var rows = Header + $"""<row r="2"><c r="A2"/><c r="B2" t="{type}">{cell}</c></row>""";

        new RawWorkbook().Sheet("Staff", rows).ToBytes().Read().Lines()[1].ShouldBe($"2: |{text}");
    }

    [Fact]
    public void StringsThatCellsShareAreRead()
    {
        var book = new RawWorkbook { Strings = ["<t>Name</t>", "<t xml:space=\"preserve\"> 007 </t>", "<r><t>Zoë </t></r><r><t>Ann</t></r>", "<t>'+44 20</t>"] };
        var rows = string.Concat(Enumerable.Range(0, 4).Select(i => $"""<row r="{i + 1}"><c r="A{i + 1}" t="s"><v>{i}</v></c></row>"""));

        book.Sheet("Staff", rows).ToBytes().Read().Lines().ShouldBe(["Name", "2: 007", "3: Zoë Ann", "4: +44 20"]);
    }

    [Fact]
    public void DatesOfTheOtherCalendarAreTheSameDays()
    {
        var rows = Header + """<row r="2"><c r="B2" s="1"><v>44439</v></c></row>""";

        new RawWorkbook { Is1904 = true, Formats = ["dd/mm/yyyy"] }.Sheet("Staff", rows).ToBytes().Read().Lines()[1].ShouldBe("2: |2025-09-01");
    }

    [Fact]
    public void AnErrorInACellIsFoundThere()
    {
        var rows = Header + """
            <row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
            <row r="9"><c r="B9"><f>SUM(B1:B2)</f></c></row>
            """;

        var table = new RawWorkbook().Sheet("Staff", rows).ToBytes().Read();

        table.HasErrors.ShouldBeTrue();
        table.Words().ShouldBe([
            "row 2, column B (Value): the formula here gives #DIV/0!: put it right or clear the cell",
            "row 9, column B (Value): the formula here has no stored result: open the workbook in Excel, save it and choose it again",
        ]);
    }

    [Fact]
    public void TheFirstSheetThatIsNotHiddenIsReadAndTheOthersAreNamed()
    {
        var table = Sheets().Read();

        table.Sheet.ShouldBe("Staff");
        table.Sheets.ShouldBe(["Staff", "Pupils"]);
        table.HasErrors.ShouldBeFalse();
        table.Words().ShouldBe(["the sheet 'Old' is hidden and was not read", "the sheet 'Secret' is hidden and was not read", "the sheet 'Pupils' was not read"]);
        table.Lines().ShouldBe(["Name|Value", "2: staff|"]);
    }

    [Fact]
    public void ANamedSheetIsRead()
    {
        var table = Sheets().Read(sheet: "pupils");

        table.Sheet.ShouldBe("Pupils");
        table.Lines()[1].ShouldBe("2: pupils|");
    }

    [Theory]
    [InlineData("Secret", "the sheet 'Secret' is hidden: show it in Excel and save the workbook")]
    [InlineData("Nowhere", "there is no sheet 'Nowhere'; these are there: 'Staff', 'Pupils'")]
    public void ASheetThatCannotBeReadIsSaid(string sheet, string words)
    {
        var table = Sheets().Read(sheet: sheet);

        table.Words().ShouldBe([words]);
        table.Sheets.ShouldBe(["Staff", "Pupils"]);
        table.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void AWorkbookOfHiddenSheetsIsRefused() =>
        new RawWorkbook().Sheet("Old", Header, "hidden").ToBytes().Read().Words()
            .ShouldBe(["every sheet of the workbook is hidden: show the one that is to be read"]);

    [Fact]
    public void AnEmptySheetIsSaid() =>
        new RawWorkbook().Sheet("Staff", """<row r="3"><c r="A3" s="0"/></row>""").ToBytes().Read().Words().ShouldBe(["the sheet 'Staff' is empty"]);

    [Fact]
    public void EmptyRowsAndColumnsAreLeftOutAndRowsKeepTheirNumbers()
    {
        var rows = """
            <row r="3"><c r="B3" t="inlineStr"><is><t>Name</t></is></c><c r="E3" s="0"/></row>
            <row r="5"><c r="B5" t="inlineStr"><is><t>ann</t></is></c><c r="C5" t="inlineStr"><is><t>  </t></is></c></row>
            <row r="900"><c r="B900" t="inlineStr"><is><t>bob</t></is></c></row>
            <row r="1048576"><c r="A1048576" s="0"/></row>
            """;

        new RawWorkbook().Sheet("Staff", rows).ToBytes().Read().Lines().ShouldBe(["|Name", "5: |ann", "900: |bob"]);
    }

    private static byte[] Sheets() => new RawWorkbook()
        .Sheet("Old", Header, "hidden")
        .Sheet("Secret", Header, "veryHidden")
        .Sheet("Staff", Header + """<row r="2"><c r="A2" t="inlineStr"><is><t>staff</t></is></c></row>""")
        .Sheet("Pupils", Header + """<row r="2"><c r="A2" t="inlineStr"><is><t>pupils</t></is></c></row>""")
        .ToBytes();
}
