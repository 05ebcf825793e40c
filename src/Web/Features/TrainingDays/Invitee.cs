using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Somebody invited to a day: as whom they come, and when they chose.</summary>
public sealed class Invitee : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    public TrainingDay? Day { get; init; }

    public Guid PersonId { get; init; }

    public Person? Person { get; init; }

    /// <summary>The school or other employer that they come from.</summary>
    public Guid OrganisationId { get; set; }

    public Organisation? Organisation { get; set; }

    public RoleGroup RoleGroup { get; set; }

    /// <summary>Slots in which they cannot come.</summary>
    public List<Guid> AwaySlots { get; set; } = [];

    /// <summary>Disappointment remembered from earlier days, 0 to 9.</summary>
    public int Carry { get; set; }

    /// <summary>When they last saved a choice; null = they have not chosen.</summary>
    public DateTime? ChosenAt { get; set; }

    public DateTime? RemindedAt { get; set; }

    /// <summary>When a place of theirs last changed after publication.</summary>
    public DateTime? PlacesChangedAt { get; set; }

    public List<Choice> Choices { get; init; } = [];

    /// <summary>Goes up with every saved choice, so that two open phones do not overwrite each other unseen.</summary>
    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Invitee>
    {
        public void Configure(EntityTypeBuilder<Invitee> builder)
        {
            builder.ToTable("Invitees");
            builder.HasOne(invitee => invitee.Day).WithMany().HasForeignKey(invitee => invitee.DayId);
            builder.HasOne(invitee => invitee.Person).WithMany().HasForeignKey(invitee => invitee.PersonId);
            builder.HasOne(invitee => invitee.Organisation).WithMany()
                .HasForeignKey(invitee => invitee.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(invitee => new { invitee.DayId, invitee.PersonId }).IsUnique();
            builder.HasIndex(invitee => new { invitee.PersonId, invitee.DayId });
        }
    }
}

/// <summary>A wish of an invitee.</summary>
public sealed class Choice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid InviteeId { get; init; }

    public Guid WorkshopId { get; init; }

    public Workshop? Workshop { get; init; }

    /// <summary>1 = first.</summary>
    public int Rank { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Choice>
    {
        public void Configure(EntityTypeBuilder<Choice> builder)
        {
            builder.ToTable("Choices");
            builder.HasOne<Invitee>().WithMany(invitee => invitee.Choices).HasForeignKey(choice => choice.InviteeId);
            builder.HasOne(choice => choice.Workshop).WithMany().HasForeignKey(choice => choice.WorkshopId);
            builder.HasIndex(choice => new { choice.InviteeId, choice.WorkshopId }).IsUnique();
        }
    }
}
