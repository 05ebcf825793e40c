using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Lists;

[Needs<FollowDay>]
public sealed class SessionModel(AppDb db) : ListPage(db)
{
    public RegisterSession Session { get; private set; } = null!;

    public PageOf<Row> Listed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid session, ListingQuery query, CancellationToken cancellation)
    {
        var found = await RegisterSession.Of(Db, Day.Id).SingleOrDefaultAsync(one => one.Id == session, cancellation);
        if (found is null)
            return NotFound();
        Session = found;
        Listed = await Db.Places.Where(place => place.RunId == Run && place.SessionId == session)
            .Join(People(school: null), place => place.InviteeId, invitee => invitee.Id, (place, invitee) => new { place, invitee })
            .OrderBy(row => row.invitee.Person!.FamilyName).ThenBy(row => row.invitee.Person!.GivenName).ThenBy(row => row.invitee.Id)
            .Select(row => new Row(
                row.invitee.Id, row.invitee.Person!.GivenName + " " + row.invitee.Person.FamilyName, row.invitee.Organisation!.Name, row.invitee.RoleGroup, row.place.Wish, row.place.IsFixed, row.place.Origin))
            .PageAsync(query.Number, query.Size, cancellation);
        return Page();
    }

    public sealed record Row(Guid Id, string Name, string School, RoleGroup RoleGroup, int? Wish, bool IsFixed, PlaceOrigin Origin)
    {
        public string Why => Origin switch
        {
            PlaceOrigin.Own => "Taken after publication",
            PlaceOrigin.Waiting => "From the waiting list",
            PlaceOrigin.Swapped => "Swapped",
            PlaceOrigin.Organiser => "Moved by an organiser",
            _ => IsFixed ? "Fixed place" : Wish is { } wish ? $"Choice {wish}" : "Not among the choices",
        };
    }
}
