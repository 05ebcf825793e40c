using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Platform.SignIn;

public enum SignInLinkPurpose
{
    SignIn,
    Invitation,
}

/// <summary>A link sent by mail that signs its reader in once. Only a hash of its secret is kept.</summary>
public sealed class SignInLink : IVersioned
{
    public const int HashLength = 64;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Account? Account { get; init; }

    public SignInLinkPurpose Purpose { get; init; }

    public required string SecretHash { get; init; }

    public DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<SignInLink>
    {
        public void Configure(EntityTypeBuilder<SignInLink> builder)
        {
            builder.ToTable("SignInLinks");
            builder.Property(link => link.SecretHash).HasMaxLength(HashLength);
            builder.HasIndex(link => link.SecretHash).IsUnique();
            builder.HasOne(link => link.Account).WithMany().HasForeignKey(link => link.AccountId);
        }
    }
}
