using Guildhall.Web.Features.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>A programme that the planner suggested, with what it was made from. It changes nothing until an organiser takes it.</summary>
public sealed class ProgrammeSuggestion
{
    public const int UsualSeconds = 30;
    public const int MostSeconds = 600;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    /// <summary>1 for the day's first.</summary>
    public int Number { get; init; }

    public Guid StartedById { get; init; }

    public Person? StartedBy { get; init; }

    public DateTime StartedAt { get; init; }

    public long Seed { get; init; }

    /// <summary>How long it looks for something better, in seconds.</summary>
    public int Seconds { get; init; }

    /// <summary>The board and the wishes as the planner saw them, a <see cref="ProgrammeInput"/> as compressed JSON; null until it has begun.</summary>
    public byte[]? Input { get; set; }

    /// <summary>What it found, a <see cref="SuggestedProgramme"/> as compressed JSON; null until there is one.</summary>
    public byte[]? Outcome { get; set; }

    public DateTime? TakenAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ProgrammeSuggestion>
    {
        public void Configure(EntityTypeBuilder<ProgrammeSuggestion> builder)
        {
            builder.ToTable("ProgrammeSuggestions");
            builder.HasOne(suggestion => suggestion.Day).WithMany().HasForeignKey(suggestion => suggestion.DayId);
            builder.HasOne(suggestion => suggestion.StartedBy).WithMany().HasForeignKey(suggestion => suggestion.StartedById).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(suggestion => new { suggestion.DayId, suggestion.Number }).IsUnique();
        }
    }
}
