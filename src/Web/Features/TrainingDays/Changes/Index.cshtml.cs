using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>For the organisers: where seats are free and who waits where.</summary>
[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db) : DayPage
{
    public PageOf<Row> Sessions { get; private set; } = null!;

    public int Apologies { get; private set; }

    /// <summary>How many were invited since places are out and have none yet.</summary>
    public int Late { get; private set; }

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Apologies = await db.Apologies.Where(row => row.Invitee!.DayId == Day.Id).Select(row => row.InviteeId).Distinct().CountAsync(cancellation);
        if (Day.HasLivePlaces)
            Late = await LateStarters.Of(db, Day).CountAsync(cancellation);
        var sessions = db.Sessions.Where(session => session.Workshop!.DayId == Day.Id);
        if (NameSearch.Pattern(query.Find) is { } pattern)
            sessions = sessions.Where(session => EF.Functions.Like(session.Workshop!.Code.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(session.Workshop.Title.ToLower(), pattern, NameSearch.Escape));
        Sessions = await sessions
            .OrderByDescending(session => db.Waiting.Count(row => row.SessionId == session.Id))
            .ThenBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Code).ThenBy(session => session.Id)
            .Select(session => new Row(
                session.Id, session.Workshop!.Code, session.Workshop.Title, session.Slot!.Name, session.Seats, session.Taken,
                db.Waiting.Count(row => row.SessionId == session.Id)))
            .PageAsync(query.Number, query.Size, cancellation);
    }

    public sealed record Row(Guid Id, string Code, string Title, string Slot, int Seats, int Taken, int Waiting)
    {
        public int Free => Math.Max(0, Seats - Taken);
    }
}
