using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Where a session runs.</summary>
public sealed class Room : IVersioned
{
    public const int NameLength = 80;
    public const int SiteLength = 80;
    public const int MostSeats = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    public required string Name { get; set; }

    public int Seats { get; set; }

    /// <summary>Where it stands, when the day is held on several sites: between two of them a presenter needs a free slot. Empty = all on one.</summary>
    public string Site { get; set; } = "";

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Room>
    {
        public void Configure(EntityTypeBuilder<Room> builder)
        {
            builder.ToTable("Rooms");
            builder.Property(room => room.Name).HasMaxLength(NameLength);
            builder.Property(room => room.Site).HasMaxLength(SiteLength);
            builder.HasOne(room => room.Day).WithMany(day => day.Rooms).HasForeignKey(room => room.DayId);
            builder.HasIndex(room => new { room.DayId, room.Name }).IsUnique();
        }
    }
}
