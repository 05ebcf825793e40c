using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>What one run tells one person: what they asked, what they got, what stood in the way.</summary>
public sealed class Letter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RunId { get; init; }

    public Guid InviteeId { get; init; }

    /// <summary>How far their day is from the best they could have had; 0 = all they could wish for.</summary>
    public int Regret { get; init; }

    /// <summary>One sentence for each wish, in the order of the wishes.</summary>
    public List<string> Sentences { get; init; } = [];

    internal sealed class Table : IEntityTypeConfiguration<Letter>
    {
        public void Configure(EntityTypeBuilder<Letter> builder)
        {
            builder.ToTable("Letters");
            builder.HasOne<AllocationRun>().WithMany().HasForeignKey(letter => letter.RunId);
            builder.HasOne<Invitee>().WithMany().HasForeignKey(letter => letter.InviteeId);
            builder.HasIndex(letter => new { letter.RunId, letter.InviteeId }).IsUnique();
        }
    }
}
