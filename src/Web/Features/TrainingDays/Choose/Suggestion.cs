using Guildhall.Web.Features.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>A PD lead suggests a workshop to people of their school. It moves the workshop up for them and says why; nobody chooses for them.</summary>
public sealed class Suggestion
{
    public const int NoteLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid WorkshopId { get; init; }

    public Workshop? Workshop { get; init; }

    /// <summary>The school or other employer to whose people it is suggested.</summary>
    public Guid OrganisationId { get; init; }

    public Organisation? Organisation { get; init; }

    /// <summary>To whom of them; null = to all.</summary>
    public RoleGroup? RoleGroup { get; init; }

    /// <summary>Why, in a few words that they read.</summary>
    public string Note { get; init; } = "";

    public Guid ById { get; init; }

    public Person? By { get; init; }

    public DateTime At { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Suggestion>
    {
        public void Configure(EntityTypeBuilder<Suggestion> builder)
        {
            builder.ToTable("Suggestions");
            builder.Property(suggestion => suggestion.Note).HasMaxLength(NoteLength);
            builder.Property(suggestion => suggestion.RoleGroup).HasConversion<string>().HasMaxLength(40);
            builder.HasOne(suggestion => suggestion.Workshop).WithMany().HasForeignKey(suggestion => suggestion.WorkshopId);
            builder.HasOne(suggestion => suggestion.Organisation).WithMany().HasForeignKey(suggestion => suggestion.OrganisationId);
            builder.HasOne(suggestion => suggestion.By).WithMany().HasForeignKey(suggestion => suggestion.ById).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(suggestion => new { suggestion.WorkshopId, suggestion.OrganisationId });
        }
    }
}
