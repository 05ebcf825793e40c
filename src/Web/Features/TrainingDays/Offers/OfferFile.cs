using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>A file that goes with an offer, such as slides of an earlier time. It is added or removed, never changed.</summary>
public sealed class OfferFile
{
    /// <summary>The most files of one offer.</summary>
    public const int MostFiles = 10;

    /// <summary>What can be opened at a school and carries no program of its own.</summary>
    public static readonly IReadOnlyList<string> Endings =
        [".pdf", ".docx", ".pptx", ".xlsx", ".odt", ".odp", ".ods", ".txt", ".csv", ".rtf", ".jpg", ".jpeg", ".png"];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OfferId { get; init; }

    public Guid FileId { get; init; }

    public StoredFile? File { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OfferFile>
    {
        public void Configure(EntityTypeBuilder<OfferFile> builder)
        {
            builder.ToTable("OfferFiles");
            builder.HasOne<Offer>().WithMany().HasForeignKey(file => file.OfferId);
            builder.HasOne(file => file.File).WithMany().HasForeignKey(file => file.FileId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(file => new { file.OfferId, file.FileId }).IsUnique();
        }
    }
}

/// <summary>A file as pages list it.</summary>
/// <param name="Id">The key of the <see cref="OfferFile"/>.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record OfferFileLine(Guid Id, string Name, long Bytes)
{
    /// <summary>"340 KB"</summary>
    public string Size => Bytes >= 1024 * 1024
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Bytes / 1048576.0:0.#} MB")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Max(1, Bytes / 1024)} KB");

    public static Task<List<OfferFileLine>> OfAsync(AppDb db, Guid offer, CancellationToken cancellation) =>
        db.OfferFiles.Where(file => file.OfferId == offer).OrderBy(file => file.Id)
            .Select(file => new OfferFileLine(file.Id, file.File!.Name, file.File.Bytes)).ToListAsync(cancellation);
}
