using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Says that one cannot come, for the whole day or some slots, and takes that back.</summary>
[Needs<TakePartInDay>]
public sealed class CannotComeModel(AppDb db, LivePlaceReader reader, LivePlaces places, ChangeDesk desk) : OwnChangePage(db)
{
    [BindProperty]
    public ApologyInput Input { get; set; } = new();

    /// <summary>The slots that one can still excuse oneself from, with what one has there.</summary>
    public IReadOnlyList<SelectListItem> Slots { get; private set; } = [];

    public IReadOnlyList<Said> Apologies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        await ReadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            await ReadAsync(cancellation);
            return Page();
        }
        var answer = await desk.ApologiseAsync(Day, await InviteeAsync(cancellation), Input.Slots, Input.Reason?.Trim() ?? "", cancellation);
        return Tell(answer, answer.IsDone ? MyDayHref : To("changes/cannot-come"));
    }

    public async Task<IActionResult> OnPostComeAsync(Guid slot, CancellationToken cancellation) =>
        await SlotAsync(slot, cancellation) is null
            ? NotFound()
            : Tell(await desk.ComeAfterAllAsync(Day, await InviteeAsync(cancellation), slot, cancellation), MyDayHref);

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var id = await InviteeAsync(cancellation);
        var who = (await reader.AttendeeAsync(Day, id, cancellation))!;
        var slots = await Db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);
        Slots = [.. slots
            .Where(slot => !who.AwaySlots.Contains(slot.Id) && !places.HasBegun(Day, slot.StartMinute))
            .Select(slot => new SelectListItem($"{slot.Starts.Words()} {slot.Name}: {What(who, slot)}", slot.Id.ToString()))];
        Apologies = [.. (await Db.Apologies.Where(apology => apology.InviteeId == id).OrderBy(apology => apology.Slot!.StartMinute)
            .Select(apology => new { apology.SlotId, apology.Slot!.Name, apology.Slot.StartMinute, apology.Reason }).ToListAsync(cancellation))
            .Select(row => new Said(row.SlotId, row.Name, row.Reason, !places.HasBegun(Day, row.StartMinute)))];
    }

    private static string What(Attendee who, Slot slot) =>
        who.In(slot.Id) is { } held ? held.Title : who.PresentsIn.Contains(slot.Id) ? "you present, so tell the organiser too" : "no place";

    public sealed record Said(Guid SlotId, string Name, string Reason, bool CanCome);

    public sealed class ApologyInput
    {
        [Required(ErrorMessage = "Choose at least one slot"), MinLength(1, ErrorMessage = "Choose at least one slot"), Display(Name = "When can you not come?")]
        public List<Guid> Slots { get; set; } = [];

        [StringLength(Apology.ReasonLength)]
        public string? Reason { get; set; }
    }
}
