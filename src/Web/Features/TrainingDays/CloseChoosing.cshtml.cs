using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Ends choosing, before or after its deadline, so that places can be given.</summary>
[Needs<OrganiseDay>]
public sealed class CloseChoosingModel(AppDb db, AuditTrail audit, TimeProvider clock) : DayPage
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Day.Stage != DayStage.Choosing)
            return LocalRedirect(To("day"));
        var figures = await DayFigures.CountAsync(db, Day.Id, cancellation);
        var missing = figures.Invited - figures.Chosen;
        var isEarly = Day.IsOpenForChoices(clock.GetUtcNow().UtcDateTime);
        Confirmation = new Confirmation(
            isEarly ? "Close choosing before its deadline?" : "Close choosing?",
            [
                isEarly ? $"The deadline is {UkTime.Words(Day.ChooseUntil!.Value)}. From now on nobody can choose or change a choice." : "The deadline has passed. Next, places are given.",
                missing == 0
                    ? "Everybody has chosen."
                    : $"{Count.People(missing)} {(missing == 1 ? "has" : "have")} not chosen: they are placed last, where there are seats.",
                "You can open choosing again until the day is published.",
            ],
            "Close choosing", To("day"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Day.Stage == DayStage.Choosing)
        {
            Day.Stage = DayStage.Allocating;
            audit.Record("closed choosing", Subject, Day.OrganisationId);
            await db.SaveChangesAsync(cancellation);
            this.Flash("Choosing is closed. Places can be given now.");
        }
        return LocalRedirect(To("day"));
    }
}
