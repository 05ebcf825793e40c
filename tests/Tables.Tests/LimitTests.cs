using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Guildhall.Tables.Tests.Support;

namespace Guildhall.Tables.Tests;

public sealed class LimitTests
{
    [Fact]
    public void TooManyRowsAreRefused()
    {
        var table = "A\n1\n\n2\n3\n4\n".Read(new TableLimits { Rows = 3 });

        table.Words().ShouldBe(["the table has more than 3 rows: split it into several files"]);
        table.Rows.Count.ShouldBe(3);
        "A\n1\n\n2\n3\n".Read(new TableLimits { Rows = 3 }).HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void TooManyColumnsAreRefused() =>
        "A,B,C\n1,2,3\n".Read(new TableLimits { Columns = 2 }).Words().ShouldBe(["row 1: the table has 3 columns, and at most 2 are read"]);

    [Fact]
    public void TooLongCellsAreRefusedEach() =>
        "A,B\n123456,1\n1,12345\n".Read(new TableLimits { CellLength = 4 }).Words()
            .ShouldBe(["row 2, column A (A): this cell has more than 4 letters", "row 3, column B (B): this cell has more than 4 letters"]);

    [Fact]
    public void TooLargeAFileIsNotReadToItsEnd()
    {
        using var file = new EndlessFile();

        var table = Table.Read(file, "staff.csv", TableLimits.Default, stop: TestContext.Current.CancellationToken);

        table.Words().ShouldBe(["'staff.csv' is larger than 64 MB"]);
        file.Given.ShouldBeLessThan(TableLimits.Default.FileSize + 1_000_000);
    }

    [Theory]
    [InlineData(',')]
    [InlineData('x')]
    public void ARowWithoutEndDoesNotFillTheMemory(char letter)
    {
        var bytes = Encoding.ASCII.GetBytes("A,B\n1,2\n" + (letter == ',' ? "" : "\"") + new string(letter, 30_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var table = bytes.Read();

        table.Words().ShouldBe(["row 2: the row that begins here has more than 2000000 letters: is a quote (\") opened there and never closed? (line 3 in a text editor)"]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(400_000_000);
    }

    [Fact]
    public void AsManyRowsAsMayBeCostABoundedAmountOfMemory()
    {
        var rows = Enumerable.Range(0, TableLimits.Default.Rows).Select(i => (IReadOnlyList<Cell>)
            [i, $"Person Number {i}", $"person{i}@school{i % 50}.sch.example", $"School {i % 50}", "Teacher", $"07700 {i}", 0.6m, $"{i}th note"]);
        using var file = new MemoryStream();
        CsvFile.Write(file, new Sheet("", ["Id", "Name", "Email", "School", "Role", "Telephone", "FTE", "Notes"], rows), TestContext.Current.CancellationToken);
        file.Position = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();

        var table = Table.Read(file, "staff.csv", stop: TestContext.Current.CancellationToken);

        // Everything that was ever allocated, so that the peak is below it.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000_000);
        table.HasErrors.ShouldBeFalse();
        table.Rows.Count.ShouldBe(TableLimits.Default.Rows);
        table.Rows[^1][1].ShouldBe("Person Number 199999");
        ReferenceEquals(table.Rows[0][3], table.Rows[50][3]).ShouldBeTrue();
    }

    [Fact]
    public void AfterManyErrorsReadingStops()
    {
        var table = ("A,B\n" + string.Concat(Enumerable.Repeat("1,\"x\"y\n", 2_000))).Read(new TableLimits { Errors = 20 });

        table.Findings.Count.ShouldBe(21);
        table.Words()[^1].ShouldBe("there are 20 errors or more; the rest of the file was not read");
    }

    [Fact]
    public void AZipBombIsNotUnpacked()
    {
        var words = Bomb(lies: false).Read().Words();

        words.ShouldBe(["'staff.csv': the workbook is too large: unpacked it has more than 300 MB"]);
    }

    [Fact]
    public void AZipBombThatLiesAboutItsSizeIsNotUnpackedEither()
    {
        var bytes = Bomb(lies: true);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var table = bytes.Read();

        table.Words().ShouldBe(["the workbook is damaged: open it in Excel, save it again and choose the new file"]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50_000_000);
    }

    [Fact]
    public void ReadingStopsWhenAsked()
    {
        using var stop = new CancellationTokenSource();
        using var reader = RowReader.Open(new MemoryStream("A\n1\n2\n"u8.ToArray()), "a.csv", stop: stop.Token);
        reader.Read().ShouldBeTrue();

        stop.Cancel();

        Should.Throw<OperationCanceledException>(() => reader.Read());
    }

    /// <summary>A workbook whose sheet is 400 MB of blanks, packed to some 400 kB.</summary>
    private static byte[] Bomb(bool lies)
    {
        using var packed = new MemoryStream();
        packed.Write(new RawWorkbook().Sheet("Staff", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").ToBytes());
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Update))
        {
            archive.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            part.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 400; i++)
                part.Write(blanks);
            part.Write("</worksheet>"u8);
        }
        var bytes = packed.ToArray();
        if (lies)
            DeclareSmall(bytes);
        return bytes;
    }

    /// <summary>Writes 1 kB as the unpacked size of every part that has more, into the directory and beside the part (APPNOTE, 4.3).</summary>
    private static void DeclareSmall(byte[] bytes)
    {
        foreach (var (mark, place) in new[] { (0x04034b50u, 22), (0x02014b50u, 24) })
        {
            for (var i = 0; i + place + 4 < bytes.Length; i++)
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i)) == mark && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i + place)) > 100_000)
                    BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i + place), 1024);
            }
        }
    }

    private sealed class EndlessFile : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
