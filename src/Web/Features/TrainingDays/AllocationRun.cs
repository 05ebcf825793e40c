using Guildhall.Web.Features.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>
/// One run of the planner on a day, with all that is needed to do it again: input, seed and version. It is never changed once it has
/// an outcome.
/// </summary>
public sealed class AllocationRun
{
    public const int VersionLength = 40;
    public const int NoteLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    /// <summary>1 for the day's first run; 0 for its live places.</summary>
    public int Number { get; init; }

    /// <summary>What the organiser wants to remember: "with the hall for phonics".</summary>
    public string Note { get; set; } = "";

    public Guid StartedById { get; init; }

    public Person? StartedBy { get; init; }

    public DateTime StartedAt { get; init; }

    public long Seed { get; init; }

    public string PlannerVersion { get; set; } = "";

    /// <summary>The day as the planner saw it, as compressed JSON; null until it has begun.</summary>
    public byte[]? Input { get; set; }

    /// <summary>The figures of the outcome, as compressed JSON; null until there is one.</summary>
    public byte[]? Figures { get; set; }

    public int DurationMilliseconds { get; set; }

    public int People { get; set; }

    public int Empty { get; set; }

    public int EmptyBound { get; set; }

    public int WorstRegret { get; set; }

    public int WorstRegretBound { get; set; }

    public long Squares { get; set; }

    public long SquaresBound { get; set; }

    /// <summary>How many people had chosen.</summary>
    public int Chosen { get; set; }

    /// <summary>How many of these have all they could wish for.</summary>
    public int AllWishes { get; set; }

    /// <summary>Whether it has an outcome.</summary>
    public bool IsFinished { get; set; }

    public DateTime? AdoptedAt { get; set; }

    /// <summary>
    /// Whether it is no run of the planner but the day's places since publication: a copy of the adopted run's, which people and organisers
    /// change.
    /// </summary>
    public bool IsLive { get; init; }

    /// <summary>How often live places were changed. Each change raises it first, and so they take turns.</summary>
    public int Changes { get; init; }

    public bool IsProven => IsFinished && Empty <= EmptyBound && WorstRegret <= WorstRegretBound && Squares <= SquaresBound;

    internal sealed class Table : IEntityTypeConfiguration<AllocationRun>
    {
        public void Configure(EntityTypeBuilder<AllocationRun> builder)
        {
            builder.ToTable("AllocationRuns");
            builder.Property(run => run.PlannerVersion).HasMaxLength(VersionLength);
            builder.Property(run => run.Note).HasMaxLength(NoteLength);
            builder.HasOne(run => run.Day).WithMany().HasForeignKey(run => run.DayId);
            builder.HasOne(run => run.StartedBy).WithMany().HasForeignKey(run => run.StartedById).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(run => new { run.DayId, run.Number }).IsUnique();
        }
    }
}
