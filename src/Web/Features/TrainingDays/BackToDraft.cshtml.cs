using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Hides a day again, to change its programme in peace. Nothing is lost by it.</summary>
[Needs<OrganiseDay>]
public sealed class BackToDraftModel(AppDb db, AuditTrail audit) : DayPage
{
    public Confirmation Confirmation { get; private set; } = null!;

    private bool IsPossible => Day.Stage is DayStage.Choosing or DayStage.Allocating;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!IsPossible)
            return LocalRedirect(To("day"));
        var chosen = await db.Invitees.CountAsync(invitee => invitee.DayId == Day.Id && invitee.ChosenAt != null, cancellation);
        var invited = await db.Invitees.CountAsync(invitee => invitee.DayId == Day.Id, cancellation);
        Confirmation = new Confirmation(
            "Take the day back to draft?",
            [
                $"{Count.People(invited)} can then neither see the day nor choose, until you open choosing again.",
                chosen == 0 ? "Nobody has chosen yet." : $"What {Count.People(chosen)} chose is kept.",
            ],
            "Back to draft", To("day"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (IsPossible)
        {
            Day.Stage = DayStage.Draft;
            audit.Record("took the day back to draft", Subject, Day.OrganisationId);
            await db.SaveChangesAsync(cancellation);
            this.Flash("The day is a draft again. Only the organisers see it.");
        }
        return LocalRedirect(To("day"));
    }
}
