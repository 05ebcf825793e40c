using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Asks before one place is given up for another.</summary>
[Needs<TakePartInDay>]
public sealed class TakeModel(AppDb db, LivePlaceReader reader, LivePlaces places, ChangeDesk desk) : OwnChangePage(db)
{
    /// <summary>The session that the person was told they give back.</summary>
    [BindProperty]
    public Guid? From { get; set; }

    public SeatedSession Session { get; private set; } = null!;

    public HeldPlace? Held { get; private set; }

    /// <summary>Why it cannot be; null when it can.</summary>
    public Obstacle? Obstacle { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid session, CancellationToken cancellation)
    {
        var who = (await reader.AttendeeAsync(Day, await InviteeAsync(cancellation), cancellation))!;
        if (await reader.SessionAsync(Day, session, who, cancellation) is not { } found)
            return NotFound();
        Session = found;
        Held = who.In(found.SlotId);
        From = Held?.SessionId;
        Obstacle = PlaceRules.Between(who, found, Day.SchoolCap, places.HasBegun(Day, found.StartMinute));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid session, CancellationToken cancellation)
    {
        if (!await HasSessionAsync(session, cancellation))
            return NotFound();
        var answer = await desk.TakeAsync(Day, await InviteeAsync(cancellation), session, From, cancellation);
        return Tell(answer, answer.IsDone ? MyDayHref : To("changes/take", session));
    }
}
