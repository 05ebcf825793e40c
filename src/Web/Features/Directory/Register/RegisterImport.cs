using Guildhall.Web.Features.Directory.Import;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>A download of the national register that was brought in, what it would change, and whether it has.</summary>
public sealed class RegisterImport : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The file of all schools.</summary>
    public Guid SchoolsFileId { get; init; }

    public required string FileName { get; init; }

    /// <summary>The file of schools and groups.</summary>
    public Guid? GroupLinksFileId { get; init; }

    /// <summary>The file of predecessors and successors.</summary>
    public Guid? LinksFileId { get; init; }

    public ImportState State { get; set; }

    /// <summary><see cref="RegisterReport"/> as JSON; null until the files have been read.</summary>
    public string? Report { get; set; }

    public Guid CreatedBy { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? AppliedAt { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RegisterImport>
    {
        public void Configure(EntityTypeBuilder<RegisterImport> builder)
        {
            builder.ToTable("RegisterImports");
            builder.Property(import => import.FileName).HasMaxLength(PeopleImport.FileNameLength);
            builder.HasIndex(import => import.CreatedAt);
        }
    }
}
