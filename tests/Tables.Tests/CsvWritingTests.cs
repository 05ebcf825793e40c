using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Guildhall.Tables.Tests.Support;

namespace Guildhall.Tables.Tests;

public sealed class CsvWritingTests
{
    private static readonly string[] Pieces =
        ["\"", ",", ";", "\t", "\n", "\r\n", "\r", "'", "''", "=", "+44", "-", "@", "\uFF1D", " ", "\u00A0", "é", "😀", "sep=;", "a", "0", "\uFEFF", "\u0001", "\uD800", "07700 900123"];

    [Fact]
    public void AFileIsWrittenAsExcelReadsIt()
    {
        var sheet = new Sheet("Staff", ["Name", "Age", "Hours", "Start", "Seen"],
        [
            ["Zoë \"Z\" Ann", 30, 0.50m, new DateOnly(2025, 9, 1), new DateTime(2025, 9, 1, 9, 30, 0, DateTimeKind.Utc)],
            ["a,b", -5, Cell.Empty, (string?)null],
            [" =1+1 ", 12_345_678_901],
        ]);

        Written(sheet).ShouldBe([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(
            "Name,Age,Hours,Start,Seen\r\n\"Zoë \"\"Z\"\" Ann\",30,0.5,2025-09-01,2025-09-01 09:30\r\n\"a,b\",-5,,,\r\n'=1+1,12345678901,,,\r\n")]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\",\"x\")", "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"")]
    [InlineData("+44 20", "'+44 20")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\uFF1Dx", "'\uFF1Dx")]
    [InlineData("'=x", "''=x")]
    [InlineData("'tis", "'tis")]
    [InlineData("a=b", "a=b")]
    public void AFormulaIsWrittenAsTextAndReadBack(string cell, string written)
    {
        var bytes = Written(new Sheet("", [cell], [[cell]]));

        Encoding.UTF8.GetString(bytes).ShouldBe($"\uFEFF{written}\r\n{written}\r\n");
        bytes.Read().Lines().ShouldBe([cell, $"2: {cell}"]);
    }

    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        var cell = Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat);
        var rows = Gen.Choose(1, 5).SelectMany(width => Gen.ArrayOf(Gen.ArrayOf(cell, width))).Where(rows => rows.Length > 0);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(new Replay(new Rnd(20_260_101), null!)), Prop.ForAll(rows.ToArbitrary(), rows =>
        {
            var header = rows[0].Select((_, i) => $"Column {i}").ToArray();
            var table = Written(new Sheet("", header, rows.Select(row => row.Select(text => (Cell)text).ToList()))).Read();

            var expected = rows.Select((row, i) => (Number: i + 2, Cells: row.Select(Clean).ToArray())).Where(row => row.Cells.Any(text => text.Length > 0)).ToList();
            table.Header.ShouldBe(header);
            table.Rows.Select(row => row.Number).ShouldBe(expected.Select(row => row.Number));
            table.Rows.Select(row => string.Join('\u001F', row.Cells)).ShouldBe(expected.Select(row => string.Join('\u001F', row.Cells)));
        }));
    }

    [Fact]
    public void ARowLongerThanTheHeaderIsRefused() =>
        Should.Throw<ArgumentException>(() => Written(new Sheet("Staff", ["A"], [["1"], ["1", "2"]])))
            .Message.ShouldBe("row 3 of the sheet 'Staff' has 2 cells, its header 1");

    [Fact]
    public void ASheetWithoutColumnsIsRefused() => Should.Throw<ArgumentException>(() => Written(new Sheet("Staff", [], [])));

    /// <summary>What a cell is after writing: without space around it, control characters and halves of characters.</summary>
    private static string Clean(string text) => new string([.. text.Replace("😀", "\uE000", StringComparison.Ordinal).Trim()
        .Where(letter => letter is not ('\u0001' or '\uD800'))]).Trim().Replace("\uE000", "😀", StringComparison.Ordinal);

    private static byte[] Written(Sheet sheet)
    {
        using var file = new MemoryStream();
        CsvFile.Write(file, sheet, TestContext.Current.CancellationToken);
        file.CanWrite.ShouldBeTrue();
        return file.ToArray();
    }
}
