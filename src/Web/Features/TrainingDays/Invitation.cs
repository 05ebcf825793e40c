using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>
/// Inviting the role groups of schools at once. Somebody with several posts among them comes once, as what the largest of these is; who is
/// invited already stays as they are.
/// </summary>
public sealed record Invitation(IReadOnlyList<Invitation.Row> New, int AlreadyInvited)
{
    public static Invitee As(Post post, TrainingDay day) =>
        new() { DayId = day.Id, PersonId = post.PersonId, OrganisationId = post.OrganisationId, RoleGroup = post.RoleGroup };

    public static async Task<Invitation> CountAsync(
        AppDb db, DayPeople people, TrainingDay day, IReadOnlyCollection<Guid> organisations, IReadOnlyCollection<RoleGroup> groups, CancellationToken cancellation)
    {
        var posts = await people.PostsInCircle.Where(post => organisations.Contains(post.OrganisationId) && groups.Contains(post.RoleGroup))
            .OrderByDescending(post => post.FtePercent).ThenBy(post => post.Id)
            .Select(post => new Row(post.PersonId, post.OrganisationId, post.RoleGroup)).ToListAsync(cancellation);
        var invited = (await db.Invitees.Where(invitee => invitee.DayId == day.Id).Select(invitee => invitee.PersonId).ToListAsync(cancellation)).ToHashSet();
        var once = posts.DistinctBy(post => post.PersonId).ToList();
        return new Invitation([.. once.Where(post => !invited.Contains(post.PersonId))], once.Count(post => invited.Contains(post.PersonId)));
    }

    public void Add(AppDb db, TrainingDay day) => db.Invitees.AddRange(New.Select(row => new Invitee
    {
        DayId = day.Id,
        PersonId = row.PersonId,
        OrganisationId = row.OrganisationId,
        RoleGroup = row.RoleGroup,
    }));

    public sealed record Row(Guid PersonId, Guid OrganisationId, RoleGroup RoleGroup);
}
