using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Who works at an organisation, and on request who did. A trust's page can show the people of its schools as well.</summary>
[Needs<SeePeople>]
public sealed class PeopleModel(AppDb db, CurrentViewer current, TimeProvider clock) : PageModel
{
    private static readonly SortOrders<Post> Orders = new("name", post => post.Id)
    {
        ["name"] = post => post.Person!.FamilyName + " " + post.Person.GivenName,
        ["job"] = post => post.JobTitle,
        ["group"] = post => post.RoleGroup,
        ["school"] = post => post.Organisation!.Name,
    };

    [BindProperty(SupportsGet = true)]
    public RoleGroup? Group { get; set; }

    /// <summary>Whether those who have left are shown instead.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Leavers { get; set; }

    /// <summary>Whether the people of a trust's schools are shown, too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Schools { get; set; }

    public Organisation Organisation => HttpContext.Thing<Organisation>();

    public PageOf<Row> People { get; private set; } = null!;

    public bool IsTrust => Organisation.Kind == OrganisationKind.Trust;

    public bool MayEdit => current.Viewer.Can(Right.EditPeople, Organisation.Id);

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var id = Organisation.Id;
        var today = UkTime.Today(clock);
        var posts = db.Posts.AsNoTracking().Where(post => post.OrganisationId == id);
        if (IsTrust && Schools)
        {
            var places = current.Viewer.Where(Right.SeePeople);
            posts = db.Posts.AsNoTracking().Where(post => post.OrganisationId == id || (post.Organisation!.TrustId == id && places.Contains(post.OrganisationId)));
        }
        // A leaver is somebody without a post here that is held today; their last posts are shown.
        posts = Leavers
            ? posts.Where(post => post.EndedOn < today && !db.Posts.Any(other => other.PersonId == post.PersonId
                && other.OrganisationId == post.OrganisationId && (other.EndedOn == null || other.EndedOn >= today)))
            : posts.Where(post => post.EndedOn == null || post.EndedOn >= today);
        if (Group is { } group)
            posts = posts.Where(post => post.RoleGroup == group);
        foreach (var word in SearchWords.Of(query.Find))
        {
            posts = posts.Where(post => post.Person!.GivenName.ToLower().Contains(word) || post.Person.FamilyName.ToLower().Contains(word)
                || post.JobTitle.ToLower().Contains(word) || (post.Person.Email != null && post.Person.Email.Contains(word)) || post.Person.StaffNumber == word);
        }
        People = await posts.PageAsync(
            Orders,
            query,
            post => new Row(
                post.PersonId, post.Person!.GivenName, post.Person.FamilyName, post.Person.Email, post.JobTitle, post.RoleGroup, post.FtePercent,
                post.OrganisationId, post.Organisation!.Name, post.EndedOn),
            cancellation);
    }

    public sealed record Row(
        Guid PersonId, string GivenName, string FamilyName, string? Email, string JobTitle, RoleGroup Group, int FtePercent,
        Guid OrganisationId, string OrganisationName, DateOnly? EndedOn);
}
