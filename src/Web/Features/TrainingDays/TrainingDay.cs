using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Where a day stands, in the order of time; <see cref="Lifecycle.DayStages"/> says which steps lead from one to another.</summary>
/// <remarks>Kept as numbers, which tables compare by; the gaps leave room for a stage in between.</remarks>
public enum DayStage
{
    /// <summary>Only the organisers see it.</summary>
    Draft = 0,

    /// <summary>Workshops are being offered.</summary>
    Call = 10,

    /// <summary>The offers are read and decided on.</summary>
    Review = 20,

    /// <summary>What was accepted gets its slots and rooms.</summary>
    Programme = 30,

    /// <summary>Those who are invited choose.</summary>
    Choosing = 40,

    /// <summary>Places are given.</summary>
    Allocating = 50,

    /// <summary>Everybody knows their day.</summary>
    Published = 60,

    /// <summary>It is today.</summary>
    OnTheDay = 70,

    /// <summary>It is over: what it was like, and what comes of it.</summary>
    Closed = 80,
}

/// <summary>A day on which people of several schools choose among workshops.</summary>
public sealed class TrainingDay : IVersioned
{
    public const int NameLength = 120;
    public const int TextLength = 2000;
    public const int VenueLength = 200;
    public const int MostWishes = 12;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The trust, school or hub that holds the day.</summary>
    public Guid OrganisationId { get; init; }

    public Organisation? Organisation { get; init; }

    public required string Name { get; set; }

    public DateOnly Date { get; set; }

    public string Venue { get; set; } = "";

    /// <summary>What people read before they choose.</summary>
    public string Introduction { get; set; } = "";

    public DayStage Stage { get; set; } = DayStage.Draft;

    /// <summary>Until when workshops are offered; null for a day without a call, whose organisers write the programme themselves.</summary>
    public DateTime? OfferUntil { get; set; }

    /// <summary>Until when those who are invited give stars to workshops that have no time yet; null = nobody has been asked.</summary>
    public DateTime? InterestUntil { get; set; }

    /// <summary>Until when people choose; null before choosing was opened.</summary>
    public DateTime? ChooseUntil { get; set; }

    /// <summary>How many workshops a person may rank, from the number of slots to <see cref="MostWishes"/>.</summary>
    public int WishesAllowed { get; set; } = 6;

    /// <summary>The most people of one school in a session; null = no cap.</summary>
    public int? SchoolCap { get; set; }

    public DateTime? PublishedAt { get; set; }

    /// <summary>The run whose places count; null before one is adopted.</summary>
    public Guid? AdoptedRunId { get; set; }

    /// <summary>The run that holds the places as they are since publication, when they can change; null before.</summary>
    public Guid? LiveRunId { get; set; }

    /// <summary>The run whose places people have: those that are kept up to date, or before publication the adopted one's.</summary>
    public Guid? PlacesRunId => LiveRunId ?? AdoptedRunId;

    public List<Slot> Slots { get; init; } = [];

    public List<Room> Rooms { get; init; } = [];

    public List<Workshop> Workshops { get; init; } = [];

    public int Version { get; set; }

    /// <summary>Whether people can choose now: the stage says so and the deadline has not passed.</summary>
    public bool IsOpenForChoices(DateTime now) => Stage == DayStage.Choosing && now < ChooseUntil;

    /// <summary>Whether stars can be given now: the workshops are known, their times are not.</summary>
    public bool IsOpenForStars(DateTime now) => Stage is DayStage.Draft or DayStage.Programme && now < InterestUntil;

    public bool HasCall => OfferUntil is not null;

    /// <summary>Whether workshops can be offered now: the stage says so and the deadline has not passed.</summary>
    public bool IsOpenForOffers(DateTime now) => Stage == DayStage.Call && now < OfferUntil;

    /// <summary>Whether those who are invited may know of it, as far as it has come.</summary>
    public bool IsOut => Stage >= DayStage.Choosing;

    /// <summary>Whether everybody's places are known; from now on each change touches plans that people have made.</summary>
    public bool IsPublished => Stage >= DayStage.Published;

    /// <summary>Whether people's places can still change: they are out, and the day is not over.</summary>
    public bool HasLivePlaces => LiveRunId is not null && Stage is (DayStage.Published or DayStage.OnTheDay);

    internal sealed class Table : IEntityTypeConfiguration<TrainingDay>
    {
        public void Configure(EntityTypeBuilder<TrainingDay> builder)
        {
            builder.ToTable("TrainingDays");
            builder.Ignore(day => day.PlacesRunId);
            builder.Property(day => day.Stage).HasConversion<int>();
            builder.Property(day => day.Name).HasMaxLength(NameLength);
            builder.Property(day => day.Venue).HasMaxLength(VenueLength);
            builder.Property(day => day.Introduction).HasMaxLength(TextLength);
            builder.HasOne(day => day.Organisation).WithMany().HasForeignKey(day => day.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(day => new { day.OrganisationId, day.Date });
        }
    }
}
