using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Rooms;

[Needs<OrganiseDay>]
public sealed class EditModel(AppDb db, AuditTrail audit) : DayPage
{
    [BindProperty]
    public RoomInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "room")]
    public Guid? RoomId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (RoomId is null)
            return Page();
        if (await FindAsync(cancellation) is not { } room)
            return NotFound();
        Input = new RoomInput { Name = room.Name, Seats = room.Seats, Site = room.Site, Version = room.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool another, CancellationToken cancellation)
    {
        var room = RoomId is null ? null : await FindAsync(cancellation);
        if (RoomId is not null && room is null)
            return NotFound();
        var name = Input.Name?.Trim() ?? "";
        var taken = $"Name: there is a room called {name} already";
        if (name.Length > 0 && await db.Rooms.AnyAsync(other => other.DayId == Day.Id && other.Id != RoomId && other.Name.ToLower() == name.ToLower(), cancellation))
            ModelState.AddModelError("Input.Name", taken);
        var largest = room is null ? 0 : await db.Sessions.Where(session => session.RoomId == room.Id).MaxAsync(session => (int?)session.Seats, cancellation) ?? 0;
        if (Input.Seats < largest)
            ModelState.AddModelError("Input.Seats", $"Seats: a session in this room has {largest} seats. Give the session fewer first, or another room");
        if (!ModelState.IsValid)
            return Page();
        var was = room is null ? null : $"{room.Name} ({room.Seats} seats)";
        if (room is null)
            db.Rooms.Add(room = new Room { DayId = Day.Id, Name = name });
        else
            db.Expect(room, Input.Version);
        room.Name = name;
        room.Seats = Input.Seats!.Value;
        room.Site = Input.Site?.Trim() ?? "";
        audit.Record($"{(was is null ? "added the room" : $"changed the room {was} to")} {room.Name} ({room.Seats} seats)", Subject, Day.OrganisationId);
        if (!await SaveAsync(db, "Input.Name", taken, cancellation))
            return Page();
        this.Flash($"Saved: {room.Name}, {room.Seats} seats.");
        return LocalRedirect(another ? To("rooms/edit") : To("rooms"));
    }

    private Task<Room?> FindAsync(CancellationToken cancellation) =>
        db.Rooms.SingleOrDefaultAsync(room => room.Id == RoomId && room.DayId == Day.Id, cancellation);

    public sealed class RoomInput
    {
        [Required, StringLength(Room.NameLength)]
        public string Name { get; set; } = "";

        [Required, Range(1, Room.MostSeats)]
        public int? Seats { get; set; }

        [StringLength(Room.SiteLength)]
        public string? Site { get; set; }

        public int Version { get; set; }
    }
}
