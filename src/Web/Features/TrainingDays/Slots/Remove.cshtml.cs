using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Slots;

[Needs<OrganiseDay>]
public sealed class RemoveModel(AppDb db, AuditTrail audit) : DayPage
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid slot, CancellationToken cancellation)
    {
        if (await FindAsync(slot, cancellation) is not { } found)
            return NotFound();
        if (await RefusedAsync(found, cancellation))
            return LocalRedirect(To("slots"));
        var sessions = await db.Sessions.CountAsync(session => session.SlotId == slot, cancellation);
        var away = await db.Invitees.CountAsync(invitee => invitee.DayId == Day.Id && invitee.AwaySlots.Contains(slot), cancellation);
        Confirmation = new Confirmation(
            $"Remove {found.Name}, {found.Starts:HH:mm} to {found.Ends:HH:mm}?",
            [
                sessions == 0 ? "No session runs in it." : $"{Count.Of(sessions, "session that runs", "sessions that run")} in it {(sessions == 1 ? "is" : "are")} removed with it. What people chose is kept.",
                .. away == 0 ? Array.Empty<string>() : [$"It is forgotten that {Count.People(away)} cannot come then."],
            ],
            "Remove the slot", To("slots"))
        { IsDangerous = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid slot, CancellationToken cancellation)
    {
        if (await FindAsync(slot, cancellation) is not { } found)
            return NotFound();
        if (await RefusedAsync(found, cancellation))
            return LocalRedirect(To("slots"));
        db.Sessions.RemoveRange(await db.Sessions.Where(session => session.SlotId == slot).ToListAsync(cancellation));
        foreach (var invitee in await db.Invitees.Where(invitee => invitee.DayId == Day.Id && invitee.AwaySlots.Contains(slot)).ToListAsync(cancellation))
            invitee.AwaySlots = [.. invitee.AwaySlots.Where(away => away != slot)];
        db.Slots.Remove(found);
        audit.Record($"removed the slot {found.Name}", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{found.Name} is removed.");
        return LocalRedirect(To("slots"));
    }

    private Task<Slot?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Slots.SingleOrDefaultAsync(slot => slot.Id == id && slot.DayId == Day.Id, cancellation);

    private async Task<bool> RefusedAsync(Slot slot, CancellationToken cancellation)
    {
        var refusal = await SessionsInUse.RefusalAsync(db, db.Sessions.Where(session => session.SlotId == slot.Id), cancellation)
            ?? (await db.Places.AnyAsync(place => place.SlotId == slot.Id, cancellation) ? SessionsInUse.InRuns : null);
        if (refusal is null)
            return false;
        this.Flash($"{slot.Name} stays. {refusal}", Kind.Warning);
        return true;
    }
}
