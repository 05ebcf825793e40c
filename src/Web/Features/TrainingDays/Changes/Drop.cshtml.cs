using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Asks before a place is given back and its slot left empty.</summary>
[Needs<TakePartInDay>]
public sealed class DropModel(AppDb db, LivePlaceReader reader, ChangeDesk desk) : OwnChangePage(db)
{
    [BindProperty]
    public Guid? From { get; set; }

    public Slot Slot { get; private set; } = null!;

    public HeldPlace? Held { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid slot, CancellationToken cancellation)
    {
        if (await SlotAsync(slot, cancellation) is not { } found)
            return NotFound();
        Slot = found;
        var who = (await reader.AttendeeAsync(Day, await InviteeAsync(cancellation), cancellation))!;
        Held = who.In(slot);
        From = Held?.SessionId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid slot, CancellationToken cancellation)
    {
        if (await SlotAsync(slot, cancellation) is null)
            return NotFound();
        var answer = await desk.DropAsync(Day, await InviteeAsync(cancellation), slot, From, cancellation);
        return Tell(answer, To("changes/slot", slot));
    }
}
