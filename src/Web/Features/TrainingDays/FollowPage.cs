using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>A page that organisers and the leads of single schools share: each sees the people that they may see.</summary>
public abstract class FollowPage : DayPage
{
    public bool IsOrganiser => HttpContext.Viewer().Can(Right.OrganiseDays, Day.OrganisationId);

    /// <summary>The pages above, of which a school's lead has none.</summary>
    public (string Words, string Href)[] AboveFor => IsOrganiser ? Above : [("My PD", "/")];

    /// <summary>The invitees whom the viewer may see: all for organisers, else those of the schools where they may see people.</summary>
    protected IQueryable<Invitee> Followed(AppDb db)
    {
        var all = db.Invitees.Where(invitee => invitee.DayId == Day.Id);
        if (IsOrganiser)
            return all;
        var schools = HttpContext.Viewer().Where(Right.SeePeople);
        return all.Where(invitee => schools.Contains(invitee.OrganisationId));
    }
}
