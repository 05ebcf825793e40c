using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.Directory.Import;

public enum ImportFormat
{
    /// <summary>One file, a row for each post.</summary>
    People,

    /// <summary>The three files orgs.csv, users.csv and roles.csv.</summary>
    Roster,
}

public enum ImportState
{
    /// <summary>The file is here; its columns are being chosen.</summary>
    Uploaded,

    /// <summary>It is being read, or has been: the report says what would happen.</summary>
    Checked,

    /// <summary>It is being carried out.</summary>
    Applying,

    Applied,
}

/// <summary>A file of people that was uploaded for an organisation, what it would change, and whether it has.</summary>
public sealed class PeopleImport : IVersioned
{
    public const int FileNameLength = 200;
    public const int SheetLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; init; }

    public Organisation? Organisation { get; init; }

    public ImportFormat Format { get; init; }

    /// <summary>The file of people, or users.csv.</summary>
    public Guid FileId { get; init; }

    public required string FileName { get; init; }

    /// <summary>orgs.csv of a roster.</summary>
    public Guid? OrganisationsFileId { get; init; }

    /// <summary>roles.csv of a roster.</summary>
    public Guid? RolesFileId { get; init; }

    /// <summary>The sheet of a workbook that is read; empty = its first.</summary>
    public string Sheet { get; set; } = "";

    /// <summary>The header of the column of each field, as JSON; null until somebody has looked at them.</summary>
    public string? Columns { get; set; }

    /// <summary>Whether people who are missing in the file stay as they are.</summary>
    public bool IsPartial { get; set; }

    public ImportState State { get; set; }

    /// <summary>What was found and what would happen or has happened: <see cref="PeopleReport"/> as JSON; null until it has been read.</summary>
    public string? Report { get; set; }

    public Guid CreatedBy { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? AppliedAt { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<PeopleImport>
    {
        public void Configure(EntityTypeBuilder<PeopleImport> builder)
        {
            builder.ToTable("PeopleImports");
            builder.Property(import => import.FileName).HasMaxLength(FileNameLength);
            builder.Property(import => import.Sheet).HasMaxLength(SheetLength);
            builder.HasOne(import => import.Organisation).WithMany().HasForeignKey(import => import.OrganisationId);
            builder.HasIndex(import => new { import.OrganisationId, import.CreatedAt });
        }
    }
}
