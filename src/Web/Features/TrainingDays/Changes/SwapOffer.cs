using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>
/// Somebody would give their place for one in another session of the same slot. Whoever has a place there can accept. It ends when their
/// place in the slot changes.
/// </summary>
public sealed class SwapOffer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid InviteeId { get; init; }

    public Invitee? Invitee { get; init; }

    /// <summary>What they have and would give.</summary>
    public Guid SessionId { get; init; }

    public Session? Session { get; init; }

    public Guid WantedSessionId { get; init; }

    public Session? WantedSession { get; init; }

    public DateTime At { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<SwapOffer>
    {
        public void Configure(EntityTypeBuilder<SwapOffer> builder)
        {
            builder.ToTable("SwapOffers");
            builder.HasOne(offer => offer.Invitee).WithMany().HasForeignKey(offer => offer.InviteeId);
            builder.HasOne(offer => offer.Session).WithMany().HasForeignKey(offer => offer.SessionId);
            builder.HasOne(offer => offer.WantedSession).WithMany().HasForeignKey(offer => offer.WantedSessionId);
            builder.HasIndex(offer => new { offer.InviteeId, offer.WantedSessionId }).IsUnique();
            builder.HasIndex(offer => new { offer.WantedSessionId, offer.At });
        }
    }
}

/// <summary>Somebody does not want to swap: they are not shown the offer again. Others who could accept it are.</summary>
public sealed class SwapRefusal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OfferId { get; init; }

    public Guid InviteeId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<SwapRefusal>
    {
        public void Configure(EntityTypeBuilder<SwapRefusal> builder)
        {
            builder.ToTable("SwapRefusals");
            builder.HasOne<SwapOffer>().WithMany().HasForeignKey(refusal => refusal.OfferId);
            builder.HasOne<Invitee>().WithMany().HasForeignKey(refusal => refusal.InviteeId);
            builder.HasIndex(refusal => new { refusal.OfferId, refusal.InviteeId }).IsUnique();
        }
    }
}
