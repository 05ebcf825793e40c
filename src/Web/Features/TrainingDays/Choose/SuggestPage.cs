using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>A page on which PD leads suggest workshops to the people of their own schools who are invited.</summary>
public abstract class SuggestPage(AppDb db, TimeProvider clock) : DayPage
{
    public bool IsOrganiser => HttpContext.Viewer().Can(Right.OrganiseDays, Day.OrganisationId);

    public (string Words, string Href)[] AboveSuggestions => IsOrganiser ? Above : [("My PD", "/")];

    /// <summary>Whether a suggestion can still help somebody to choose.</summary>
    public bool IsOpen => Day.IsOpenForChoices(clock.GetUtcNow().UtcDateTime);

    protected AppDb Db => db;

    /// <summary>The viewer's schools from which people are invited.</summary>
    protected IQueryable<Organisation> Schools
    {
        get
        {
            var led = HttpContext.Viewer().Where(Right.OrganiseDays);
            return db.Organisations.Where(school => led.Contains(school.Id)
                && db.Invitees.Any(invitee => invitee.DayId == Day.Id && invitee.OrganisationId == school.Id));
        }
    }
}
