using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>A school of the national register, whether it is in the directory or not. Its facts are not edited here: they come by file.</summary>
public sealed class RegisterSchool
{
    public const int NameLength = 200;
    public const int WordsLength = 120;

    public int Urn { get; init; }

    public required string Name { get; set; }

    public string Type { get; set; } = "";

    public string Phase { get; set; } = "";

    public SchoolStatus Status { get; set; }

    public DateOnly? OpenedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public int? LowAge { get; set; }

    public int? HighAge { get; set; }

    public string ReligiousCharacter { get; set; } = "";

    public string LocalAuthority { get; set; } = "";

    public string Street { get; set; } = "";

    public string Locality { get; set; } = "";

    public string Town { get; set; } = "";

    public string Postcode { get; set; } = "";

    /// <summary>Metres on the British National Grid.</summary>
    public int? Easting { get; set; }

    /// <inheritdoc cref="Easting"/>
    public int? Northing { get; set; }

    /// <summary>The trust's number among the register's groups.</summary>
    public int? TrustUid { get; set; }

    public string TrustName { get; set; } = "";

    public bool IsTrustForOneSchool { get; set; }

    public int? Pupils { get; set; }

    public int? PremiumPermille { get; set; }

    public int? FreeMealsPermille { get; set; }

    public int? ReadingTenths { get; set; }

    public int? WritingTenths { get; set; }

    public int? MathsTenths { get; set; }

    public int? Progress8Hundredths { get; set; }

    /// <summary>The numbers of the schools that came after a closed one, with a blank between them; see <see cref="Successors"/>.</summary>
    public string SuccessorUrns { get; set; } = "";

    /// <summary>What a search looks in: <see cref="RegisterSearchText"/>.</summary>
    public string SearchText { get; set; } = "";

    public IReadOnlyList<int> Successors =>
        [.. SuccessorUrns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(urn => int.Parse(urn, CultureInfo.InvariantCulture))];

    public static RegisterSchool Of(RegisterEntry entry) => new()
    {
        Urn = entry.Urn,
        Name = Cut(entry.Name, NameLength),
        Type = Cut(entry.Type, WordsLength),
        Phase = Cut(entry.Phase, WordsLength),
        Status = entry.Status,
        OpenedOn = entry.OpenedOn,
        ClosedOn = entry.ClosedOn,
        LowAge = entry.LowAge,
        HighAge = entry.HighAge,
        ReligiousCharacter = Cut(entry.ReligiousCharacter, WordsLength),
        LocalAuthority = Cut(entry.LocalAuthority, Organisation.PlaceLength),
        Street = Cut(entry.Street, Organisation.NameLength),
        Locality = Cut(entry.Locality, WordsLength),
        Town = Cut(entry.Town, Organisation.PlaceLength),
        Postcode = Cut(entry.Postcode, Organisation.PostcodeLength),
        Easting = entry.Easting,
        Northing = entry.Northing,
        TrustUid = entry.Trust?.Uid,
        TrustName = Cut(GroupName.Plain(entry.Trust?.Name ?? ""), Organisation.NameLength),
        IsTrustForOneSchool = entry.Trust?.IsForOneSchool ?? false,
        Pupils = entry.Pupils,
        PremiumPermille = entry.PremiumPermille,
        FreeMealsPermille = entry.FreeMealsPermille,
        ReadingTenths = entry.Results?.ReadingTenths,
        WritingTenths = entry.Results?.WritingTenths,
        MathsTenths = entry.Results?.MathsTenths,
        Progress8Hundredths = entry.Results?.Progress8Hundredths,
        SuccessorUrns = string.Join(' ', entry.SuccessorUrns.Take(15)),
        SearchText = RegisterSearchText.Of(entry),
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    internal sealed class Table : IEntityTypeConfiguration<RegisterSchool>
    {
        public void Configure(EntityTypeBuilder<RegisterSchool> builder)
        {
            builder.ToTable("RegisterSchools");
            builder.HasKey(school => school.Urn);
            builder.Property(school => school.Urn).ValueGeneratedNever();
            builder.Property(school => school.Name).HasMaxLength(NameLength);
            builder.Property(school => school.Type).HasMaxLength(WordsLength);
            builder.Property(school => school.Phase).HasMaxLength(WordsLength);
            builder.Property(school => school.ReligiousCharacter).HasMaxLength(WordsLength);
            builder.Property(school => school.LocalAuthority).HasMaxLength(Organisation.PlaceLength);
            builder.Property(school => school.Street).HasMaxLength(Organisation.NameLength);
            builder.Property(school => school.Locality).HasMaxLength(WordsLength);
            builder.Property(school => school.Town).HasMaxLength(Organisation.PlaceLength);
            builder.Property(school => school.Postcode).HasMaxLength(Organisation.PostcodeLength);
            builder.Property(school => school.TrustName).HasMaxLength(Organisation.NameLength);
            builder.Property(school => school.SuccessorUrns).HasMaxLength(WordsLength);
            builder.Property(school => school.SearchText).HasMaxLength(RegisterSearchText.MaxLength);
            builder.Ignore(school => school.Successors);
            builder.HasIndex(school => school.TrustUid);
            // Holds all that a search reads to find and sort schools, so that it need not go through whole rows.
            builder.HasIndex(school => new { school.Name, school.Urn, school.SearchText });
        }
    }
}
