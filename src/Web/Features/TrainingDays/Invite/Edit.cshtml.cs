using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Invite;

/// <summary>As what somebody comes, when they cannot, and what is carried over for them.</summary>
[Needs<OrganiseDay>]
public sealed class EditModel(AppDb db, AuditTrail audit) : DayPage
{
    [BindProperty]
    public RoleGroup RoleGroup { get; set; }

    [BindProperty]
    public List<Guid> AwaySlots { get; set; } = [];

    [BindProperty, Required, Range(0, 9)]
    public int? Carry { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Invitee Invitee { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Slots { get; private set; } = [];

    public string Chosen => Invitee.ChosenAt is { } at ? $"Chose on {UkTime.Words(at)}." : "Has not chosen yet.";

    public async Task<IActionResult> OnGetAsync(Guid invitee, CancellationToken cancellation)
    {
        if (!await LoadAsync(invitee, cancellation))
            return NotFound();
        (RoleGroup, AwaySlots, Carry, Version) = (Invitee.RoleGroup, Invitee.AwaySlots, Invitee.Carry, Invitee.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid invitee, CancellationToken cancellation)
    {
        if (!await LoadAsync(invitee, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        db.Expect(Invitee, Version);
        Invitee.RoleGroup = RoleGroup;
        Invitee.AwaySlots = [.. Slots.Select(slot => Guid.Parse(slot.Value)).Where(AwaySlots.Contains)];
        Invitee.Carry = Carry!.Value;
        audit.Record($"changed how {Invitee.Person!.FullName} comes: {RoleGroup.Words().ToLowerFirst()}, away in {Count.Of(Invitee.AwaySlots.Count, "slot", "slots")}, {Carry} carried over", Subject, Day.OrganisationId, Invitee.PersonId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"Saved: {Invitee.Person.FullName}.");
        return LocalRedirect(To("invite"));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var found = await db.Invitees.Include(invitee => invitee.Person).Include(invitee => invitee.Organisation)
            .SingleOrDefaultAsync(invitee => invitee.Id == id && invitee.DayId == Day.Id, cancellation);
        if (found is null)
            return false;
        Invitee = found;
        Slots = [.. (await db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation))
            .Select(slot => new SelectListItem($"{slot.Name}, {slot.Starts:HH:mm} to {slot.Ends:HH:mm}", slot.Id.ToString()))];
        return true;
    }
}
