using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Support;

/// <summary>
/// Makes the people and things that a test needs, each in a line. Every name ends in a code that occurs nowhere else, so that tests share
/// a database and a page can be searched for what must not be on it. What comes back is not tracked; its keys are what counts.
/// </summary>
public sealed partial class World(App app)
{
    /// <summary>What everybody signs in with.</summary>
    public const string Passphrase = "seven quiet otters by the weir";

    // Hashing is slow on purpose; once is enough.
    private static readonly Lazy<string> PassphraseHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Passphrase));
    private static int _last;

    public Task<Organisation> Trust(string name = "Trust") => Organisation(OrganisationKind.Trust, name);

    public Task<Organisation> School(string name = "School", Organisation? trust = null) => Organisation(OrganisationKind.School, name, trust);

    /// <summary>A hub to which these belong.</summary>
    public async Task<Organisation> Hub(params Organisation[] members)
    {
        var hub = await Organisation(OrganisationKind.Hub, "Hub");
        foreach (var member in members)
            await Add(new Membership { GroupId = hub.Id, MemberId = member.Id, Since = Today });
        return hub;
    }

    public Task<Organisation> Organisation(OrganisationKind kind, string name, Organisation? trust = null) => Add(new Organisation
    {
        Kind = kind,
        Name = $"{name} {Code()}",
        Phase = kind == OrganisationKind.School ? "Primary" : "",
        TrustId = trust?.Id,
    });

    /// <summary>Somebody who holds a post; without a school, at a new one.</summary>
    public async Task<Person> Person(Organisation? at = null, RoleGroup group = RoleGroup.Teacher, string name = "Sam Weir")
    {
        at ??= await School();
        var names = name.Split(' ', 2);
        var code = Code();
        var person = await Add(new Person
        {
            GivenName = names[0],
            FamilyName = $"{names[1]}-{code}",
            Email = Web.Features.Directory.Person.CleanEmail($"{names[0]}.{code}@school.example"),
        });
        await Post(person, at, group);
        return person;
    }

    public Task<Post> Post(Person person, Organisation at, RoleGroup group = RoleGroup.Teacher, DateOnly? endedOn = null) =>
        Add(new Post { PersonId = person.Id, OrganisationId = at.Id, RoleGroup = group, JobTitle = group.Words(), EndedOn = endedOn });

    public Task<RoleGrant> Grant(Person person, Role role, Organisation at) =>
        Add(new RoleGrant { PersonId = person.Id, OrganisationId = at.Id, Role = role, GrantedAt = app.Clock.Now });

    /// <summary>Somebody with a role at an organisation, and a post there.</summary>
    public async Task<Person> Holder(Role role, Organisation at)
    {
        var person = await Person(at, RoleGroup.SeniorLeader);
        await Grant(person, role, at);
        return person;
    }

    /// <summary>What the person signs in with, made when it is not there.</summary>
    public Task<Account> Account(Person person, bool runsInstallation = false) => app.Db(async db =>
    {
        var account = await db.Users.SingleOrDefaultAsync(account => account.PersonId == person.Id);
        if (account is not null)
            return account;
        account = new Account
        {
            PersonId = person.Id,
            RunsInstallation = runsInstallation,
            UserName = person.Email,
            NormalizedUserName = person.Email?.ToUpperInvariant(),
            Email = person.Email,
            NormalizedEmail = person.Email?.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = person.Id.ToString("N"),
            PasswordHash = PassphraseHash.Value,
        };
        db.Users.Add(account);
        await db.SaveChangesAsync();
        return account;
    });

    /// <summary>Saves a row for which there is no builder.</summary>
    public Task<T> Add<T>(T row)
        where T : class => app.Db(async db =>
    {
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    });

    /// <summary>Five letters that no other call gets and that no word contains.</summary>
    public static string Code()
    {
        var number = Interlocked.Increment(ref _last);
        return string.Create(5, number, (letters, rest) =>
        {
            letters[0] = 'Q';
            for (var place = 4; place > 0; place--, rest /= 21)
                letters[place] = "bcdfghjklmnpqrstvwxyz"[rest % 21];
        });
    }

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.Now);
}
