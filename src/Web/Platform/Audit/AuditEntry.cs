using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Platform.Audit;

/// <summary>Who did what to what, and when. Written in the same transaction as the deed; never changed.</summary>
public sealed class AuditEntry : IAppendOnly
{
    public const int DeedLength = 400;
    public const int NameLength = 200;
    public const int KindLength = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>Who did it; null = the program itself, such as a deadline that passed.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>What they were called then.</summary>
    public string ActorName { get; init; } = "";

    /// <summary>What they did, as the rest of a sentence: "changed the deadline from Friday to Monday".</summary>
    public required string Deed { get; init; }

    public required string SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    public string SubjectName { get; init; } = "";

    /// <summary>The organisation whose administrators can read it.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The person whom it concerns and who can read it.</summary>
    public Guid? ConcernsPersonId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("AuditEntries");
            builder.Property(entry => entry.Deed).HasMaxLength(DeedLength);
            builder.Property(entry => entry.ActorName).HasMaxLength(NameLength);
            builder.Property(entry => entry.SubjectName).HasMaxLength(NameLength);
            builder.Property(entry => entry.SubjectKind).HasMaxLength(KindLength);
            builder.HasIndex(entry => new { entry.SubjectKind, entry.SubjectId, entry.At });
            builder.HasIndex(entry => new { entry.OrganisationId, entry.At });
            builder.HasIndex(entry => new { entry.ConcernsPersonId, entry.At });
        }
    }
}
