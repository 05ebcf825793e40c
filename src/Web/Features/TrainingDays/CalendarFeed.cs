using Guildhall.Web.Features.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>A secret address from which a person's calendar program reads their days. A new one makes the old one stop.</summary>
public sealed class CalendarFeed
{
    public const int HashLength = 64;
    public const int ProtectedLength = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public Person? Person { get; init; }

    /// <summary>By which the feed is found.</summary>
    public required string SecretHash { get; set; }

    /// <summary>The secret, encrypted, so that its owner can copy the address again.</summary>
    public required string ProtectedSecret { get; set; }

    public DateTime RenewedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<CalendarFeed>
    {
        public void Configure(EntityTypeBuilder<CalendarFeed> builder)
        {
            builder.ToTable("CalendarFeeds");
            builder.Property(feed => feed.SecretHash).HasMaxLength(HashLength);
            builder.Property(feed => feed.ProtectedSecret).HasMaxLength(ProtectedLength);
            builder.HasIndex(feed => feed.PersonId).IsUnique();
            builder.HasIndex(feed => feed.SecretHash).IsUnique();
            builder.HasOne(feed => feed.Person).WithMany().HasForeignKey(feed => feed.PersonId);
        }
    }
}
