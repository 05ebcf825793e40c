using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Platform.Files;

/// <summary>An uploaded file. Its content is in the <see cref="FileStore"/>.</summary>
public sealed class StoredFile : IAppendOnly
{
    public const int NameLength = 200;
    public const int TypeLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it was called on the computer that it came from.</summary>
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public long Bytes { get; init; }

    public Guid UploadedBy { get; init; }

    public DateTime UploadedAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.ToTable("StoredFiles");
            builder.Property(file => file.Name).HasMaxLength(NameLength);
            builder.Property(file => file.ContentType).HasMaxLength(TypeLength);
        }
    }
}
