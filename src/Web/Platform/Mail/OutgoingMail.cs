using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Platform.Mail;

/// <summary>A mail to be sent: written in the same transaction as what it tells of, sent by a job, tried again when it fails.</summary>
public sealed class OutgoingMail : IVersioned
{
    public const int SubjectLength = 200;
    public const int AddressLength = 254;
    public const int ErrorLength = 500;

    /// <summary>After so many attempts it is given up.</summary>
    public const int MostAttempts = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string To { get; init; }

    public string ToName { get; init; } = "";

    public required string Subject { get; init; }

    /// <summary>Plain text, the only form: it reads well everywhere.</summary>
    public required string Text { get; init; }

    public DateTime WrittenAt { get; init; }

    public DateTime? SentAt { get; set; }

    public int Attempts { get; set; }

    public DateTime NextAttemptAt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<OutgoingMail>
    {
        public void Configure(EntityTypeBuilder<OutgoingMail> builder)
        {
            builder.ToTable("OutgoingMails");
            builder.Property(mail => mail.To).HasMaxLength(AddressLength);
            builder.Property(mail => mail.ToName).HasMaxLength(SubjectLength);
            builder.Property(mail => mail.Subject).HasMaxLength(SubjectLength);
            builder.Property(mail => mail.Error).HasMaxLength(ErrorLength);
            builder.HasIndex(mail => new { mail.SentAt, mail.NextAttemptAt });
        }
    }
}
