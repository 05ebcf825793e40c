using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.Directory;

/// <summary>That a school, trust or provider belongs to a hub or network.</summary>
public sealed class Membership
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The hub or network.</summary>
    public Guid GroupId { get; init; }

    public Organisation? Group { get; init; }

    public Guid MemberId { get; init; }

    public Organisation? Member { get; init; }

    public DateOnly Since { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> builder)
        {
            builder.ToTable("Memberships");
            builder.HasIndex(membership => new { membership.GroupId, membership.MemberId }).IsUnique();
            builder.HasOne(membership => membership.Group).WithMany().HasForeignKey(membership => membership.GroupId);
            builder.HasOne(membership => membership.Member).WithMany().HasForeignKey(membership => membership.MemberId);
        }
    }
}
