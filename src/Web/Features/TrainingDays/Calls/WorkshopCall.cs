using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Calls;

/// <summary>What the organisers of a day ask for, and how offers are judged. Its deadline is the day's own.</summary>
public sealed class WorkshopCall : IVersioned
{
    public const int BriefLength = 4000;
    public const int MostReviews = 6;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    /// <summary>What a presenter reads first.</summary>
    public string Brief { get; set; } = "";

    /// <summary>The role groups for whom workshops are wanted most; none = everybody.</summary>
    public List<RoleGroup> WantedFor { get; set; } = [];

    /// <summary>How many offers one person may hand in; null = as many as they like.</summary>
    public int? MostOffersEach { get; set; }

    /// <summary>How many people read each offer.</summary>
    public int ReviewsEach { get; set; } = 2;

    /// <summary>Whether reviewers are not told who offers.</summary>
    public bool IsBlind { get; set; }

    public List<CallTopic> Topics { get; init; } = [];

    public List<Criterion> Criteria { get; init; } = [];

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<WorkshopCall>
    {
        public void Configure(EntityTypeBuilder<WorkshopCall> builder)
        {
            builder.ToTable("Calls");
            builder.Property(call => call.Brief).HasMaxLength(BriefLength);
            builder.PrimitiveCollection(call => call.WantedFor).ElementType().HasConversion<string>();
            builder.HasOne(call => call.Day).WithMany().HasForeignKey(call => call.DayId);
            builder.HasIndex(call => call.DayId).IsUnique();
        }
    }
}

/// <summary>A topic that is wanted.</summary>
public sealed class CallTopic : IVersioned
{
    public const int NameLength = 120;
    public const int WhyLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CallId { get; init; }

    public required string Name { get; set; }

    /// <summary>The need or priority behind it.</summary>
    public string Why { get; set; } = "";

    public int Position { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<CallTopic>
    {
        public void Configure(EntityTypeBuilder<CallTopic> builder)
        {
            builder.ToTable("CallTopics");
            builder.Property(topic => topic.Name).HasMaxLength(NameLength);
            builder.Property(topic => topic.Why).HasMaxLength(WhyLength);
            builder.HasOne<WorkshopCall>().WithMany(call => call.Topics).HasForeignKey(topic => topic.CallId);
        }
    }
}

/// <summary>Something that offers are judged by, from 0 to <see cref="MostPoints"/> points.</summary>
public sealed class Criterion : IVersioned
{
    public const int NameLength = 80;
    public const int HintLength = 300;
    public const int MostPoints = 4;
    public const int MostWeight = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CallId { get; init; }

    public required string Name { get; set; }

    /// <summary>What reviewers look for.</summary>
    public string Hint { get; set; } = "";

    /// <summary>How much it counts beside the others, from 1 to <see cref="MostWeight"/>.</summary>
    public int Weight { get; set; } = 1;

    public int Position { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Criterion>
    {
        public void Configure(EntityTypeBuilder<Criterion> builder)
        {
            builder.ToTable("Criteria");
            builder.Property(criterion => criterion.Name).HasMaxLength(NameLength);
            builder.Property(criterion => criterion.Hint).HasMaxLength(HintLength);
            builder.HasOne<WorkshopCall>().WithMany(call => call.Criteria).HasForeignKey(criterion => criterion.CallId);
        }
    }
}
