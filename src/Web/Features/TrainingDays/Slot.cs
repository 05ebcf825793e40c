using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>A stretch of the day in which workshops run side by side. Times are UK time on the day.</summary>
public sealed class Slot : IVersioned
{
    public const int NameLength = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    public required string Name { get; set; }

    /// <summary>Minutes after midnight.</summary>
    public int StartMinute { get; set; }

    /// <summary>Minutes after midnight, after <see cref="StartMinute"/>.</summary>
    public int EndMinute { get; set; }

    public int Version { get; set; }

    public TimeOnly Starts => TimeOnly.MinValue.AddMinutes(StartMinute);

    public TimeOnly Ends => TimeOnly.MinValue.AddMinutes(EndMinute);

    internal sealed class Table : IEntityTypeConfiguration<Slot>
    {
        public void Configure(EntityTypeBuilder<Slot> builder)
        {
            builder.ToTable("Slots");
            builder.Property(slot => slot.Name).HasMaxLength(NameLength);
            builder.HasOne(slot => slot.Day).WithMany(day => day.Slots).HasForeignKey(slot => slot.DayId);
        }
    }
}
