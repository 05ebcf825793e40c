using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>An offer to swap, for somebody who could accept it.</summary>
[Needs<TakePartInDay>]
public sealed class SwapModel(AppDb db, LivePlaceReader reader, SwapReader swaps, SwapDesk desk) : OwnChangePage(db)
{
    public SwapChance Chance { get; private set; } = null!;

    /// <summary>Who offers, if the viewer may see people at their school; null otherwise.</summary>
    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid swap, CancellationToken cancellation)
    {
        var slot = await Db.SwapOffers.Where(offer => offer.Id == swap && offer.Invitee!.DayId == Day.Id)
            .Select(offer => (Guid?)offer.WantedSession!.SlotId).SingleOrDefaultAsync(cancellation);
        if (slot is null)
            return NotFound();
        var who = (await reader.AttendeeAsync(Day, await InviteeAsync(cancellation), cancellation))!;
        if ((await swaps.ForAsync(Day, who, slot.Value, cancellation)).SingleOrDefault(chance => chance.OfferId == swap) is not { } found)
            return NotFound();
        Chance = found;
        Name = SwapNames.For(HttpContext.Viewer(), found);
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid swap, CancellationToken cancellation) =>
        Tell(await desk.AcceptAsync(Day, await InviteeAsync(cancellation), swap, cancellation), MyDayHref);

    public async Task<IActionResult> OnPostRefuseAsync(Guid swap, CancellationToken cancellation) =>
        Tell(await desk.RefuseAsync(Day, await InviteeAsync(cancellation), swap, cancellation), MyDayHref);
}

/// <summary>Who offers a swap is shown only to those who may see people at their school anyway.</summary>
public static class SwapNames
{
    public static string? For(Viewer viewer, SwapChance chance) => viewer.Can(Right.SeePeople, chance.Who.OrganisationId) ? chance.Who.Name : null;
}
