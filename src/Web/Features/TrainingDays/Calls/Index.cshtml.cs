using Guildhall.Web.Features.TrainingDays.Lifecycle;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Calls;

/// <summary>The call of a day, all of it on one page.</summary>
[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db, TimeProvider clock) : DayPage
{
    public WorkshopCall? Call { get; private set; }

    public DayStages Stages { get; private set; } = null!;

    /// <summary>The step that opens the call or moves its deadline; null while there is none.</summary>
    public DayStep? Step => Stages.Steps.Cast<DayStep?>().FirstOrDefault(step => step is DayStep.OpenCall or DayStep.ReopenCall or DayStep.ChangeOfferDeadline);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Call = await CallReader.ReadAsync(db, Day.Id, cancellation);
        Stages = new DayStages(Day, await DayFigures.CountAsync(db, Day, cancellation), clock.GetUtcNow().UtcDateTime);
    }
}
