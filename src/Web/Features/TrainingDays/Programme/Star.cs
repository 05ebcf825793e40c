using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>Somebody would like to come to a workshop, whenever it runs. Stars show what is wanted before there are times to choose among.</summary>
public sealed class Star
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid InviteeId { get; init; }

    public Guid WorkshopId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Star>
    {
        public void Configure(EntityTypeBuilder<Star> builder)
        {
            builder.ToTable("Stars");
            builder.HasOne<Invitee>().WithMany().HasForeignKey(star => star.InviteeId);
            builder.HasOne<Workshop>().WithMany().HasForeignKey(star => star.WorkshopId);
            builder.HasIndex(star => new { star.InviteeId, star.WorkshopId }).IsUnique();
            builder.HasIndex(star => star.WorkshopId);
        }
    }
}
