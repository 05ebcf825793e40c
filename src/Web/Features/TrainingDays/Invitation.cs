using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>
/// Inviting the role groups of schools at once. Somebody with several posts among them comes once, as what the largest of these is; who is
/// invited already stays as they are.
/// </summary>
public sealed record Invitation(IReadOnlyList<Invitation.Row> New, int AlreadyInvited)
{
    /// <summary>Invites one person, with what they bring from earlier days.</summary>
    public static async Task AddAsync(AppDb db, Post post, TrainingDay day, CancellationToken cancellation) =>
        await new Invitation([new Row(post.PersonId, post.OrganisationId, post.RoleGroup)], 0).AddAsync(db, day, cancellation);

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

    public async Task AddAsync(AppDb db, TrainingDay day, CancellationToken cancellation)
    {
        var brought = await Remembered.OfAsync(db, day, [.. New.Select(row => row.PersonId)], cancellation);
        db.Invitees.AddRange(New.Select(row => new Invitee
        {
            DayId = day.Id,
            PersonId = row.PersonId,
            OrganisationId = row.OrganisationId,
            RoleGroup = row.RoleGroup,
            Carry = brought.GetValueOrDefault(row.PersonId),
        }));
    }

    public sealed record Row(Guid PersonId, Guid OrganisationId, RoleGroup RoleGroup);
}
