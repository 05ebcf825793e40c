using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Rooms;

[Needs<OrganiseDay>]
public sealed class RemoveModel(AppDb db, AuditTrail audit) : DayPage
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid room, CancellationToken cancellation)
    {
        if (await FindAsync(room, cancellation) is not { } found)
            return NotFound();
        var sessions = await db.Sessions.CountAsync(session => session.RoomId == room, cancellation);
        Confirmation = new Confirmation(
            $"Remove the room {found.Name}?",
            [sessions == 0 ? "No session runs in it." : $"{Count.Of(sessions, "session", "sessions")} then {(sessions == 1 ? "has" : "have")} no room until you choose another."],
            "Remove the room", To("rooms"))
        { IsDangerous = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid room, CancellationToken cancellation)
    {
        if (await FindAsync(room, cancellation) is not { } found)
            return NotFound();
        foreach (var session in await db.Sessions.Where(session => session.RoomId == room).ToListAsync(cancellation))
            session.RoomId = null;
        db.Rooms.Remove(found);
        audit.Record($"removed the room {found.Name}", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{found.Name} is removed.");
        return LocalRedirect(To("rooms"));
    }

    private Task<Room?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Rooms.SingleOrDefaultAsync(room => room.Id == id && room.DayId == Day.Id, cancellation);
}
