using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Workshops;

/// <summary>A workshop with its sessions.</summary>
[Needs<OrganiseDay>]
public sealed class EditModel(AppDb db, LivePlaces places, AuditTrail audit) : DayPage
{
    [BindProperty]
    public WorkshopInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "workshop")]
    public Guid? WorkshopId { get; set; }

    public Workshop? Workshop { get; private set; }

    public SessionRows Rows { get; private set; } = null!;

    public IReadOnlyList<string> Presenting { get; private set; } = [];

    /// <summary>Whether anything is said of what it needs, so that the part of the form stands open.</summary>
    public bool HasNeeds => Input is { Smallest: not null } or { Largest: not null } or { MostRuns: not null } or { AwaySlots.Count: > 0 } or { SuitableRooms.Count: > 0 };

    public IReadOnlyList<string> Conflicts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Workshop is null)
            Input.Code = WorkshopInput.NextCode(await db.Workshops.Where(other => other.DayId == Day.Id).Select(other => other.Code).ToListAsync(cancellation));
        else
            Input = new WorkshopInput
            {
                Code = Workshop.Code,
                Title = Workshop.Title,
                Summary = Workshop.Summary,
                PresenterNames = Workshop.PresenterNames,
                Audience = Workshop.Audience,
                Smallest = Workshop.Smallest,
                Largest = Workshop.Largest,
                MostRuns = Workshop.MostRuns,
                AwaySlots = Workshop.AwaySlots,
                SuitableRooms = Workshop.SuitableRooms,
                Version = Workshop.Version,
            };
        Input.Sessions = [.. Rows.Slots.Select(slot => AsAsked(slot, Workshop?.Sessions.Find(session => session.SlotId == slot.Id)))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool another, CancellationToken cancellation)
    {
        // While people take places, nobody takes one between the look at the seats and the change of them.
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        await places.TakeTurnAsync(Day, cancellation);
        if (!await LoadAsync(cancellation))
            return NotFound();
        var taken = $"Code: another workshop has the code {Input.Code}";
        await CheckAsync(taken, cancellation);
        if (!ModelState.IsValid)
            return AsSlotsAre();
        var isNew = Workshop is null;
        var workshop = Workshop;
        if (workshop is null)
            db.Workshops.Add(workshop = new Workshop { DayId = Day.Id, Code = Input.Code, Title = Input.Title });
        else
        {
            // Also when only a session changes: the form shows both, and both must be as it showed them.
            db.Entry(workshop).State = EntityState.Modified;
            db.Expect(workshop, Input.Version);
        }
        Input.CopyTo(workshop);
        foreach (var asked in Input.Sessions)
            Apply(workshop, asked);
        audit.Record($"{(isNew ? "added" : "changed")} the workshop {workshop.Code}, {workshop.Title}", Subject, Day.OrganisationId);
        if (!await SaveAsync(db, "Input.Code", "A code or a room was taken by somebody else just now. Open the page anew", cancellation))
            return AsSlotsAre();
        await deed.CommitAsync(cancellation);
        this.Flash($"Saved: {workshop.Code}, “{workshop.Title}”.");
        return LocalRedirect(another ? To("workshops/edit") : To("workshops"));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (WorkshopId is not null)
        {
            Workshop = await db.Workshops.Include(workshop => workshop.Sessions)
                .SingleOrDefaultAsync(workshop => workshop.Id == WorkshopId && workshop.DayId == Day.Id, cancellation);
            if (Workshop is null)
                return false;
            Presenting = await db.Presenters.Where(presenter => presenter.WorkshopId == WorkshopId)
                .OrderBy(presenter => presenter.Person!.FamilyName).Select(presenter => presenter.Person!.GivenName + " " + presenter.Person.FamilyName)
                .ToListAsync(cancellation);
            Conflicts = SessionConflicts.Find(await BoardSession.OfDayAsync(db, Day.Id, cancellation))
                .Where(conflict => conflict.Workshops.Contains(Workshop.Id)).Select(conflict => conflict.Words).ToList();
        }
        Rows = await SessionRows.LoadAsync(db, Day.Id, WorkshopId, cancellation);
        return true;
    }

    private async Task CheckAsync(string taken, CancellationToken cancellation)
    {
        var code = Input.Code?.Trim().ToLowerInvariant() ?? "";
        if (await db.Workshops.AnyAsync(other => other.DayId == Day.Id && other.Id != WorkshopId && other.Code.ToLower() == code, cancellation))
            ModelState.AddModelError("Input.Code", taken);
        if (Input.Smallest > Input.Largest)
            ModelState.AddModelError("Input.Smallest", "Fewest people: it cannot be more than the most people");
        foreach (var (index, asked) in Input.Sessions.Index())
        {
            foreach (var (field, words) in Rows.Problems(asked))
                ModelState.AddModelError($"Input.Sessions[{index}].{field}", words);
            if (asked.Runs && Workshop?.Sessions.Find(session => session.SlotId == asked.SlotId)?.SeatsRefusal(asked.Seats) is { } tooFew)
                ModelState.AddModelError($"Input.Sessions[{index}].Seats", tooFew);
            if (!asked.Runs && Workshop?.Sessions.Find(session => session.SlotId == asked.SlotId) is { } session
                && await SessionsInUse.RefusalAsync(db, db.Sessions.Where(one => one.Id == session.Id), cancellation) is { } refusal)
                ModelState.AddModelError($"Input.Sessions[{index}].Room", $"The session stays. {refusal}");
        }
    }

    private void Apply(Workshop workshop, SessionInput asked)
    {
        var session = workshop.Sessions.Find(session => session.SlotId == asked.SlotId);
        if (session is not null && (!asked.Runs || session.RoomId != asked.RoomId || session.Seats != asked.Seats || session.Minimum != (asked.Minimum ?? 0)))
            db.Expect(session, asked.Version);
        if (!asked.Runs)
        {
            if (session is not null)
                db.Sessions.Remove(session);
            return;
        }
        if (session is null)
            db.Sessions.Add(session = new Session { WorkshopId = workshop.Id, SlotId = asked.SlotId });
        session.RoomId = asked.RoomId;
        session.Seats = asked.Seats!.Value;
        session.Minimum = asked.Minimum ?? 0;
    }

    /// <summary>The form again. Were slots added or removed since it was opened, it follows them.</summary>
    private PageResult AsSlotsAre()
    {
        if (!Input.Sessions.Select(asked => asked.SlotId).SequenceEqual(Rows.Slots.Select(slot => slot.Id)))
        {
            foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.Sessions", StringComparison.Ordinal)).ToList())
                ModelState.Remove(key);
            Input.Sessions = [.. Rows.Slots.Select(slot => Input.Sessions.Find(asked => asked.SlotId == slot.Id) ?? AsAsked(slot, session: null))];
        }
        return Page();
    }

    private static SessionInput AsAsked(Slot slot, Session? session) => session is null
        ? new SessionInput { SlotId = slot.Id }
        : new SessionInput
        {
            SlotId = slot.Id,
            Room = session.RoomId?.ToString() ?? SessionInput.RoomOpen,
            Seats = session.Seats,
            Minimum = session.Minimum,
            Version = session.Version,
        };
}
