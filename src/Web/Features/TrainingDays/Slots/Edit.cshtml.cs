using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Slots;

[Needs<OrganiseDay>]
public sealed class EditModel(AppDb db, AuditTrail audit) : DayPage
{
    [BindProperty]
    public SlotInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "slot")]
    public Guid? SlotId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var slots = await SlotsAsync(cancellation);
        if (SlotId is null)
        {
            Input = SlotInput.After(slots);
            return Page();
        }
        if (slots.Find(slot => slot.Id == SlotId) is not { } slot)
            return NotFound();
        Input = new SlotInput { Name = slot.Name, Starts = slot.Starts, Ends = slot.Ends, Version = slot.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool another, CancellationToken cancellation)
    {
        var slots = await SlotsAsync(cancellation);
        var slot = slots.Find(slot => slot.Id == SlotId);
        if (SlotId is not null && slot is null)
            return NotFound();
        if (Input.Problem(slots.Where(other => other != slot)) is { } problem)
            ModelState.AddModelError(problem.Field, problem.Words);
        if (!ModelState.IsValid)
            return Page();
        var was = slot is null ? null : $"{slot.Name}, {slot.Starts:HH:mm} to {slot.Ends:HH:mm}";
        if (slot is null)
            db.Slots.Add(slot = new Slot { DayId = Day.Id, Name = Input.Name });
        else
            db.Expect(slot, Input.Version);
        Input.CopyTo(slot);
        var now = $"{slot.Name}, {slot.Starts:HH:mm} to {slot.Ends:HH:mm}";
        audit.Record(was is null ? $"added the slot {now}" : $"changed the slot {was} to {now}", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"Saved: {now}.");
        return LocalRedirect(another ? To("slots/edit") : To("slots"));
    }

    private Task<List<Slot>> SlotsAsync(CancellationToken cancellation) =>
        db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).ToListAsync(cancellation);
}

/// <summary>What an organiser says about a slot.</summary>
public sealed class SlotInput
{
    [Required, StringLength(Slot.NameLength)]
    public string Name { get; set; } = "";

    [Required, Display(Name = "From")]
    public TimeOnly? Starts { get; set; }

    [Required, Display(Name = "To")]
    public TimeOnly? Ends { get; set; }

    public int Version { get; set; }

    /// <summary>The name that comes next.</summary>
    public static SlotInput After(List<Slot> slots) => new() { Name = $"Session {slots.Count + 1}" };

    /// <summary>What speaks against the times, beside the other slots of the day.</summary>
    public (string Field, string Words)? Problem(IEnumerable<Slot> others)
    {
        if (Starts is not { } starts || Ends is not { } ends)
            return null;
        if (ends <= starts)
            return ("Input.Ends", "To: the slot must end after it begins");
        foreach (var other in others)
        {
            if (string.Equals(other.Name, Name?.Trim(), StringComparison.OrdinalIgnoreCase))
                return ("Input.Name", $"Name: another slot is called {other.Name}");
            if (starts < other.Ends && other.Starts < ends)
                return ("Input.Starts", $"These times overlap {other.Name}, {other.Starts:HH:mm} to {other.Ends:HH:mm}: nobody can be in both");
        }
        return null;
    }

    public void CopyTo(Slot slot)
    {
        slot.Name = Name.Trim();
        slot.StartMinute = (int)Starts!.Value.ToTimeSpan().TotalMinutes;
        slot.EndMinute = (int)Ends!.Value.ToTimeSpan().TotalMinutes;
    }
}
