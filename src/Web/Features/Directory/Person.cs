using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.Directory;

/// <summary>Somebody who works at a school, trust, hub or provider. A person who leaves stays, with their record.</summary>
public sealed class Person : IVersioned
{
    public const int NameLength = 80;
    public const int EmailLength = 254;
    public const int StaffNumberLength = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string GivenName { get; set; }

    public required string FamilyName { get; set; }

    /// <summary>In lower case; nobody else has it. Null for somebody who has none, such as a caretaker without a school mailbox.</summary>
    [EmailAddress]
    public string? Email { get; set; }

    /// <summary>The number that the employer's own system has for the person, by which an import knows them again.</summary>
    public string? StaffNumber { get; set; }

    /// <summary>The day after which the person holds no post any more.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>Which of the people whom a visitor of the demo can be; null for everybody else.</summary>
    public int? DemoPart { get; set; }

    public List<Post> Posts { get; init; } = [];

    public int Version { get; set; }

    public string FullName => $"{GivenName} {FamilyName}";

    /// <summary>The one form in which an address is stored and looked for; null for none.</summary>
    public static string? CleanEmail(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();

    internal sealed class Table : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("People");
            builder.Property(person => person.GivenName).HasMaxLength(NameLength);
            builder.Property(person => person.FamilyName).HasMaxLength(NameLength);
            builder.Property(person => person.Email).HasMaxLength(EmailLength);
            builder.Property(person => person.StaffNumber).HasMaxLength(StaffNumberLength);
            builder.HasIndex(person => person.Email).IsUnique();
            builder.HasIndex(person => new { person.FamilyName, person.GivenName });
            builder.HasIndex(person => person.StaffNumber);
        }
    }
}
