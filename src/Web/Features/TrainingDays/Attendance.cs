using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Whether somebody came. Having no row at all means that nobody has said yet.</summary>
public enum AttendanceState
{
    Present,

    Absent,

    /// <summary>They said that they could not come: no absence.</summary>
    Apologies,
}

/// <summary>Who said so, and how.</summary>
public enum AttendanceOrigin
{
    /// <summary>The person, by the session's code.</summary>
    Code,

    /// <summary>A presenter or an organiser, in the register.</summary>
    Register,

    /// <summary>The person had no place in the session and came all the same, where a seat was free.</summary>
    WalkIn,

    /// <summary>The lead of their school or an organiser, afterwards.</summary>
    LateEntry,
}

/// <summary>What is on record of a person in a session. Apologies made before the slot began stand in <see cref="Changes.Apology"/>.</summary>
public sealed class Attendance : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    public Guid SessionId { get; init; }

    public Session? Session { get; init; }

    public Guid PersonId { get; init; }

    public Person? Person { get; init; }

    public AttendanceState State { get; set; }

    public AttendanceOrigin Origin { get; set; }

    /// <summary>When it was last said.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>The person who said so; null = the program.</summary>
    public Guid? RecordedById { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Attendance>
    {
        public void Configure(EntityTypeBuilder<Attendance> builder)
        {
            builder.ToTable("Attendance");
            builder.HasOne(row => row.Day).WithMany().HasForeignKey(row => row.DayId);
            builder.HasOne(row => row.Session).WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne(row => row.Person).WithMany().HasForeignKey(row => row.PersonId);
            builder.HasOne<Person>().WithMany().HasForeignKey(row => row.RecordedById).OnDelete(DeleteBehavior.SetNull);
            builder.HasIndex(row => new { row.SessionId, row.PersonId }).IsUnique();
            builder.HasIndex(row => row.PersonId);
            builder.HasIndex(row => row.DayId);
        }
    }
}
