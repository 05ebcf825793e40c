using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>What people type or scan in the room to check in to a session.</summary>
public sealed class SessionCode
{
    public const int Length = 5;

    /// <summary>
    /// No two of them sound or look alike in a noisy hall: no 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V. Without vowels
    /// they make no words.
    /// </summary>
    public const string Alphabet = "CDFGHJKMNPQRTVWXY34679";

    public Guid SessionId { get; init; }

    public Session? Session { get; init; }

    /// <summary>Unique among all days, so that the code alone is an address.</summary>
    public required string Code { get; init; }

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>What somebody meant: small letters, gaps and dashes make no difference.</summary>
    public static string Clean(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    internal sealed class Table : IEntityTypeConfiguration<SessionCode>
    {
        public void Configure(EntityTypeBuilder<SessionCode> builder)
        {
            builder.ToTable("SessionCodes");
            builder.HasKey(row => row.SessionId);
            builder.Property(row => row.SessionId).ValueGeneratedNever();
            builder.Property(row => row.Code).HasMaxLength(Length);
            builder.HasOne(row => row.Session).WithOne().HasForeignKey<SessionCode>(row => row.SessionId);
            builder.HasIndex(row => row.Code).IsUnique();
        }
    }
}
