using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

public enum ReviewState
{
    /// <summary>Given to a reviewer; what they have written so far is theirs.</summary>
    Open,

    Done,

    /// <summary>The reviewer is too close to the offer, or cannot judge it. They are never given it again.</summary>
    Abstained,
}

/// <summary>One reviewer's reading of one offer.</summary>
public sealed class Review : IVersioned
{
    public const int CommentLength = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OfferId { get; init; }

    public Offer? Offer { get; init; }

    /// <summary>The person who reads.</summary>
    public Guid ReviewerId { get; init; }

    public Person? Reviewer { get; init; }

    public ReviewState State { get; set; }

    /// <summary>What those who offered read, without the reviewer's name.</summary>
    public string SharedComment { get; set; } = "";

    /// <summary>What only the organisers read.</summary>
    public string PrivateComment { get; set; } = "";

    public DateTime AssignedAt { get; init; }

    public DateTime? DoneAt { get; set; }

    public List<ReviewScore> Scores { get; init; } = [];

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Review>
    {
        public void Configure(EntityTypeBuilder<Review> builder)
        {
            builder.ToTable("Reviews");
            builder.Property(review => review.SharedComment).HasMaxLength(CommentLength);
            builder.Property(review => review.PrivateComment).HasMaxLength(CommentLength);
            builder.HasOne(review => review.Offer).WithMany().HasForeignKey(review => review.OfferId);
            builder.HasOne(review => review.Reviewer).WithMany().HasForeignKey(review => review.ReviewerId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(review => new { review.OfferId, review.ReviewerId }).IsUnique();
            builder.HasIndex(review => new { review.ReviewerId, review.State });
        }
    }
}

/// <summary>The points of a review for one criterion.</summary>
public sealed class ReviewScore
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ReviewId { get; init; }

    public Guid CriterionId { get; init; }

    /// <summary>0 to <see cref="Criterion.MostPoints"/>.</summary>
    public int Points { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ReviewScore>
    {
        public void Configure(EntityTypeBuilder<ReviewScore> builder)
        {
            builder.ToTable("ReviewScores");
            builder.HasOne<Review>().WithMany(review => review.Scores).HasForeignKey(score => score.ReviewId);
            builder.HasOne<Criterion>().WithMany().HasForeignKey(score => score.CriterionId);
            builder.HasIndex(score => new { score.ReviewId, score.CriterionId }).IsUnique();
        }
    }
}

/// <summary>Somebody who reads offers of a day.</summary>
public sealed class DayReviewer : IVersioned
{
    public const int MostOffers = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public Guid PersonId { get; init; }

    public Person? Person { get; init; }

    /// <summary>The most offers they will read; null = as many as it takes.</summary>
    public int? Most { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<DayReviewer>
    {
        public void Configure(EntityTypeBuilder<DayReviewer> builder)
        {
            builder.ToTable("DayReviewers");
            builder.HasOne<TrainingDay>().WithMany().HasForeignKey(reviewer => reviewer.DayId);
            builder.HasOne(reviewer => reviewer.Person).WithMany().HasForeignKey(reviewer => reviewer.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(reviewer => new { reviewer.DayId, reviewer.PersonId }).IsUnique();
        }
    }
}
