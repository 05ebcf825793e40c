using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>What people choose. It runs in one or more slots; nobody attends it twice.</summary>
public sealed class Workshop : IVersioned
{
    public const int CodeLength = 20;
    public const int TitleLength = 120;
    public const int SummaryLength = 1200;
    public const int PresentersLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    /// <summary>The offer that it was; null for one that the organisers wrote.</summary>
    public Guid? OfferId { get; init; }

    /// <summary>A short name that is unique within the day: "W07". Files and lists use it.</summary>
    public required string Code { get; set; }

    public required string Title { get; set; }

    public string Summary { get; set; } = "";

    /// <summary>Who presents, as people should read it, external speakers included.</summary>
    public string PresenterNames { get; set; } = "";

    /// <summary>The role groups that it is for; none = everybody.</summary>
    public List<RoleGroup> Audience { get; set; } = [];

    /// <summary>The fewest people with whom it makes sense; null = any number.</summary>
    public int? Smallest { get; set; }

    /// <summary>The most people it can take in one session; null = as many as the room holds.</summary>
    public int? Largest { get; set; }

    /// <summary>How often its presenters would run it; null = as often as it stands in the programme.</summary>
    public int? MostRuns { get; set; }

    /// <summary>Slots in which its presenters cannot.</summary>
    public List<Guid> AwaySlots { get; set; } = [];

    /// <summary>The rooms that it can be held in; none = any.</summary>
    public List<Guid> SuitableRooms { get; set; } = [];

    public List<Presenter> Presenters { get; init; } = [];

    public List<Session> Sessions { get; init; } = [];

    public int Version { get; set; }

    public bool IsFor(RoleGroup group) => IsFor(Audience, group);

    /// <summary>The rule, for queries that read no more of a workshop than they need.</summary>
    public static bool IsFor(IReadOnlyCollection<RoleGroup> audience, RoleGroup group) => audience.Count == 0 || audience.Contains(group);

    internal sealed class Table : IEntityTypeConfiguration<Workshop>
    {
        public void Configure(EntityTypeBuilder<Workshop> builder)
        {
            builder.ToTable("Workshops");
            builder.Property(workshop => workshop.Code).HasMaxLength(CodeLength);
            builder.Property(workshop => workshop.Title).HasMaxLength(TitleLength);
            builder.Property(workshop => workshop.Summary).HasMaxLength(SummaryLength);
            builder.Property(workshop => workshop.PresenterNames).HasMaxLength(PresentersLength);
            builder.PrimitiveCollection(workshop => workshop.Audience).ElementType().HasConversion<string>();
            builder.HasOne(workshop => workshop.Day).WithMany(day => day.Workshops).HasForeignKey(workshop => workshop.DayId);
            builder.HasOne<Offer>().WithMany().HasForeignKey(workshop => workshop.OfferId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(workshop => new { workshop.DayId, workshop.Code }).IsUnique();
            builder.HasIndex(workshop => workshop.OfferId).IsUnique();
        }
    }
}

/// <summary>Somebody who presents a workshop and is invited to the day: busy while it runs.</summary>
public sealed class Presenter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid WorkshopId { get; init; }

    public Guid PersonId { get; init; }

    public Person? Person { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Presenter>
    {
        public void Configure(EntityTypeBuilder<Presenter> builder)
        {
            builder.ToTable("Presenters");
            builder.HasOne<Workshop>().WithMany(workshop => workshop.Presenters).HasForeignKey(presenter => presenter.WorkshopId);
            builder.HasOne(presenter => presenter.Person).WithMany().HasForeignKey(presenter => presenter.PersonId);
            builder.HasIndex(presenter => new { presenter.WorkshopId, presenter.PersonId }).IsUnique();
        }
    }
}
