using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Somebody said after publication that they cannot come in a slot.</summary>
public sealed class Apology
{
    public const int ReasonLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid InviteeId { get; init; }

    public Invitee? Invitee { get; init; }

    public Guid SlotId { get; init; }

    public Slot? Slot { get; init; }

    /// <summary>The place that they gave back, and get again if they can come after all and it is still free.</summary>
    public Guid? SessionId { get; init; }

    public Session? Session { get; init; }

    public string Reason { get; init; } = "";

    public DateTime At { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Apology>
    {
        public void Configure(EntityTypeBuilder<Apology> builder)
        {
            builder.ToTable("Apologies");
            builder.Property(apology => apology.Reason).HasMaxLength(ReasonLength);
            builder.HasOne(apology => apology.Invitee).WithMany().HasForeignKey(apology => apology.InviteeId);
            builder.HasOne(apology => apology.Slot).WithMany().HasForeignKey(apology => apology.SlotId);
            builder.HasOne(apology => apology.Session).WithMany().HasForeignKey(apology => apology.SessionId).OnDelete(DeleteBehavior.SetNull);
            builder.HasIndex(apology => new { apology.InviteeId, apology.SlotId }).IsUnique();
        }
    }
}
