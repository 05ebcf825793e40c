using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Gives a place before the planner runs, with the reason, and takes it away again.</summary>
[Needs<OrganiseDay>]
public sealed class FixModel(AppDb db, FixedPlaceRules rules, CurrentViewer current, AuditTrail audit, TimeProvider clock) : PageModel
{
    private const int MostFound = 20;

    public TrainingDay Day => HttpContext.Thing<TrainingDay>();

    [BindProperty(SupportsGet = true, Name = "invitee")]
    public Guid? InviteeId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    [BindProperty]
    public NewFixedPlace Input { get; set; } = new();

    public InviteeRow? Invitee { get; private set; }

    public IReadOnlyList<InviteeRow> Found { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];

    public IReadOnlyList<PlaceRow> Places { get; private set; } = [];

    public bool CanChange => !Day.IsPublished;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var invitee = await db.Invitees.Include(row => row.Person)
            .SingleOrDefaultAsync(row => row.DayId == Day.Id && row.Id == InviteeId, cancellation);
        if (invitee is null || !CanChange)
            return NotFound();
        if (ModelState.IsValid && await rules.WhyNotAsync(invitee, Input.Session!.Value, cancellation) is { } reason)
            ModelState.AddModelError("Input.Session", reason);
        if (!ModelState.IsValid)
            return await ShowAsync(cancellation);
        db.FixedPlaces.Add(new FixedPlace
        {
            InviteeId = invitee.Id,
            SessionId = Input.Session!.Value,
            Reason = Input.Reason,
            FixedById = current.Viewer.PersonId,
            FixedAt = clock.GetUtcNow().UtcDateTime,
        });
        audit.Record($"fixed a place for {invitee.Person!.FullName}: {Input.Reason}", AllocationDesk.Subject(Day), Day.OrganisationId, invitee.PersonId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"The place of {invitee.Person.FullName} is fixed. Run again to see what it changes.");
        return Redirect($"/training-days/allocations/fix/{Day.Id}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid place, CancellationToken cancellation)
    {
        var row = await db.FixedPlaces.Include(row => row.Invitee!.Person)
            .SingleOrDefaultAsync(row => row.Id == place && row.Invitee!.DayId == Day.Id, cancellation);
        if (row is null || !CanChange)
            return NotFound();
        db.FixedPlaces.Remove(row);
        var person = row.Invitee!.Person!;
        audit.Record($"took away a fixed place of {person.FullName}", AllocationDesk.Subject(Day), Day.OrganisationId, person.Id);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"The place of {person.FullName} is no longer fixed.");
        return Redirect($"/training-days/allocations/fix/{Day.Id}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        var invitees = db.Invitees.Where(row => row.DayId == Day.Id);
        if (InviteeId is { } id && CanChange)
        {
            Invitee = await invitees.Where(row => row.Id == id).Select(row => new InviteeRow(
                row.Id, row.Person!.GivenName + " " + row.Person.FamilyName, row.Organisation!.Name)).SingleOrDefaultAsync(cancellation);
            if (Invitee is null)
                return NotFound();
            Sessions = await rules.SessionsAsync(Day.Id, cancellation);
        }
        else if (Find?.Trim().ToLowerInvariant() is { Length: > 0 } words)
        {
            Found = await invitees.Where(row => (row.Person!.GivenName + " " + row.Person.FamilyName).ToLower().Contains(words))
                .OrderBy(row => row.Person!.FamilyName).ThenBy(row => row.Id).Take(MostFound)
                .Select(row => new InviteeRow(row.Id, row.Person!.GivenName + " " + row.Person.FamilyName, row.Organisation!.Name))
                .ToListAsync(cancellation);
        }
        Places = await db.FixedPlaces.Where(place => place.Invitee!.DayId == Day.Id)
            .OrderBy(place => place.Invitee!.Person!.FamilyName).ThenBy(place => place.Session!.Slot!.StartMinute).ThenBy(place => place.Id)
            .Select(place => new PlaceRow(
                place.Id, place.Invitee!.Person!.GivenName + " " + place.Invitee.Person.FamilyName, place.Session!.Workshop!.Title,
                place.Session.Slot!.StartMinute, place.Reason, place.FixedBy!.GivenName + " " + place.FixedBy.FamilyName, place.FixedAt))
            .ToListAsync(cancellation);
        return Page();
    }

    public sealed record InviteeRow(Guid Id, string Name, string School);

    public sealed record PlaceRow(Guid Id, string Name, string Title, int StartMinute, string Reason, string FixedBy, DateTime FixedAt)
    {
        public TimeOnly Starts => TimeOnly.MinValue.AddMinutes(StartMinute);
    }

    public sealed class NewFixedPlace
    {
        [Required]
        public Guid? Session { get; set; }

        [Required, MaxLength(FixedPlace.ReasonLength)]
        public string Reason { get; set; } = "";
    }
}
