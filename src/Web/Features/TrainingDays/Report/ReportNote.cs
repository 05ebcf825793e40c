using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>What the organisers would do differently next time, in their words.</summary>
public sealed class ReportNote : IVersioned
{
    public const int TextLength = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public string Text { get; set; } = "";

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ReportNote>
    {
        public void Configure(EntityTypeBuilder<ReportNote> builder)
        {
            builder.ToTable("ReportNotes");
            builder.Property(note => note.Text).HasMaxLength(TextLength);
            builder.HasOne<TrainingDay>().WithMany().HasForeignKey(note => note.DayId);
            builder.HasIndex(note => note.DayId).IsUnique();
        }
    }
}
