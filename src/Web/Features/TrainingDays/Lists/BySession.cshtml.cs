using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Lists;

[Needs<FollowDay>]
public sealed class BySessionModel(AppDb db) : ListPage(db)
{
    public PageOf<Row> Sessions { get; private set; } = null!;

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var people = People(school: null).Select(invitee => invitee.Id);
        var sessions = Db.Sessions.Where(session => session.Workshop!.DayId == Day.Id);
        if (NameSearch.Pattern(query.Find) is { } pattern)
            sessions = sessions.Where(session => EF.Functions.Like(session.Workshop!.Code.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(session.Workshop.Title.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(session.Room!.Name.ToLower(), pattern, NameSearch.Escape));
        Sessions = await sessions.OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Code).ThenBy(session => session.Id)
            .Select(session => new Row(
                session.Id, session.Workshop!.Code, session.Workshop.Title, session.Slot!.Name, session.Room == null ? "" : session.Room.Name, session.Seats,
                Db.Places.Count(place => place.RunId == Run && place.SessionId == session.Id && people.Contains(place.InviteeId))))
            .PageAsync(query.Number, query.Size, cancellation);
    }

    public async Task<IActionResult> OnGetFileAsync(string kind, CancellationToken cancellation) =>
        SheetFile.Of(await PlaceRows.BySessionAsync(Db, People(school: null), Run!.Value, cancellation), kind, "places-by-session");

    public sealed record Row(Guid Id, string Code, string Title, string Slot, string Room, int Seats, int People);
}
