using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>Ends answering before its time, for good: the results are shown from then on, and no answer is added to what was shown.</summary>
[Needs<OrganiseDay>]
public sealed class EndModel(AppDb db, AuditTrail audit, TimeProvider clock) : DayPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is null ? LocalRedirect(To("feedback")) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } form)
        {
            form.Until = clock.GetUtcNow().UtcDateTime;
            audit.Record("ended feedback on the day", Subject, Day.OrganisationId);
            await db.SaveChangesAsync(cancellation);
            this.Flash("Answering has ended. These are the results.");
        }
        return LocalRedirect(To("feedback"));
    }

    private Task<FeedbackForm?> FindAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.FeedbackForms.SingleOrDefaultAsync(form => form.DayId == Day.Id && form.Until > now, cancellation);
    }
}
