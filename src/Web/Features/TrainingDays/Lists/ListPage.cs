using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Guildhall.Web.Features.TrainingDays.Lists;

/// <summary>
/// A list of places: those of the run that counts. Organisers see it once a run is adopted; the leads of schools once the day is
/// published, since until then places may still change.
/// </summary>
public abstract class ListPage(AppDb db) : FollowPage
{
    public Guid? Run => IsOrganiser || Day.IsPublished ? Day.PlacesRunId : null;

    protected AppDb Db => db;

    /// <summary>The people on the list: the viewer's, and of one school if one is chosen.</summary>
    protected IQueryable<Invitee> People(Guid? school) =>
        school is { } chosen ? Followed(db).Where(invitee => invitee.OrganisationId == chosen) : Followed(db);

    /// <summary>Without places every list but their overview is empty, and the overview says why.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Run is null && GetType() != typeof(IndexModel))
            context.Result = LocalRedirect(To("lists"));
    }
}
