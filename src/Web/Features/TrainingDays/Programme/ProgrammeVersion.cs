using Guildhall.Web.Features.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>The programme as it was told to people at one moment.</summary>
public sealed class ProgrammeVersion
{
    public const int NoteLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    /// <summary>1 for the day's first.</summary>
    public int Number { get; init; }

    /// <summary>What the organiser says about it: "The hall is being painted".</summary>
    public string Note { get; init; } = "";

    public Guid PublishedById { get; init; }

    public Person? PublishedBy { get; init; }

    public DateTime PublishedAt { get; init; }

    /// <summary>The sessions, a list of <see cref="ToldSession"/> as compressed JSON.</summary>
    public required byte[] Content { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ProgrammeVersion>
    {
        public void Configure(EntityTypeBuilder<ProgrammeVersion> builder)
        {
            builder.ToTable("ProgrammeVersions");
            builder.Property(version => version.Note).HasMaxLength(NoteLength);
            builder.HasOne(version => version.Day).WithMany().HasForeignKey(version => version.DayId);
            builder.HasOne(version => version.PublishedBy).WithMany().HasForeignKey(version => version.PublishedById).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(version => new { version.DayId, version.Number }).IsUnique();
        }
    }
}

/// <summary>A session as people were told of it.</summary>
/// <param name="Session">Which.</param>
/// <param name="Workshop">Of what.</param>
/// <param name="Title">The code and title of the workshop.</param>
/// <param name="Slot">When.</param>
/// <param name="When">The same in words.</param>
/// <param name="Room">Where; empty = to be decided.</param>
/// <param name="Presenters">Who presents.</param>
public sealed record ToldSession(Guid Session, Guid Workshop, string Title, Guid Slot, string When, string Room, string Presenters);
