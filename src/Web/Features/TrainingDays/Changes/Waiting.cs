using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Somebody waits for a seat in a full session. Who came first is first.</summary>
public sealed class Waiting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid InviteeId { get; init; }

    public Invitee? Invitee { get; init; }

    public Guid SessionId { get; init; }

    public Session? Session { get; init; }

    public DateTime Since { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Waiting>
    {
        public void Configure(EntityTypeBuilder<Waiting> builder)
        {
            builder.ToTable("Waiting");
            builder.HasOne(row => row.Invitee).WithMany().HasForeignKey(row => row.InviteeId);
            builder.HasOne(row => row.Session).WithMany().HasForeignKey(row => row.SessionId);
            builder.HasIndex(row => new { row.InviteeId, row.SessionId }).IsUnique();
            builder.HasIndex(row => new { row.SessionId, row.Since });
        }
    }
}
