using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Moves somebody by hand, with a reason that they read.</summary>
[Needs<OrganiseDay>]
public sealed class MoveModel(AppDb db, LivePlaceReader reader, LivePlaces places, ChangeDesk desk) : DayPage
{
    [BindProperty]
    public MoveInput Input { get; set; } = new();

    public Attendee Who { get; private set; } = null!;

    public IReadOnlyList<(Slot Slot, string Words)> Parts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid invitee, CancellationToken cancellation)
    {
        ModelState.Clear();
        return await ShowAsync(invitee, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(Guid invitee, CancellationToken cancellation)
    {
        if (!Day.HasLivePlaces || !await db.Invitees.AnyAsync(row => row.Id == invitee && row.DayId == Day.Id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return await ShowAsync(invitee, cancellation);
        var answer = await desk.MoveAsync(Day, invitee, Input.Session!.Value, Input.Reason.Trim(), cancellation);
        if (answer.IsDone)
        {
            this.Flash(answer.Words);
            return LocalRedirect(To("changes/move", invitee));
        }
        ModelState.AddModelError("Input.Session", answer.Words);
        return await ShowAsync(invitee, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Guid invitee, CancellationToken cancellation)
    {
        if (await reader.AttendeeAsync(Day, invitee, cancellation) is not { } who)
            return NotFound();
        Who = who;
        var slots = await db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);
        Parts = [.. slots.Select(slot => (slot, What(who, slot)))];
        if (!Day.HasLivePlaces)
            return Page();
        var all = await reader.SessionsAsync(Day, db.Sessions, who, cancellation);
        Sessions = [.. all
            .Where(session => PlaceRules.Between(who, session, Day.SchoolCap, places.HasBegun(Day, session.StartMinute)) is null)
            .Select(session => new SelectListItem($"{session.Starts.Words()} {session.Title} ({session.Free} free)", session.Id.ToString()))];
        return Page();
    }

    private static string What(Attendee who, Slot slot) =>
        who.In(slot.Id) is { } held ? held.Title
        : who.PresentsIn.Contains(slot.Id) ? "Presents"
        : who.AwaySlots.Contains(slot.Id) ? "Away" : "No place";

    public sealed class MoveInput
    {
        [Required]
        public Guid? Session { get; set; }

        [Required, StringLength(200)]
        public string Reason { get; set; } = "";
    }
}
