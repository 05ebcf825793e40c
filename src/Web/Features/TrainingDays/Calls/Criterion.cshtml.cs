using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays.Calls;

[Needs<OrganiseDay>]
public sealed class CriterionModel(AppDb db, AuditTrail audit) : CallPage(db)
{
    [BindProperty]
    public CriterionInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "criterion")]
    public Guid? CriterionId { get; set; }

    public IActionResult OnGet()
    {
        if (CriterionId is null)
            return Page();
        if (Find() is not { } found)
            return NotFound();
        Input = new CriterionInput { Name = found.Name, Hint = found.Hint, Weight = found.Weight, Version = found.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool another, CancellationToken cancellation)
    {
        var row = Find();
        if (CriterionId is not null && row is null)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var name = Input.Name.Trim();
        if (row is null)
            Db.Criteria.Add(row = new Criterion { CallId = Call.Id, Name = name, Position = Call.Criteria.Count == 0 ? 0 : Call.Criteria.Max(other => other.Position) + 1 });
        else
            Db.Expect(row, Input.Version);
        row.Name = name;
        row.Hint = Input.Hint?.Trim() ?? "";
        row.Weight = Input.Weight!.Value;
        audit.Record($"{(CriterionId is null ? "added" : "changed")} the criterion {name} of the call", Subject, Day.OrganisationId);
        await Db.SaveChangesAsync(cancellation);
        this.Flash($"Saved: {name}.");
        return LocalRedirect(To(another ? "calls/criterion" : "calls"));
    }

    private Criterion? Find() => Call.Criteria.Find(row => row.Id == CriterionId);

    public sealed class CriterionInput
    {
        [Required, StringLength(Criterion.NameLength)]
        public string Name { get; set; } = "";

        [StringLength(Criterion.HintLength), DataType(DataType.MultilineText)]
        public string? Hint { get; set; }

        [Required, Range(1, Criterion.MostWeight)]
        public int? Weight { get; set; } = 1;

        public int Version { get; set; }
    }
}
