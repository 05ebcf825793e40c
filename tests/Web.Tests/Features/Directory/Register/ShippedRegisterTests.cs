using Guildhall.Web.Features.Directory.Register;

namespace Guildhall.Web.Tests.Features.Directory.Register;

public sealed class ShippedRegisterTests
{
    private static readonly Lazy<List<RegisterEntry>> All = new(() =>
    {
        using var file = File.OpenRead(PathOfFile());
        return [.. ShippedRegister.Read(file)];
    });

    [Fact]
    public void TheFileThatShipsHasEveryStateSchoolOnce()
    {
        var schools = All.Value;

        schools.Count.ShouldBe(20_185);
        schools.Select(school => school.Urn).ShouldBeInOrder(SortDirection.Ascending);
        schools.Select(school => school.Urn).Distinct().Count().ShouldBe(20_185);
        schools.Count(school => school.Trust is not null).ShouldBe(9_253);
        schools.Select(school => school.Trust?.Uid).Where(uid => uid is not null).Distinct().Count().ShouldBe(2_317);
        schools.Count(school => school.Pupils is not null).ShouldBe(20_100);
        schools.Select(school => school.LocalAuthority).Distinct().Count().ShouldBe(152);
        new FileInfo(PathOfFile()).Length.ShouldBeLessThan(1024 * 1024);
    }

    [Fact]
    public void EveryCellIsWithinReason()
    {
        foreach (var school in All.Value)
        {
            school.Name.ShouldNotBeEmpty();
            school.LocalAuthority.ShouldNotBeEmpty();
            school.Postcode.ShouldMatch("^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$");
            school.Type.ShouldBeOneOf(
                "Academy converter", "Academy sponsor led", "Community school", "Foundation school", "Free schools", "Studio schools",
                "University technical college", "Voluntary aided school", "Voluntary controlled school", "City technology college");
            school.Phase.ShouldBeOneOf("Primary", "Secondary", "All-through", "Middle deemed primary", "Middle deemed secondary");
            school.LowAge!.Value.ShouldBeInRange(0, 16);
            school.HighAge!.Value.ShouldBeInRange(school.LowAge.Value, 19);
            school.Easting!.Value.ShouldBeInRange(80_000, 660_000);
            school.Northing!.Value.ShouldBeInRange(5_000, 660_000);
            if (school.PremiumPermille is { } permille)
                permille.ShouldBeInRange(0, 1_000);
            if (school.OpenedOn is { } day)
                day.Year.ShouldBeInRange(1901, 2022);
            $"{school.Name}{school.Trust?.Name}".ShouldNotContain('\uFFFD');
            $"{school.Name}{school.Trust?.Name}".Any(char.IsControl).ShouldBeFalse();
        }
    }

    [Fact]
    public void AKnownSchoolIsAsTheRegisterHasIt()
    {
        var school = All.Value.Single(school => school.Urn == 100000);

        school.ShouldBe(new RegisterEntry(100000, "The Aldgate School")
        {
            Type = "Voluntary aided school",
            Phase = "Primary",
            Status = SchoolStatus.Open,
            LowAge = 3,
            HighAge = 11,
            ReligiousCharacter = "Church of England",
            LocalAuthority = "City of London",
            Street = "St James's Passage",
            Locality = "Duke's Place",
            Town = "London",
            Postcode = "EC3A 5DE",
            Easting = 533498,
            Northing = 181201,
            Pupils = 234,
            PremiumPermille = 162,
            Results = new SchoolResults(48, 25, 39, null),
            SuccessorUrns = school.SuccessorUrns,
        });
        school.SuccessorUrns.ShouldBeEmpty();
        All.Value.Count(other => other.Status == SchoolStatus.ProposedToClose).ShouldBe(128);
        All.Value.First(other => other.Trust?.Uid == 5143).Trust.ShouldBe(new RegisterTrust(5143, "UNITED LEARNING TRUST", IsForOneSchool: false));
    }

    [Fact]
    public void TheTextForTheSearchOfEverySchoolHoldsItsOwnWords()
    {
        foreach (var school in All.Value)
        {
            var text = RegisterSearchText.Of(school);
            text.Length.ShouldBeLessThan(RegisterSearchText.MaxLength);
            foreach (var query in new[] { school.Name, school.Postcode, school.Postcode.Replace(" ", ""), school.Town, school.LocalAuthority, school.Trust?.Name })
            {
                foreach (var word in RegisterSearchText.Words(query))
                    text.ShouldContain(word);
            }
        }
    }

    [Fact]
    public void ReadingAFewSchoolsDoesNotReadThemAll()
    {
        using var file = File.OpenRead(PathOfFile());

        ShippedRegister.Read(file).Take(10).Count().ShouldBe(10);

        file.Position.ShouldBeLessThan(file.Length / 4);
    }

    [Fact]
    public void AnotherFileIsRefused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            gzip.Write("name,town\nHill School,York\n"u8);
        packed.Position = 0;

        Should.Throw<InvalidDataException>(() => ShippedRegister.Read(packed).Count()).Message.ShouldBe("The register that ships has no column 'urn'.");
    }

    private static string PathOfFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Guildhall.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no Guildhall.slnx above the tests.");
        return Path.Combine(folder.FullName, "data", "schools", "england-schools.csv.gz");
    }
}
