using System.Text;
using Guildhall.Web.Features.Directory.Register;
using static Guildhall.Web.Tests.Features.Directory.Register.RegisterFiles;

namespace Guildhall.Web.Tests.Features.Directory.Register;

public sealed class RegisterDownloadErrorTests
{
    [Fact]
    public void AnotherFileIsToldByTheColumnsThatAreMissing()
    {
        var (entries, findings) = Read(GroupLinks("URN=100001; Group UID=7; Group Name=HILL TRUST; Group Type=Multi-academy trust"));

        entries.ShouldBeEmpty();
        findings.IsRefused.ShouldBeTrue();
        findings.Said().ShouldHaveSingleItem().ShouldBe(
            "File 1 EstablishmentName: this is not the register's file of schools with all its columns: the columns 'EstablishmentName', "
            + "'TypeOfEstablishment (name)', 'EstablishmentStatus (name)', 'PhaseOfEducation (name)', 'LA (name)', 'Town' and 'Postcode' are missing, "
            + "and the first line has '', 'URN', 'Group UID', 'Group ID', 'Group Name', 'Group Type', 'Closed Date', 'Group Status' and 1 more");
    }

    [Theory]
    [InlineData("Postcode", "the column 'Postcode' is missing")]
    [InlineData("URN", "the column 'URN' is missing")]
    public void OneMissingColumnIsNamed(string column, string expected)
    {
        var (entries, findings) = Read(Table([.. AllColumns.Where(other => other != column)], column == "URN" ? "Town=York" : "URN=100001"));

        entries.ShouldBeEmpty();
        findings.Said().ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Fact]
    public void AMissingColumnThatIsNotNeededIsSaid()
    {
        var (entries, findings) = Read(Table([.. AllColumns.Where(column => column != "NumberOfPupils")], "URN=100001"));

        entries.Count.ShouldBe(1);
        findings.Said().ShouldBe(["Note 1 NumberOfPupils: the column 'NumberOfPupils' is missing, so that the file says nothing about it"]);
    }

    [Fact]
    public void ADoubledColumnIsRefusedWhereItIsUsed()
    {
        Read(Table([.. AllColumns, "SEN1 (name)"], "URN=100001")).Findings.Said().ShouldBeEmpty();

        var (entries, findings) = Read(Table([.. AllColumns, " town "], "URN=100001"));

        entries.ShouldBeEmpty();
        findings.Said().ShouldBe(["File 1 town: the column 'town' is there twice, in places 22 and 117: remove one of them"]);
    }

    public static TheoryData<byte[], string> NoTables => new()
    {
        { [], "the file is empty" },
        { [.. "\uFEFF\r\n \r\n"u8], "the file is empty" },
        { [.. "PK\u0003\u0004"u8, 0x14, 0, 6, 0, .. new byte[20], .. "[Content_Types].xml"u8], "this is an Excel workbook or another Office document, not a CSV file" },
        { [.. "PK\u0003\u0004"u8, 0x14, 0, 6, 0, .. new byte[20], .. "edubasealldata.csv"u8], "this is a zip folder, not a CSV file: open it and choose the .csv file inside" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "this is an Excel workbook or another Office document, not a CSV file" },
        { [0x1F, 0x8B, 8, 0], "this is a compressed file, not a CSV file: unpack it and choose the .csv file inside" },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "this is a picture, not a CSV file" },
        { [0x89, .. "PNG\r\n"u8], "this is a picture, not a CSV file" },
        { [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "this is a picture, not a CSV file" },
        { [.. "%PDF-1.7"u8], "this is a PDF, not a CSV file" },
        { [.. "\r\n<!DOCTYPE html><html>"u8], "this is a web page, not a CSV file" },
        { [1, 2, 0, 3], "this is not a text file" },
    };

    [Theory]
    [MemberData(nameof(NoTables))]
    public void WhatIsNoTableIsRecognised(byte[] bytes, string expected)
    {
        var (entries, findings) = Read(new MemoryStream(bytes));

        entries.ShouldBeEmpty();
        findings.IsRefused.ShouldBeTrue();
        findings.Said().ShouldHaveSingleItem().ShouldBe($"File 1 -: {expected}{(expected.Contains(':') ? "" : ": choose the .csv file as the register's website gives it")}");
    }

    [Fact]
    public void AHeaderAloneIsRefused()
    {
        var (_, findings) = Read(Schools());

        findings.Said().ShouldBe(["File 2 -: there is no state school in the file"]);
    }

    [Fact]
    public void EveryBadCellIsSaidAndLeftEmpty()
    {
        var (entries, findings) = Read(Schools(
            "URN=100001",
            "URN=100002; OpenDate=31-02-2010; CloseDate=tomorrow; StatutoryLowAge=99; NumberOfPupils=2.5; PercentageFSM=101; Easting=-3; Northing=x"));

        entries.Count.ShouldBe(2);
        (entries[1] with { SuccessorUrns = entries[0].SuccessorUrns, Urn = 100001 }).ShouldBe(entries[0]);
        findings.Said().ShouldBe(
        [
            "Cell 3 OpenDate: '31-02-2010' is not a date such as 31-08-2025 (day, month, year); it is left empty",
            "Cell 3 CloseDate: 'tomorrow' is not a date such as 31-08-2025 (day, month, year); it is left empty",
            "Cell 3 StatutoryLowAge: 99 is not between 0 and 25; it is left empty",
            "Cell 3 Easting: '-3' is not a whole number; it is left empty",
            "Cell 3 Northing: 'x' is not a whole number; it is left empty",
            "Cell 3 NumberOfPupils: '2.5' is not a whole number; it is left empty",
            "Cell 3 PercentageFSM: '101' is not a percentage from 0 to 100; it is left empty",
        ]);
        findings.IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void EveryBadRowIsSaidAndLeftOut()
    {
        var text = Schools(
            "URN=100001; Street=Two\nlines",
            "URN=",
            "URN=10 0002",
            "URN=100001; Town=York",
            "URN=100003; EstablishmentName=",
            "URN=100004; EstablishmentStatus (name)=Asleep",
            "URN=100005") + "\r\n,,,\r\n100006,too,short\r\n";

        var (entries, findings) = Read(text);

        entries.Select(entry => entry.Urn).ShouldBe([100001, 100005]);
        entries[0].Street.ShouldBe("Two lines");
        findings.Said().ShouldBe(
        [
            "Row 4 URN: there is no URN; the row is left out",
            "Row 5 URN: '10 0002' is not a URN, which has six digits; the row is left out",
            "Row 6 URN: school 100001 stands in the file twice, and the first row counts; the row is left out",
            "Row 7 EstablishmentName: school 100003 has no name; the row is left out",
            "Row 8 EstablishmentStatus (name): 'Asleep' does not say whether the school is open; the row is left out",
            $"Row 12 -: this row has 3 cells, and the first line names {AllColumns.Length} columns: look for a missing or doubled quote (\") or comma; the row is left out",
        ]);
    }

    [Fact]
    public void AQuoteThatIsNeverClosedRefusesTheFile()
    {
        var rows = Enumerable.Range(100002, 2_000).Select(urn => $"URN={urn}").ToArray();
        var text = Schools(["URN=100001", "URN=100000; Town=Mark", .. rows]).Replace("Mark", "\"Mark");

        var (entries, findings) = Read(text);

        entries.ShouldHaveSingleItem().Urn.ShouldBe(100001);
        findings.IsRefused.ShouldBeTrue();
        findings.Said().ShouldHaveSingleItem().ShouldStartWith("File 3 -: a cell that begins on or after this line has no end");
    }

    [Fact]
    public void AWrongSecondFileRefusesTheReading()
    {
        var (entries, findings) = Read(Schools("URN=100001"), groupLinks: Links("URN=100001; LinkURN=100002"), links: GroupLinks("URN=100001"));

        entries.ShouldBeEmpty();
        findings.Kept.Select(found => (found.File, found.Weight)).ShouldBe([(RegisterFile.GroupLinks, RegisterFindingWeight.File), (RegisterFile.Links, RegisterFindingWeight.File)]);
        findings.Said()[0].ShouldContain("'Group UID', 'Group Name' and 'Group Type' are missing");
        findings.Said()[1].ShouldContain("'LinkURN' and 'LinkType' are missing");
    }

    [Fact]
    public void AHugeFileIsReadWithLittleMemory()
    {
        const int Rows = 200_000;
        var findings = new RegisterFindings();
        var reports = new List<RegisterProgress>();
        using var file = new LongFile(Schools(), Rows);

        // Other tests run beside this one, so what the whole process holds says nothing.
        var (schools, mostAhead) = (0, 0);
        var given = new List<WeakReference>();
        foreach (var entry in RegisterDownload.Read(file, findings, progress: new Direct(reports)))
        {
            entry.Name.ShouldBe("Hill School");
            if (++schools % 1000 == 0)
                given.Add(new WeakReference(entry));
            mostAhead = Math.Max(mostAhead, file.RowsRead - schools);
        }
        GC.Collect();

        schools.ShouldBe(Rows);
        findings.Count(RegisterFindingWeight.Cell).ShouldBe(Rows);
        findings.Kept.Count.ShouldBe(RegisterFindings.MostKept);
        mostAhead.ShouldBeLessThan(Rows / 100, "the file is read as its schools are taken");
        given.Count(school => school.IsAlive).ShouldBeLessThanOrEqualTo(1, "schools that were given away are not kept");
        reports.Count.ShouldBe((Rows / 500) + 1);
        reports.Select(report => report.Percent!.Value).ShouldBeInOrder();
        reports[^1].ShouldBe(new RegisterProgress(Rows, 100));
    }

    [Fact]
    public void AReadingCanBeStopped()
    {
        using var stop = new CancellationTokenSource();
        using var file = InWindows(Schools("URN=100001", "URN=100002"));

        Should.Throw<OperationCanceledException>(() =>
        {
            foreach (var _ in RegisterDownload.Read(file, new RegisterFindings(), stop: stop.Token))
                stop.Cancel();
        });
    }

    private sealed class Direct(List<RegisterProgress> reports) : IProgress<RegisterProgress>
    {
        public void Report(RegisterProgress value) => reports.Add(value);
    }

    /// <summary>A file that is written while it is read, so that only the reader's memory counts. Each row has one bad cell.</summary>
    private sealed class LongFile(string header, int rows) : Stream
    {
        private readonly byte[] _header = Encoding.UTF8.GetBytes(header);
        private byte[] _line = [];
        private int _place;
        private int _row = -1;

        public int RowsRead => _row;

        private static byte[] RowOf(int row)
        {
            var cells = new string[AllColumns.Length];
            Array.Fill(cells, "");
            (cells[0], cells[4], cells[6], cells[7]) = ((100_000 + row).ToString(), "Hill School", "Community school", "Open");
            (cells[14], cells[19]) = ("many", $"{1_000_000 + row} Hill Lane");
            return Encoding.UTF8.GetBytes(string.Join(',', cells) + "\r\n");
        }

        public override int Read(Span<byte> buffer)
        {
            if (_place == _line.Length)
            {
                if (_row == rows)
                    return 0;
                (_line, _place) = (_row < 0 ? _header : RowOf(_row), 0);
                _row++;
            }
            var count = Math.Min(buffer.Length, _line.Length - _place);
            _line.AsSpan(_place, count).CopyTo(buffer);
            _place += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => _header.Length + ((long)rows * RowOf(0).Length);

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
