using System.IO.Compression;
using System.Text;
using Guildhall.Tables.Tests.Support;

namespace Guildhall.Tables.Tests;

/// <summary>Other files under the name of a table.</summary>
public sealed class NotATableTests
{
    public static TheoryData<byte[], string> Marks => new()
    {
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8], "this is a photo, not a table: save the table as .xlsx or CSV" },
        { [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0], "this is a picture, not a table: save the table as .xlsx or CSV" },
        { [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "this is a photo, not a table: save the table as .xlsx or CSV" },
        { [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8], "this is a picture, not a table: save the table as .xlsx or CSV" },
        { [.. "%PDF-1.7\n"u8], "this is a PDF, not a table: save the table as .xlsx or CSV" },
        { [.. "\r\n<!DOCTYPE HTML><html><table>"u8], "this is a web page, not a table: save the table as .xlsx or CSV" },
        { [0x1F, 0x8B, 8, 0], "this is an archive (gzip), not a table: save the table as .xlsx or CSV" },
        { Zip("holiday.jpg"), "this is a ZIP archive, not a table: save the table as .xlsx or CSV" },
        { Zip("[Content_Types].xml", "word/document.xml"), "this is a Word document: save the table as .xlsx or CSV" },
        { Zip("[Content_Types].xml", "xl/workbook.bin"), "this is a binary workbook (.xlsb): save the table as .xlsx or CSV" },
        { Zip("mimetype", "content.xml"), "this is an OpenDocument file (.ods or like it): save the table as .xlsx or CSV" },
        { Compound("Workbook"), "this is a workbook of the old kind (.xls): open it and save it as .xlsx or CSV" },
        { Compound("WordDocument"), "this is a Word document: open it and save it as .xlsx or CSV" },
        { Compound("EncryptedPackage"), "this is a workbook with a password: take the password away (in Excel: File, Info, Protect Workbook) and save it as .xlsx or CSV" },
        { [.. "PK\u0003\u0004 and no more"u8], "the workbook is damaged: open it in Excel, save it again and choose the new file" },
    };

    [Theory]
    [MemberData(nameof(Marks))]
    public void AnotherKindOfFileIsNamed(byte[] bytes, string words)
    {
        foreach (var name in new[] { "staff.csv", "staff.xlsx" })
        {
            var table = bytes.Read(name);

            table.HasErrors.ShouldBeTrue();
            table.Words().ShouldBe([$"'{name}': {words}"]);
            table.Header.ShouldBeEmpty();
        }
    }

    [Fact]
    public void AWorkbookIsReadWhateverItsNameSays()
    {
        using var file = new MemoryStream();
        Workbook.Write(file, [new Sheet("Staff", ["Name"], [["ann"]])], TestContext.Current.CancellationToken);

        file.ToArray().Read("staff.csv").Lines().ShouldBe(["Name", "2: ann"]);
        "Name\nann\n"u8.ToArray().Read("staff.xlsx").Lines().ShouldBe(["Name", "2: ann"]);
    }

    [Fact]
    public void ADamagedWorkbookIsReadOrRefusedAndNeverThrows()
    {
        using var file = new MemoryStream();
        Workbook.Write(file, [new Sheet("Staff", ["Name", "Age"], [["ann", 30], ["bob", 40]])], TestContext.Current.CancellationToken);
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < 500; seed++)
        {
            var chance = new Random(seed);
            var bytes = file.ToArray();
            for (var i = chance.Next(1, 6); i > 0; i--)
                bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            if (chance.Next(5) == 0)
                bytes = bytes[..chance.Next(5, bytes.Length)];

            var table = bytes.Read();

            if (table.HasErrors)
                refused++;
            else
                read++;
        }
        refused.ShouldBeGreaterThan(100);
        read.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void AWorkbookBrokenInItsSheetIsRefused()
    {
        foreach (var rows in new[] { "<row r=\"1\"><c r=\"A1\"><v>1</v></row>", "<row r=\"x\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>", "<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>" })
        {
            var table = new RawWorkbook().Sheet("Staff", rows).ToBytes().Read();

            table.HasErrors.ShouldBeTrue(rows);
            table.Rows.ShouldBeEmpty(rows);
        }
    }

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var name in names)
                archive.CreateEntry(name);
        }
        return bytes.ToArray();
    }

    private static byte[] Compound(string part) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. Encoding.Unicode.GetBytes(part), .. new byte[100]];
}
