using Guildhall.Web.Features.TrainingDays.Lifecycle;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Asks before a step that needs nothing but a yes, and takes it.</summary>
[Needs<OrganiseDay>]
public sealed class StepModel(AppDb db, DayLifecycle lifecycle, TimeProvider clock) : DayPage
{
    /// <summary>As the address has it: "close-choosing".</summary>
    [FromRoute(Name = "step")]
    public string Name { get; set; } = "";

    public DayStep Step { get; private set; }

    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await PrepareAsync(cancellation) ? Page() : LocalRedirect(To("day"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await PrepareAsync(cancellation))
            return LocalRedirect(To("day"));
        await lifecycle.TakeAsync(Day, Step, deed: null, cancellation);
        this.Flash(DayStepWords.Done(Step));
        return LocalRedirect(To("day"));
    }

    private async Task<bool> PrepareAsync(CancellationToken cancellation)
    {
        if (!Enum.TryParse<DayStep>(Name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var step))
            return false;
        Step = step;
        var figures = await DayFigures.CountAsync(db, Day, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (!new DayStages(Day, figures, now).Allows(Step) || DayStepWords.Confirmation(Step, Day, figures, now) is not { } confirmation)
            return false;
        Confirmation = confirmation;
        return true;
    }
}
