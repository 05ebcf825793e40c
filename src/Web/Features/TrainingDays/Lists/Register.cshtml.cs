using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Lists;

/// <summary>Registers on paper: a page for each session, or for one of them.</summary>
[Needs<FollowDay>]
public sealed class RegisterModel(AppDb db) : ListPage(db)
{
    private ILookup<Guid, Row> _people = null!;

    public IReadOnlyList<RegisterSession> Sessions { get; private set; } = [];

    public IEnumerable<Row> In(Guid session) => _people[session];

    public async Task<IActionResult> OnGetAsync(Guid? session, CancellationToken cancellation)
    {
        var sessions = RegisterSession.Of(Db, Day.Id);
        if (session is { } one)
            sessions = sessions.Where(row => row.Id == one);
        var all = await sessions.ToListAsync(cancellation);
        if (session is not null && all.Count == 0)
            return NotFound();
        var rows = await Db.Places.Where(place => place.RunId == Run && place.SessionId != null && (session == null || place.SessionId == session))
            .Join(People(school: null), place => place.InviteeId, invitee => invitee.Id, (place, invitee) => new { place, invitee })
            .OrderBy(row => row.invitee.Person!.FamilyName).ThenBy(row => row.invitee.Person!.GivenName).ThenBy(row => row.invitee.Id)
            .Select(row => new Row(row.place.SessionId!.Value, row.invitee.Person!.FamilyName, row.invitee.Person.GivenName, row.invitee.Organisation!.Name))
            .ToListAsync(cancellation);
        _people = rows.ToLookup(row => row.SessionId);
        Sessions = [.. all.Where(row => _people.Contains(row.Id))];
        return Page();
    }

    public sealed record Row(Guid SessionId, string FamilyName, string GivenName, string School);
}
