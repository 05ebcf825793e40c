using System.Security.Cryptography;
using Guildhall.Web.Features.Directory;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Platform.SignIn;

/// <summary>What a person signs in with. Everything known about the person stands on <see cref="Person"/>.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public Person? Person { get; set; }

    /// <summary>Whether this account may do what concerns the whole installation, such as refreshing the register of schools.</summary>
    public bool RunsInstallation { get; set; }

    /// <summary>Whether it belongs to an invented person of a demo, who signs in with a button.</summary>
    public bool IsDemo { get; set; }

    /// <summary>
    /// The account of somebody who has had none. Its name is the person's key, because their address may change and go to somebody else.
    /// </summary>
    public static Account Of(Person person)
    {
        var name = person.Id.ToString("N");
        return new Account
        {
            PersonId = person.Id,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            LockoutEnabled = true,
            SecurityStamp = NewStamp(),
        };
    }

    /// <summary>Ends all sessions there are, on every node, from their next request on.</summary>
    public void EndSessions() => SecurityStamp = NewStamp();

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32);

    internal sealed class Table : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("Accounts");
            builder.HasIndex(account => account.PersonId).IsUnique();
            builder.HasOne(account => account.Person).WithMany().HasForeignKey(account => account.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
