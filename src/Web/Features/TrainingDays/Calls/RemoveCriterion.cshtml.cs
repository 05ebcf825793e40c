using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays.Calls;

[Needs<OrganiseDay>]
public sealed class RemoveCriterionModel(AppDb db, AuditTrail audit) : CallPage(db)
{
    public Confirmation Confirmation { get; private set; } = null!;

    public IActionResult OnGet(Guid criterion)
    {
        if (Call.Criteria.Find(row => row.Id == criterion) is not { } found)
            return NotFound();
        Confirmation = new Confirmation(
            $"Remove the criterion “{found.Name}”?", ["Points that reviewers have given for it go with it."], "Remove the criterion", To("calls"))
        { IsDangerous = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid criterion, CancellationToken cancellation)
    {
        if (Call.Criteria.Find(row => row.Id == criterion) is not { } found)
            return NotFound();
        Db.Criteria.Remove(found);
        audit.Record($"removed the criterion {found.Name} from the call", Subject, Day.OrganisationId);
        await Db.SaveChangesAsync(cancellation);
        this.Flash($"{found.Name} is removed.");
        return LocalRedirect(To("calls"));
    }
}
