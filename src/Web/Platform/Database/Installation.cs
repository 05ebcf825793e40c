using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Platform.Database;

/// <summary>What holds for the whole database; there is one row from set-up on.</summary>
public sealed class Installation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The stage at which the invented trust of a demo began; null = a real installation.</summary>
    public string? DemoStage { get; init; }

    public DateTime InstalledAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Installation>
    {
        public void Configure(EntityTypeBuilder<Installation> builder)
        {
            builder.ToTable("Installations");
            builder.Property(installation => installation.DemoStage).HasMaxLength(20);
        }
    }
}
