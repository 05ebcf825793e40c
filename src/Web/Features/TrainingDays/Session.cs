using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>A workshop's run in one slot and one room.</summary>
public sealed class Session : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid WorkshopId { get; init; }

    public Workshop? Workshop { get; init; }

    public Guid SlotId { get; set; }

    public Slot? Slot { get; set; }

    public Guid? RoomId { get; set; }

    public Room? Room { get; set; }

    /// <summary>How many people it holds, presenters not counted; at most the room's seats.</summary>
    public int Seats { get; set; }

    /// <summary>The fewest people with whom it runs; 0 = it runs whatever happens.</summary>
    public int Minimum { get; set; }

    /// <summary>
    /// How many live places there are in it. It is only ever raised by one statement that also looks whether a seat is free, so that no two
    /// people get the last one.
    /// </summary>
    public int Taken { get; init; }

    /// <summary>Whether the organisers have decided on its slot and room: a suggested programme keeps them.</summary>
    public bool IsPinned { get; set; }

    public int Version { get; set; }

    /// <summary>Why it cannot have so few seats, in words; null when it can. Nobody loses a place because a number was lowered.</summary>
    public string? SeatsRefusal(int? seats) => seats < Taken
        ? $"{Platform.Count.People(Taken)} {(Taken == 1 ? "has" : "have")} a place in this session, so it needs at least {Platform.Count.Of(Taken, "seat", "seats")}. Move people to other sessions before you make it smaller"
        : null;

    internal sealed class Table : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("Sessions");
            builder.HasOne(session => session.Workshop).WithMany(workshop => workshop.Sessions).HasForeignKey(session => session.WorkshopId);
            builder.HasOne(session => session.Slot).WithMany().HasForeignKey(session => session.SlotId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne(session => session.Room).WithMany().HasForeignKey(session => session.RoomId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(session => new { session.WorkshopId, session.SlotId }).IsUnique();
            builder.HasIndex(session => new { session.SlotId, session.RoomId }).IsUnique();
        }
    }
}
