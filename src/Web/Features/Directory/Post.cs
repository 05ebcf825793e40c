using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.Directory;

/// <summary>What a person is at work. Workshops are for role groups; support staff are four of them, never "other".</summary>
public enum RoleGroup
{
    SeniorLeader,
    Teacher,
    TeachingAssistant,
    Office,
    SiteAndPremises,
    Catering,
    TechnicianAndIt,
    PastoralAndHealth,
    Governor,
}

[Flags]
public enum WorkingDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    AllWeek = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>A person's job at an employer. A person may hold several, also at different schools.</summary>
public sealed class Post : IVersioned
{
    public const int JobTitleLength = 120;
    public const int SubjectLength = 60;
    public const int MostSubjects = 10;

    /// <summary>A full-time post, in hundredths.</summary>
    public const int FullTime = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public Person? Person { get; init; }

    public Guid OrganisationId { get; init; }

    public Organisation? Organisation { get; init; }

    public RoleGroup RoleGroup { get; set; }

    public string JobTitle { get; set; } = "";

    public List<string> Subjects { get; set; } = [];

    public List<string> KeyStages { get; set; } = [];

    /// <summary>How much of a full-time post it is, 1 to 100 hundredths.</summary>
    public int FtePercent { get; set; } = FullTime;

    public WorkingDays WorkingDays { get; set; } = WorkingDays.AllWeek;

    public Guid? LineManagerId { get; set; }

    public Person? LineManager { get; set; }

    public DateOnly? StartedOn { get; set; }

    /// <summary>The last day of the post; null = it is held.</summary>
    public DateOnly? EndedOn { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> builder)
        {
            builder.ToTable("Posts");
            builder.Property(post => post.JobTitle).HasMaxLength(JobTitleLength);
            builder.Property(post => post.WorkingDays).HasConversion<int>();
            builder.HasOne(post => post.Person).WithMany(person => person.Posts).HasForeignKey(post => post.PersonId);
            builder.HasOne(post => post.Organisation).WithMany().HasForeignKey(post => post.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne(post => post.LineManager).WithMany().HasForeignKey(post => post.LineManagerId).OnDelete(DeleteBehavior.SetNull);
            builder.HasIndex(post => new { post.OrganisationId, post.PersonId });
        }
    }
}
