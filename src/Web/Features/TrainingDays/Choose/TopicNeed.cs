using Guildhall.Web.Features.TrainingDays.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>
/// Somebody said, for themselves alone, that a topic of the day matters to them. It orders their own catalogue; no other page, list, file or
/// plan reads it.
/// </summary>
public sealed class TopicNeed
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid InviteeId { get; init; }

    public Guid TopicId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<TopicNeed>
    {
        public void Configure(EntityTypeBuilder<TopicNeed> builder)
        {
            builder.ToTable("TopicNeeds");
            builder.HasOne<Invitee>().WithMany().HasForeignKey(need => need.InviteeId);
            builder.HasOne<CallTopic>().WithMany().HasForeignKey(need => need.TopicId);
            builder.HasIndex(need => new { need.InviteeId, need.TopicId }).IsUnique();
        }
    }
}
