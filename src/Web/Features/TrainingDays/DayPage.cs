using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>A page about one day, which its permission has loaded.</summary>
public abstract class DayPage : PageModel
{
    public TrainingDay Day => HttpContext.Thing<TrainingDay>();

    /// <summary>The pages above: the list of days, and this day's overview.</summary>
    public (string Words, string Href)[] Above => [("Training days", "/training-days"), (Day.Name, To("day"))];

    protected AuditSubject Subject => SubjectOf(Day);

    public static AuditSubject SubjectOf(TrainingDay day) => new("training day", day.Id, day.Name);

    /// <summary>The address of a page of this day: <c>To("rooms/edit", room.Id)</c>.</summary>
    public string To(string page, Guid? part = null) => Address(page, Day.Id, part);

    public static string Address(string page, Guid day, Guid? part = null) =>
        part is null ? $"/training-days/{page}/{day}" : $"/training-days/{page}/{day}/{part}";

    /// <summary>
    /// Saves. What the page looked for and did not find may have been added since by somebody else; then the database refuses, and the
    /// person reads <paramref name="taken"/>.
    /// </summary>
    protected async Task<bool> SaveAsync(AppDb db, string field, string taken, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException refusal) when (refusal is not DbUpdateConcurrencyException)
        {
            ModelState.AddModelError(field, taken);
            return false;
        }
    }
}
