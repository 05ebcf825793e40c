using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Invite;

/// <summary>Takes somebody off the list, with what they chose.</summary>
[Needs<OrganiseDay>]
public sealed class RemoveModel(AppDb db, ChangeDesk changes, AuditTrail audit) : DayPage
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid invitee, CancellationToken cancellation)
    {
        if (await FindAsync(invitee, cancellation) is not { } found)
            return NotFound();
        var choices = await db.Choices.CountAsync(choice => choice.InviteeId == invitee, cancellation);
        var isFixed = await db.FixedPlaces.CountAsync(place => place.InviteeId == invitee, cancellation);
        var placed = await db.Places.CountAsync(place => place.InviteeId == invitee && place.RunId == Day.PlacesRunId && place.SessionId != null, cancellation);
        var presents = await Presenting(found.PersonId).CountAsync(cancellation);
        Confirmation = new Confirmation(
            $"Take {found.Person!.FullName} off the list?",
            [
                choices == 0 ? "They have not chosen." : $"Their {Count.Of(choices, "choice is", "choices are")} lost.",
                .. isFixed == 0 ? Array.Empty<string>() : [$"{Count.Of(isFixed, "fixed place is", "fixed places are")} lost."],
                .. placed == 0 ? Array.Empty<string>() : [$"They have {Count.Of(placed, "place", "places")} on the day, which {(placed == 1 ? "is" : "are")} lost."],
                .. presents == 0 ? Array.Empty<string>() : [$"They present {Count.Of(presents, "workshop", "workshops")}: the workshop stays, without them."],
            ],
            "Take off the list", To("invite"))
        { IsDangerous = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid invitee, CancellationToken cancellation)
    {
        if (await FindAsync(invitee, cancellation) is not { } found)
            return NotFound();
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        await changes.ReleaseAsync(Day, invitee, cancellation);
        await db.Entry(found).ReloadAsync(cancellation);
        db.Presenters.RemoveRange(await Presenting(found.PersonId).ToListAsync(cancellation));
        db.Invitees.Remove(found);
        audit.Record($"took {found.Person!.FullName} off the list of people invited", Subject, Day.OrganisationId, found.PersonId);
        await db.SaveChangesAsync(cancellation);
        await deed.CommitAsync(cancellation);
        this.Flash($"{found.Person.FullName} is no longer invited.");
        return LocalRedirect(To("invite"));
    }

    private IQueryable<Presenter> Presenting(Guid person) => db.Presenters.Where(presenter =>
        presenter.PersonId == person && db.Workshops.Any(workshop => workshop.Id == presenter.WorkshopId && workshop.DayId == Day.Id));

    private Task<Invitee?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Invitees.Include(invitee => invitee.Person).SingleOrDefaultAsync(invitee => invitee.Id == id && invitee.DayId == Day.Id, cancellation);
}
