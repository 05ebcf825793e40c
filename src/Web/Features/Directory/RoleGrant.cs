using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.Directory;

/// <summary>That a person has a role at an organisation. At a trust it counts for the trust's schools as well.</summary>
public sealed class RoleGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public Person? Person { get; init; }

    public Guid OrganisationId { get; init; }

    public Organisation? Organisation { get; init; }

    public Role Role { get; init; }

    public DateTime GrantedAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<RoleGrant>
    {
        public void Configure(EntityTypeBuilder<RoleGrant> builder)
        {
            builder.ToTable("RoleGrants");
            builder.HasIndex(grant => new { grant.PersonId, grant.OrganisationId, grant.Role }).IsUnique();
            builder.HasOne(grant => grant.Person).WithMany().HasForeignKey(grant => grant.PersonId);
            builder.HasOne(grant => grant.Organisation).WithMany().HasForeignKey(grant => grant.OrganisationId);
        }
    }
}
