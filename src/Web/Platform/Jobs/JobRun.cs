using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Platform.Jobs;

public enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>A piece of work that takes longer than a page may: what it is, how far it is, and how it ended.</summary>
public sealed class JobRun
{
    public const int KindLength = 60;
    public const int WordsLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The name under which its <see cref="DurableJob"/> is registered.</summary>
    public required string Kind { get; init; }

    /// <summary>What the work is about; its job knows what kind of thing this is.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Who started it and may follow and cancel it; null = the program itself.</summary>
    public Guid? StartedBy { get; init; }

    /// <summary>What is being done, for the page: "Planning places for 850 people".</summary>
    public required string Title { get; init; }

    /// <summary>Where to go when it is done.</summary>
    public required string ReturnPath { get; init; }

    public JobState State { get; set; } = JobState.Waiting;

    /// <summary>0 to 100.</summary>
    public int Percent { get; set; }

    public string Words { get; set; } = "";

    public bool CancelAsked { get; set; }

    /// <summary>How often it was begun: more than once when a process died in the middle.</summary>
    public int Attempts { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Cancelled;

    internal sealed class Table : IEntityTypeConfiguration<JobRun>
    {
        public void Configure(EntityTypeBuilder<JobRun> builder)
        {
            builder.ToTable("JobRuns");
            builder.Property(run => run.Kind).HasMaxLength(KindLength);
            builder.Property(run => run.Title).HasMaxLength(WordsLength);
            builder.Property(run => run.ReturnPath).HasMaxLength(WordsLength);
            builder.Property(run => run.Words).HasMaxLength(WordsLength);
            builder.HasIndex(run => new { run.Kind, run.SubjectId });
        }
    }
}
