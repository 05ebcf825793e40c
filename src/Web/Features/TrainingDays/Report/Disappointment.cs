using Guildhall.Web.Features.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>What a day that is closed leaves behind for somebody: what they bring to the next day of the same organisation.</summary>
public sealed class Disappointment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    public Guid PersonId { get; init; }

    public Person? Person { get; init; }

    public CarryChange Change { get; set; }

    /// <summary>How far the day fell short of their best one.</summary>
    public int Steps { get; set; }

    /// <summary>What they had brought, 0 to 9.</summary>
    public int Before { get; init; }

    /// <summary>What they take on, 0 to 9.</summary>
    public int After { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Disappointment>
    {
        public void Configure(EntityTypeBuilder<Disappointment> builder)
        {
            builder.ToTable("Disappointments");
            builder.HasOne(row => row.Day).WithMany().HasForeignKey(row => row.DayId);
            builder.HasOne(row => row.Person).WithMany().HasForeignKey(row => row.PersonId);
            builder.HasIndex(row => new { row.DayId, row.PersonId }).IsUnique();
            builder.HasIndex(row => row.PersonId);
        }
    }
}
