using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>How a place came about.</summary>
public enum PlaceOrigin
{
    /// <summary>The planner gave it.</summary>
    Planned,

    /// <summary>The person took it after publication, or gave one back.</summary>
    Own,

    /// <summary>It became free while the person was waiting for it.</summary>
    Waiting,

    /// <summary>An organiser moved the person there after publication.</summary>
    Organiser,

    /// <summary>Two people swapped their places after publication.</summary>
    Swapped,
}

/// <summary>A person's place in a slot, as one run gave it; or, of a day's live places, as it is now.</summary>
public sealed class Place
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RunId { get; init; }

    public Guid InviteeId { get; init; }

    public Invitee? Invitee { get; init; }

    public Guid SlotId { get; init; }

    public Slot? Slot { get; init; }

    /// <summary>Null = no place was found in this slot.</summary>
    public Guid? SessionId { get; init; }

    public Session? Session { get; init; }

    /// <summary>The wish that it fulfils, 1 = first; null = it was not wished for.</summary>
    public int? Wish { get; init; }

    public bool IsFixed { get; init; }

    /// <summary>How it came about.</summary>
    public PlaceOrigin Origin { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Place>
    {
        public void Configure(EntityTypeBuilder<Place> builder)
        {
            builder.ToTable("Places");
            builder.HasOne<AllocationRun>().WithMany().HasForeignKey(place => place.RunId);
            builder.HasOne(place => place.Invitee).WithMany().HasForeignKey(place => place.InviteeId);
            builder.HasOne(place => place.Slot).WithMany().HasForeignKey(place => place.SlotId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne(place => place.Session).WithMany().HasForeignKey(place => place.SessionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(place => new { place.RunId, place.InviteeId, place.SlotId }).IsUnique();
            builder.HasIndex(place => new { place.RunId, place.SessionId });
        }
    }
}
