using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>
/// Whom an organiser can invite to a day: the people of the organisation that holds it, of its schools or members, and of every place
/// where the organiser may see people.
/// </summary>
public sealed class DayPeople(AppDb db, Viewer viewer, TrainingDay day)
{
    /// <summary>A search that finds more asks for more letters.</summary>
    public const int MostFound = 20;

    /// <summary>The organisation that holds the day, a trust's schools, a hub's members and the schools of member trusts.</summary>
    public IQueryable<Organisation> Circle => db.Organisations.Where(organisation =>
        (organisation.ClosedOn == null || organisation.ClosedOn > day.Date)
        && (organisation.Id == day.OrganisationId || organisation.TrustId == day.OrganisationId
            || db.Memberships.Any(member => member.GroupId == day.OrganisationId
                && (member.MemberId == organisation.Id || member.MemberId == organisation.TrustId))));

    /// <summary>The posts in the circle that are held on the day.</summary>
    public IQueryable<Post> PostsInCircle => Held(db.Posts.Where(post => Circle.Any(organisation => organisation.Id == post.OrganisationId)));

    /// <summary>People by part of their name, with the post as which they would come.</summary>
    public async Task<IReadOnlyList<FoundPerson>> FindAsync(string? name, CancellationToken cancellation)
    {
        if (NameSearch.Pattern(name) is not { } pattern)
            return [];
        var posts = await Visible.Where(post => EF.Functions.Like((post.Person!.GivenName + " " + post.Person.FamilyName).ToLower(), pattern, NameSearch.Escape))
            .OrderBy(post => post.Person!.FamilyName).ThenBy(post => post.Person!.GivenName).ThenBy(post => post.PersonId).ThenByDescending(post => post.FtePercent)
            .Select(post => new FoundPerson(
                post.PersonId, post.Person!.GivenName + " " + post.Person.FamilyName, post.JobTitle, post.Organisation!.Name,
                db.Invitees.Any(invitee => invitee.DayId == day.Id && invitee.PersonId == post.PersonId)))
            .Take(3 * MostFound).ToListAsync(cancellation);
        return [.. posts.DistinctBy(post => post.PersonId).Take(MostFound)];
    }

    /// <summary>The main post of somebody whom the organiser may invite; null for anybody else.</summary>
    public Task<Post?> MainPostAsync(Guid person, CancellationToken cancellation) =>
        Visible.Where(post => post.PersonId == person).Include(post => post.Person)
            .OrderByDescending(post => post.FtePercent).ThenBy(post => post.Id).FirstOrDefaultAsync(cancellation);

    private IQueryable<Post> Visible
    {
        get
        {
            var seen = viewer.Where(Right.SeePeople);
            return Held(db.Posts.Where(post => seen.Contains(post.OrganisationId) || Circle.Any(organisation => organisation.Id == post.OrganisationId)));
        }
    }

    private IQueryable<Post> Held(IQueryable<Post> posts) => posts.Where(post =>
        (post.StartedOn == null || post.StartedOn <= day.Date) && (post.EndedOn == null || post.EndedOn >= day.Date)
        && (post.Person!.LeftOn == null || post.Person.LeftOn >= day.Date));
}

public sealed record FoundPerson(Guid PersonId, string Name, string JobTitle, string Organisation, bool IsInvited);
