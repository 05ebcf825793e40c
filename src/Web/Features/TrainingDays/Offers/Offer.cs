using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Offers;

public enum OfferState
{
    /// <summary>Being written; only its presenters see it.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    Withdrawn,
}

/// <summary>What the organisers decide on an offer.</summary>
public enum OfferDecision
{
    Accept,

    /// <summary>Accepted if it is changed as the reason asks.</summary>
    AcceptWithChanges,

    /// <summary>Stands in if another falls out.</summary>
    Substitute,

    Decline,
}

/// <summary>A workshop that somebody offers to present.</summary>
public sealed class Offer : IVersioned
{
    public const int OutcomeLength = 600;
    public const int PriorityLength = 200;
    public const int EvidenceLength = 1200;
    public const int RoomNeedsLength = 300;
    public const int ReasonLength = 1200;
    public const int SavedByLength = 170;
    public const int MostPeople = 500;
    public const int MostRunsLimit = 6;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    public string Title { get; set; } = "";

    /// <summary>What happens in it, as the catalogue will print it.</summary>
    public string Summary { get; set; } = "";

    /// <summary>What those who took part can do afterwards.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>The wanted topic that it serves; null = none of them.</summary>
    public Guid? TopicId { get; set; }

    public CallTopic? Topic { get; set; }

    /// <summary>The priority or need that it serves, in the presenter's words.</summary>
    public string Priority { get; set; } = "";

    public string Evidence { get; set; } = "";

    public List<Mechanism> Mechanisms { get; set; } = [];

    /// <summary>The role groups that it is for; none = everybody.</summary>
    public List<RoleGroup> Audience { get; set; } = [];

    /// <summary>Slots in which the presenters cannot.</summary>
    public List<Guid> AwaySlots { get; set; } = [];

    /// <summary>The fewest people with whom it makes sense; null = any number.</summary>
    public int? Smallest { get; set; }

    /// <summary>The most people it can take; null = as many as the room holds.</summary>
    public int? Largest { get; set; }

    /// <summary>How often the presenters would run it.</summary>
    public int MostRuns { get; set; } = 1;

    public string RoomNeeds { get; set; } = "";

    public OfferState State { get; set; } = OfferState.Draft;

    public DateTime CreatedAt { get; init; }

    /// <summary>When it was last written to, and by whom: two who write at once are told of each other.</summary>
    public DateTime? SavedAt { get; set; }

    public string SavedBy { get; set; } = "";

    /// <summary>When it was handed in last; it stays when the offer is withdrawn, and goes when it is a draft again.</summary>
    public DateTime? SubmittedAt { get; set; }

    /// <summary>Decided quietly: those who offered read it once <see cref="SentAt"/> is set.</summary>
    public OfferDecision? Decision { get; set; }

    /// <summary>Why, or what is to be changed: those who offered read this.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When the decision was sent.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>When the presenters said that they come; null = not yet.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>The offer of an earlier day from which it was copied.</summary>
    public Guid? CopiedFromId { get; init; }

    public List<OfferPresenter> Presenters { get; init; } = [];

    public int Version { get; set; }

    /// <summary>Whether the organisers can read it: what was never handed in is its presenters' alone.</summary>
    public bool IsHandedIn => State != OfferState.Draft && SubmittedAt is not null;

    /// <summary>What its presenters know of the decision.</summary>
    public OfferDecision? DecisionTold => State == OfferState.Submitted && SentAt is not null ? Decision : null;

    /// <summary>Whether its presenters can change it: a draft until the deadline, and what was accepted with changes until they confirm it.</summary>
    public bool CanBeWritten(TrainingDay day, DateTime now) => State switch
    {
        OfferState.Draft => day.IsOpenForOffers(now),
        OfferState.Submitted => DecisionTold == OfferDecision.AcceptWithChanges && ConfirmedAt is null && day.Stage == DayStage.Review,
        _ => false,
    };

    /// <summary>Whether it can become a draft again. What was decided and told stays.</summary>
    public bool CanBeReopened(TrainingDay day, DateTime now) => State != OfferState.Draft && SentAt is null && day.IsOpenForOffers(now);

    /// <summary>Whether its presenters can take it back. Once a day is published, people have it in their plans.</summary>
    public bool CanBeWithdrawn(TrainingDay day) => State != OfferState.Withdrawn && !day.IsPublished;

    /// <summary>Whether its presenters are asked to say that they come.</summary>
    public bool CanBeConfirmed(TrainingDay day) => IsAccepted && SentAt is not null && ConfirmedAt is null && !day.IsPublished;

    /// <summary>Whether it can become a workshop.</summary>
    public bool IsAccepted => State == OfferState.Submitted && Decision is OfferDecision.Accept or OfferDecision.AcceptWithChanges;

    internal sealed class Table : IEntityTypeConfiguration<Offer>
    {
        public void Configure(EntityTypeBuilder<Offer> builder)
        {
            builder.ToTable("Offers");
            builder.Property(offer => offer.Title).HasMaxLength(Workshop.TitleLength);
            builder.Property(offer => offer.Summary).HasMaxLength(Workshop.SummaryLength);
            builder.Property(offer => offer.Outcome).HasMaxLength(OutcomeLength);
            builder.Property(offer => offer.Priority).HasMaxLength(PriorityLength);
            builder.Property(offer => offer.Evidence).HasMaxLength(EvidenceLength);
            builder.Property(offer => offer.RoomNeeds).HasMaxLength(RoomNeedsLength);
            builder.Property(offer => offer.Reason).HasMaxLength(ReasonLength);
            builder.Property(offer => offer.SavedBy).HasMaxLength(SavedByLength);
            builder.PrimitiveCollection(offer => offer.Mechanisms).ElementType().HasConversion<string>();
            builder.PrimitiveCollection(offer => offer.Audience).ElementType().HasConversion<string>();
            builder.HasOne(offer => offer.Day).WithMany().HasForeignKey(offer => offer.DayId);
            builder.HasOne(offer => offer.Topic).WithMany().HasForeignKey(offer => offer.TopicId).OnDelete(DeleteBehavior.SetNull);
            builder.HasIndex(offer => new { offer.DayId, offer.State });
        }
    }
}

/// <summary>
/// Somebody who presents an offer: a person of the directory, or a speaker from outside whom a link lets in. Each accepts for themselves.
/// </summary>
public sealed class OfferPresenter : IVersioned
{
    public const int NameLength = 120;
    public const int EmployerLength = 160;

    /// <summary>The most who can present one offer together.</summary>
    public const int MostTogether = 6;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OfferId { get; init; }

    public Offer? Offer { get; init; }

    /// <summary>Null for a speaker from outside.</summary>
    public Guid? PersonId { get; set; }

    public Person? Person { get; set; }

    /// <summary>A speaker's name, from outside the directory.</summary>
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Employer { get; set; } = "";

    /// <summary>The digest of the link that lets a speaker in; null for a person of the directory.</summary>
    public byte[]? LinkDigest { get; set; }

    /// <summary>Whether they lead: the one who began the offer, who may hand it in and withdraw it.</summary>
    public bool IsLead { get; set; }

    /// <summary>When they said that they take part; null = asked, not answered. Who declines is taken out.</summary>
    public DateTime? AcceptedAt { get; set; }

    public int Version { get; set; }

    /// <summary>As people read it; the row's person must be loaded.</summary>
    public string FullName => Person?.FullName ?? Name;

    internal sealed class Table : IEntityTypeConfiguration<OfferPresenter>
    {
        public void Configure(EntityTypeBuilder<OfferPresenter> builder)
        {
            builder.ToTable("OfferPresenters");
            builder.Property(presenter => presenter.Name).HasMaxLength(NameLength);
            builder.Property(presenter => presenter.Email).HasMaxLength(Directory.Person.EmailLength);
            builder.Property(presenter => presenter.Employer).HasMaxLength(EmployerLength);
            builder.HasOne(presenter => presenter.Offer).WithMany(offer => offer.Presenters).HasForeignKey(presenter => presenter.OfferId);
            builder.HasOne(presenter => presenter.Person).WithMany().HasForeignKey(presenter => presenter.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(presenter => new { presenter.OfferId, presenter.PersonId }).IsUnique();
            builder.HasIndex(presenter => presenter.PersonId);
            builder.HasIndex(presenter => presenter.LinkDigest).IsUnique();
        }
    }
}
