using System.Text;
using Guildhall.Web.Features.Directory.Register;
using static Guildhall.Web.Tests.Features.Directory.Register.RegisterFiles;

namespace Guildhall.Web.Tests.Features.Directory.Register;

public sealed class RegisterDownloadTests
{
    private const string Whole =
        "URN=100001; EstablishmentName=St Thomas à Becket’s  School; TypeOfEstablishment (name)=Academy converter; LA (name)=Surrey; OpenDate=01-09-2016; "
        + "StatutoryLowAge=3; StatutoryHighAge=11; ReligiousCharacter (name)=Roman Catholic; NumberOfPupils=1,234; PercentageFSM=12.1; "
        + "TrustSchoolFlag (name)=Supported by a multi-academy trust; Trusts (code)=2044; Trusts (name)=FIERTÉ TRUST; Street=1, \"The\" Lane; "
        + "Locality=Ewell; Town=Epsom; Postcode=kt17 2lw; TelephoneNum=01234567890; Easting=522864; Northing=158736";

    [Fact]
    public void ARowBecomesASchool()
    {
        var (entries, findings) = Read(Schools(Whole));

        var school = entries.ShouldHaveSingleItem();
        school.ShouldBe(new RegisterEntry(100001, "St Thomas à Becket’s School")
        {
            Type = "Academy converter",
            Phase = "Primary",
            Status = SchoolStatus.Open,
            OpenedOn = new DateOnly(2016, 9, 1),
            LowAge = 3,
            HighAge = 11,
            ReligiousCharacter = "Roman Catholic",
            LocalAuthority = "Surrey",
            Street = "1, \"The\" Lane",
            Locality = "Ewell",
            Town = "Epsom",
            Postcode = "KT17 2LW",
            Easting = 522864,
            Northing = 158736,
            Trust = new RegisterTrust(2044, "FIERTÉ TRUST", IsForOneSchool: false),
            Pupils = 1234,
            FreeMealsPermille = 121,
            SuccessorUrns = school.SuccessorUrns,
        });
        findings.Said().ShouldBeEmpty();
        findings.TrustsAreKnown.ShouldBeTrue();
        findings.Schools.ShouldBe(1);
    }

    public static TheoryData<string> Encodings => ["windows-1252", "utf-8", "utf-8 with mark", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void EveryEncodingIsRead(string name)
    {
        var text = Schools(Whole);
        byte[] bytes = name switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            _ => InWindows(text).ToArray(),
        };

        var (entries, findings) = Read(new MemoryStream(bytes));

        entries.ShouldHaveSingleItem().Name.ShouldBe("St Thomas à Becket’s School");
        entries[0].Trust!.Name.ShouldBe("FIERTÉ TRUST");
        findings.Said().ShouldBeEmpty();
    }

    [Fact]
    public void AnEncodingIsReadEvenWhenItsSignsLieAcrossTwoReads()
    {
        var (entries, _) = Read(new Trickle(InWindows(Schools(Whole)).ToArray()));
        entries.ShouldHaveSingleItem().Name.ShouldBe("St Thomas à Becket’s School");

        (entries, _) = Read(new Trickle(Encoding.UTF8.GetBytes(Schools(Whole))));
        entries.ShouldHaveSingleItem().Name.ShouldBe("St Thomas à Becket’s School");
    }

    [Fact]
    public void ColumnsStandInAnyOrder()
    {
        var columns = AllColumns.Reverse().ToArray();

        var (entries, findings) = Read(Table(columns, Whole));

        entries.ShouldHaveSingleItem().Postcode.ShouldBe("KT17 2LW");
        findings.Said().ShouldBeEmpty();
    }

    [Fact]
    public void LinksWithoutQuotesMayStandBeyondTheLastColumn()
    {
        var text = Table([.. AllColumns, "Linked establishments"], "URN=100001; Linked establishments=#", "URN=100002; Linked establishments=None", "URN=100003")
            .Replace("#", "124970 Predecessor, 125063 Predecessor - amalgamated,145279 Successor")
            .Replace("None", "York,145279 12");

        var (entries, findings) = Read(text);

        entries.Select(entry => entry.Urn).ShouldBe([100001, 100003]);
        findings.Said().ShouldHaveSingleItem().ShouldStartWith($"Row 3 -: this row has {AllColumns.Length + 2} cells");
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void AnotherSeparatorIsRead(char separator)
    {
        var (entries, findings) = Read(Schools("URN=100001; Town=York").Replace(',', separator));

        entries.ShouldHaveSingleItem().Town.ShouldBe("York");
        findings.Said().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("31-08-2010")]
    [InlineData("31/08/2010")]
    [InlineData("2010-08-31")]
    public void DaysAreReadAsTheRegisterAndSpreadsheetsWriteThem(string day)
    {
        var (entries, findings) = Read(Schools($"URN=100001; EstablishmentStatus (name)=Closed; OpenDate=01-01-1900; CloseDate={day}"));

        entries.ShouldHaveSingleItem().ClosedOn.ShouldBe(new DateOnly(2010, 8, 31));
        entries[0].OpenedOn.ShouldBeNull();
        findings.Said().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SUPP")]
    [InlineData("NE")]
    [InlineData("LOWCOV")]
    [InlineData("NP")]
    [InlineData("")]
    public void WhereThereIsNoFigureThereIsNone(string cell)
    {
        var (entries, findings) = Read(Schools($"URN=100001; NumberOfPupils={cell}; PercentageFSM={cell}; Easting={cell}"));

        entries.ShouldHaveSingleItem().Pupils.ShouldBeNull();
        entries[0].FreeMealsPermille.ShouldBeNull();
        entries[0].Easting.ShouldBeNull();
        findings.Said().ShouldBeEmpty();
    }

    [Fact]
    public void OnlyStateSchoolsInEnglandAreRead()
    {
        var (entries, findings) = Read(Schools(
            "URN=100001; TypeOfEstablishment (name)=Other independent school",
            "URN=100002; TypeOfEstablishment (name)=Welsh establishment",
            "URN=100003; TypeOfEstablishment (name)=Other independent school",
            "URN=100004; TypeOfEstablishment (name)=Academy special converter",
            "URN=100005; TypeOfEstablishment (name)=Pupil referral unit"));

        entries.Select(entry => entry.Urn).ShouldBe([100004, 100005]);
        findings.PassedOver.ShouldBe(new Dictionary<string, int> { ["Other independent school"] = 2, ["Welsh establishment"] = 1 }, ignoreOrder: true);
        findings.Said().ShouldBeEmpty();
    }

    [Fact]
    public void AFoundationTrustIsNoAcademyTrust()
    {
        var (entries, _) = Read(Schools(
            "URN=100001; TrustSchoolFlag (name)=Supported by a trust; Trusts (code)=1; Trusts (name)=The Ember Partnership",
            "URN=100002; TrustSchoolFlag (name)=Supported by a single-academy trust; Trusts (code)=2; Trusts (name)=ESHER HILL SCHOOL",
            "URN=100003; TrustSchoolFlag (name)=Not supported by a trust"));

        entries.Select(entry => entry.Trust).ShouldBe([null, new RegisterTrust(2, "ESHER HILL SCHOOL", IsForOneSchool: true), null]);
    }

    [Fact]
    public void WithoutNumbersOfTrustsTheGroupLinksSayThem()
    {
        var columns = AllColumns.Where(column => column != "Trusts (code)").ToArray();
        var schools = Table(columns, "URN=100001; TrustSchoolFlag (name)=Supported by a multi-academy trust; Trusts (name)=HILL TRUST", "URN=100002", "URN=100003");
        var links = GroupLinks(
            "URN=100001; Group UID=7; Group Name=HILL TRUST; Group Type=Multi-academy trust; Group Status=Open; Joined date=2016-09-01",
            "URN=100002; Group UID=8; Group Name=Vale Federation; Group Type=Federation; Group Status=Open",
            "URN=100003; Group UID=9; Group Name=OLD TRUST; Group Type=Multi-academy trust; Group Status=Closed; Closed Date=2020-01-01",
            "URN=100001; Group UID=7; Group Name=Hill Sponsors; Group Type=School sponsor; Group Status=Open");

        var (entries, findings) = Read(schools, links);
        entries.Select(entry => entry.Trust).ShouldBe([new RegisterTrust(7, "HILL TRUST", IsForOneSchool: false), null, null]);
        findings.Said().ShouldBeEmpty();

        (entries, findings) = Read(schools);
        entries[0].Trust.ShouldBe(new RegisterTrust(null, "HILL TRUST", IsForOneSchool: false));
        findings.Said().ShouldBe(["Note 1 Trusts (code): the file has the names of trusts without their numbers: add the file of group links"]);
    }

    [Fact]
    public void OfTwoTrustsTheLastJoinedCounts()
    {
        var columns = AllColumns.Where(column => !column.StartsWith("Trusts", StringComparison.Ordinal)).ToArray();
        var links = GroupLinks(
            "URN=100001; Group UID=7; Group Name=OLD; Group Type=Multi-academy trust; Joined date=2016-09-01",
            "URN=100001; Group UID=8; Group Name=NEW; Group Type=Multi-academy trust; Joined date=2021-09-01");

        var (entries, findings) = Read(Table(columns, "URN=100001"), links);

        entries.ShouldHaveSingleItem().Trust!.Uid.ShouldBe(8);
        findings.Said().ShouldBe(["Note 3 URN: school 100001 is in two trusts, 'OLD' and 'NEW': 'NEW', which it joined last, counts"]);
    }

    [Fact]
    public void WhereNoFileSaysTheTrustsThatIsKnown()
    {
        var columns = AllColumns.Where(column => !column.StartsWith("Trusts", StringComparison.Ordinal)).ToArray();

        var (entries, findings) = Read(Table(columns, "URN=100001"));

        entries.ShouldHaveSingleItem().Trust.ShouldBeNull();
        findings.TrustsAreKnown.ShouldBeFalse();
        findings.Said().ShouldBe(["Note 1 Trusts (name): the file does not say which trust a school is in: add the file of group links"]);
    }

    /// <summary>A stream that gives one byte at a time and does not know its length, as an upload may.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
