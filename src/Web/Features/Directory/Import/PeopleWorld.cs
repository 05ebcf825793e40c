using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>The people whom a file can be about, as they are before it.</summary>
internal sealed class PeopleWorld
{
    private readonly ILookup<string, Person> _byNumber;
    private readonly ILookup<string, Person> _byName;
    private readonly Dictionary<string, Person> _byEmail;
    private readonly HashSet<Guid> _own;
    private readonly HashSet<Guid> _wholly;

    private PeopleWorld(List<Person> own, List<Person> others, HashSet<Guid> wholly, HashSet<Guid> administrators)
    {
        Own = own;
        Administrators = administrators;
        _wholly = wholly;
        _own = [.. own.Select(person => person.Id)];
        _byNumber = own.Where(person => person.StaffNumber is not null).ToLookup(person => person.StaffNumber!, StringComparer.OrdinalIgnoreCase);
        _byName = own.ToLookup(person => PeopleRow.KeyOfName(person.FullName), StringComparer.Ordinal);
        _byEmail = own.Concat(others).Where(person => person.Email is not null).ToDictionary(person => person.Email!, StringComparer.Ordinal);
    }

    /// <summary>Those who hold or held a post at one of the places.</summary>
    public IReadOnlyList<Person> Own { get; }

    /// <summary>Those who administer one of the places. A file takes no role from them.</summary>
    public IReadOnlySet<Guid> Administrators { get; }

    public IReadOnlyList<Person> WithNumber(string number) => [.. _byNumber[number]];

    public IReadOnlyList<Person> WithName(string nameKey) => [.. _byName[nameKey]];

    public Person? WithEmail(string email) => _byEmail.GetValueOrDefault(email);

    public bool IsOwn(Person person) => _own.Contains(person.Id);

    /// <summary>Whether name, address and number are only these places' concern.</summary>
    public bool IsWholly(Person person) => _wholly.Contains(person.Id);

    public static async Task<PeopleWorld> LoadAsync(
        AppDb db, PersonReach reach, IReadOnlyList<Guid> places, IEnumerable<string> emails, bool tracked, CancellationToken cancellation)
    {
        var people = tracked ? db.People.AsQueryable() : db.People.AsNoTracking();
        var own = await people.Where(person => person.Posts.Any(post => places.Contains(post.OrganisationId)))
            .Include(person => person.Posts).ToListAsync(cancellation);
        var known = own.Select(person => person.Email).ToHashSet(StringComparer.Ordinal);
        var others = new List<Person>();
        foreach (var some in emails.Where(email => !known.Contains(email)).Distinct(StringComparer.Ordinal).Chunk(500))
            others.AddRange(await people.Where(person => some.Contains(person.Email!)).Include(person => person.Posts).ToListAsync(cancellation));
        var wholly = await reach.WhollyAsync(places, [.. own.Select(person => person.Id)], cancellation);
        var administrators = await db.RoleGrants.Where(grant => places.Contains(grant.OrganisationId) && grant.Role == Platform.Access.Role.Administrator)
            .Select(grant => grant.PersonId).ToHashSetAsync(cancellation);
        return new PeopleWorld(own, others, wholly, administrators);
    }
}
