using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.Directory;

public enum OrganisationKind
{
    School,
    Trust,
    Hub,
    Network,
    Provider,
}

/// <summary>
/// A school, a trust, or a group that schools belong to. A school is in at most one trust (<see cref="TrustId"/>) and in any number of
/// hubs and networks (<see cref="Membership"/>).
/// </summary>
public sealed class Organisation : IVersioned
{
    public const int NameLength = 200;
    public const int PlaceLength = 100;
    public const int PostcodeLength = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public OrganisationKind Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>A school's unique reference number in the national register.</summary>
    public int? Urn { get; init; }

    /// <summary>A trust's number in the national register of groups.</summary>
    public int? GroupUid { get; init; }

    /// <summary>Nursery, Primary, Secondary, All-through ... as the register names it; empty for what is not a school.</summary>
    public string Phase { get; set; } = "";

    public string Street { get; set; } = "";

    public string Town { get; set; } = "";

    public string Postcode { get; set; } = "";

    public string LocalAuthority { get; set; } = "";

    public int? Pupils { get; set; }

    public Guid? TrustId { get; set; }

    public Organisation? Trust { get; set; }

    /// <summary>The day from which it no longer exists; its people and history stay.</summary>
    public DateOnly? ClosedOn { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> builder)
        {
            builder.ToTable("Organisations");
            builder.Property(organisation => organisation.Name).HasMaxLength(NameLength);
            builder.Property(organisation => organisation.Phase).HasMaxLength(PlaceLength);
            builder.Property(organisation => organisation.Street).HasMaxLength(NameLength);
            builder.Property(organisation => organisation.Town).HasMaxLength(PlaceLength);
            builder.Property(organisation => organisation.LocalAuthority).HasMaxLength(PlaceLength);
            builder.Property(organisation => organisation.Postcode).HasMaxLength(PostcodeLength);
            builder.HasIndex(organisation => organisation.Urn).IsUnique();
            builder.HasIndex(organisation => organisation.GroupUid).IsUnique();
            builder.HasIndex(organisation => organisation.Name);
            builder.HasOne(organisation => organisation.Trust).WithMany()
                .HasForeignKey(organisation => organisation.TrustId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
