using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Workshops;

[Needs<OrganiseDay>]
public sealed class RemoveModel(AppDb db, AuditTrail audit) : DayPage
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid workshop, CancellationToken cancellation)
    {
        if (await FindAsync(workshop, cancellation) is not { } found)
            return NotFound();
        if (await RefusedAsync(found, cancellation))
            return LocalRedirect(To("workshops"));
        var sessions = await db.Sessions.CountAsync(session => session.WorkshopId == workshop, cancellation);
        var wished = await db.Choices.CountAsync(choice => choice.WorkshopId == workshop, cancellation);
        var only = await OnlyWish(workshop).CountAsync(cancellation);
        Confirmation = new Confirmation(
            $"Remove {found.Code}, {found.Title}?",
            [
                wished == 0 ? "Nobody has chosen it." : $"{Count.People(wished)} {(wished == 1 ? "has" : "have")} it among their choices. That choice is lost, and their later choices move up.",
                .. only == 0 ? Array.Empty<string>() : [$"For {Count.People(only)} it is the only choice: they count as not having chosen, and can be reminded."],
                .. sessions == 0 ? Array.Empty<string>() : [$"{Count.Of(sessions, "session is", "sessions are")} removed with it."],
            ],
            "Remove the workshop", To("workshops"))
        { IsDangerous = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid workshop, CancellationToken cancellation)
    {
        if (await FindAsync(workshop, cancellation) is not { } found)
            return NotFound();
        if (await RefusedAsync(found, cancellation))
            return LocalRedirect(To("workshops"));
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        var wished = await db.Choices.CountAsync(choice => choice.WorkshopId == workshop, cancellation);
        await OnlyWish(workshop).ExecuteUpdateAsync(
            change => change.SetProperty(invitee => invitee.ChosenAt, (DateTime?)null), cancellation);
        // A page of choices that is open somewhere shows what is no longer so.
        await db.Invitees.Where(invitee => invitee.Choices.Any(choice => choice.WorkshopId == workshop))
            .ExecuteUpdateAsync(change => change.SetProperty(invitee => invitee.Version, invitee => invitee.Version + 1), cancellation);
        await db.Choices.Where(choice => db.Choices.Any(lost => lost.WorkshopId == workshop && lost.InviteeId == choice.InviteeId && lost.Rank < choice.Rank))
            .ExecuteUpdateAsync(change => change.SetProperty(choice => choice.Rank, choice => choice.Rank - 1), cancellation);
        db.Workshops.Remove(found);
        audit.Record($"removed the workshop {found.Code}, {found.Title}, which {Count.People(wished)} had chosen", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        await deed.CommitAsync(cancellation);
        this.Flash($"{found.Code}, “{found.Title}” is removed.");
        return LocalRedirect(To("workshops"));
    }

    private IQueryable<Invitee> OnlyWish(Guid workshop) => db.Invitees.Where(invitee =>
        invitee.Choices.Any(choice => choice.WorkshopId == workshop) && !invitee.Choices.Any(choice => choice.WorkshopId != workshop));

    private Task<Workshop?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Workshops.SingleOrDefaultAsync(workshop => workshop.Id == id && workshop.DayId == Day.Id, cancellation);

    private async Task<bool> RefusedAsync(Workshop workshop, CancellationToken cancellation)
    {
        var refusal = await SessionsInUse.RefusalAsync(db, db.Sessions.Where(session => session.WorkshopId == workshop.Id), cancellation);
        if (refusal is not null)
            this.Flash($"{workshop.Code} stays. {refusal}", Kind.Warning);
        return refusal is not null;
    }
}
