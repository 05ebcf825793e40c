using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Guildhall.Tables.Tests.Support;

namespace Guildhall.Tables.Tests;

public sealed class WorkbookWritingTests
{
    private static readonly Sheet Staff = new("Staff", ["Name", "Telephone", "Age", "Hours", "Start", "Seen"],
    [
        ["Zoë <&> \"Ann\"", "07700 900123", 30, 0.6m, new DateOnly(2025, 9, 1), new DateTime(2025, 9, 1, 9, 30, 0, DateTimeKind.Utc)],
        ["=1+1", "00123", -5, Cell.Empty, new DateOnly(1899, 12, 31), new DateTime(2025, 9, 1, 9, 30, 15, DateTimeKind.Utc)],
        ["two\r\nlines", "_x0041_", 999_999_999_999_999L, 12_345.125m],
        [" spaces ", "control\u0001\uD800", 1_234_567_890_123_456_789L, 0.000_000_000_001m],
        [],
        ["😀", "#N/A"],
    ]);

    [Fact]
    public void WhatIsWrittenIsReadBack() => Written(Staff).Read().Lines().ShouldBe([
        "Name|Telephone|Age|Hours|Start|Seen",
        "2: Zoë <&> \"Ann\"|07700 900123|30|0.6|2025-09-01|2025-09-01 09:30",
        "3: =1+1|00123|-5||1899-12-31|2025-09-01 09:30:15",
        "4: two\nlines|_x0041_|999999999999999|12345.125||",
        "5: spaces|control|1234567890123456789|0.000000000001||",
        "7: 😀|#N/A||||",
    ]);

    [Fact]
    public void AWorkbookIsValid()
    {
        using var document = Open(Written(Staff, new Sheet("Empty", ["Only a header"], [])));

        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void CellsHaveTheirKinds()
    {
        using var document = Open(Written(Staff));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var cells = sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToDictionary(cell => cell.CellReference!.Value!);

        cells["A3"].CellFormula.ShouldBeNull();
        cells["A3"].InlineString!.InnerText.ShouldBe("=1+1");
        FormatOf("B2").NumberFormatId!.Value.ShouldBe(49u);
        cells["C2"].DataType.ShouldBeNull();
        cells["C2"].InnerText.ShouldBe("30");
        cells["E2"].InnerText.ShouldBe("45901");
        FormatOf("E2").NumberFormatId!.Value.ShouldBe(14u);
        FormatOf("F2").NumberFormatId!.Value.ShouldBe(22u);
        FormatOf("A4").Alignment!.WrapText!.Value.ShouldBeTrue();
        cells.ShouldNotContainKey("D3");
        var bold = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.Fonts!.Elements<Font>().ElementAt((int)FormatOf("A1").FontId!.Value);
        bold.Bold.ShouldNotBeNull();
        var pane = sheet.Descendants<Pane>().Single();
        (pane.State!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value).ShouldBe((PaneStateValues.Frozen, 1d, "A2"));
        sheet.Descendants<Column>().Select(column => column.Width!.Value).ShouldBe([15, 14, 21, 16, 12, 21]);

        CellFormat FormatOf(string place) =>
            document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cells[place].StyleIndex!.Value);
    }

    [Fact]
    public void SheetsAreNamedByTheRulesOfExcel()
    {
        var longName = new string('x', 30) + "😀 and more";
        string[] names = ["Staff", "staff", "a/b\\c?d*e:f[g]h", "'quoted'", "", "  ", "history", longName, longName, "Year 7\n"];
        var bytes = Written([.. names.Select(name => new Sheet(name, ["Name"], [["x"]]))]);

        bytes.Read().Sheets.ShouldBe([
            "Staff", "staff (2)", "a b c d e f g h", "quoted", "Sheet", "Sheet (2)", "history (2)", new string('x', 30), new string('x', 27) + " (2)", "Year 7"]);
        using var document = Open(bytes);
        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    [Fact]
    public void EachSheetIsReadByItsName()
    {
        var bytes = Written(new Sheet("One", ["A"], [["1"]]), new Sheet("Two", ["B"], [["2"]]));

        bytes.Read().Lines().ShouldBe(["A", "2: 1"]);
        bytes.Read(sheet: "Two").Lines().ShouldBe(["B", "2: 2"]);
    }

    [Fact]
    public void ManyRowsGoThereAndBack()
    {
        const int Rows = 20_000;
        var rows = Enumerable.Range(0, Rows).Select(i => (IReadOnlyList<Cell>)
            [string.Create(CultureInfo.InvariantCulture, $"Person {i}"), i, new DateOnly(2000, 1, 1).AddDays(i), i % 2 == 0 ? "yes" : null]);

        var table = Written(new Sheet("Many", ["Name", "Number", "Date", "Even"], rows)).Read();

        table.HasErrors.ShouldBeFalse();
        table.Rows.Count.ShouldBe(Rows);
        table.Rows[^1].Cells.ShouldBe(["Person 19999", "19999", "2054-10-03", ""]);
        table.Rows.Sum(row => int.Parse(row[1], CultureInfo.InvariantCulture)).ShouldBe(Rows / 2 * (Rows - 1));
    }

    [Fact]
    public void LimitsOfExcelAreKept()
    {
        Should.Throw<ArgumentException>(() => Written());
        Should.Throw<ArgumentException>(() => Written(new Sheet("A", [], [])));
        Should.Throw<ArgumentException>(() => Written(new Sheet("A", ["B"], [[new string('x', 32_768)]]))).Message.ShouldBe("cell A2 of the sheet 'A' has more than 32767 letters");
        Should.Throw<ArgumentException>(() => Written(new Sheet("A", ["B"], [["1", "2"]]))).Message.ShouldBe("row 2 of the sheet 'A' has 2 cells, its header 1");
        Should.Throw<ArgumentException>(() => Written(new Sheet("A", [.. Enumerable.Repeat("x", 16_385)], [])));
        Written(new Sheet("A", ["B"], [[new string('x', 32_767)]])).Read().Rows[0][0].Length.ShouldBe(32_767);
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static byte[] Written(params Sheet[] sheets)
    {
        using var file = new MemoryStream();
        Workbook.Write(file, sheets, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
