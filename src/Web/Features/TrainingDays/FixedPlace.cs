using Guildhall.Web.Features.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>A place given by a person before the planner runs, with the reason; it survives every re-run.</summary>
public sealed class FixedPlace
{
    public const int ReasonLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid InviteeId { get; init; }

    public Invitee? Invitee { get; init; }

    public Guid SessionId { get; init; }

    public Session? Session { get; init; }

    public required string Reason { get; init; }

    public Guid FixedById { get; init; }

    public Person? FixedBy { get; init; }

    public DateTime FixedAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<FixedPlace>
    {
        public void Configure(EntityTypeBuilder<FixedPlace> builder)
        {
            builder.ToTable("FixedPlaces");
            builder.Property(place => place.Reason).HasMaxLength(ReasonLength);
            builder.HasOne(place => place.Invitee).WithMany().HasForeignKey(place => place.InviteeId);
            builder.HasOne(place => place.Session).WithMany().HasForeignKey(place => place.SessionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne(place => place.FixedBy).WithMany().HasForeignKey(place => place.FixedById).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(place => new { place.InviteeId, place.SessionId }).IsUnique();
        }
    }
}
