using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>What people are asked after each session, until the day begins.</summary>
[Needs<OrganiseDay>]
public sealed class EditModel(AppDb db, FeedbackReader reader, AuditTrail audit) : DayPage
{
    [BindProperty]
    public FormInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!FeedbackForm.CanBeWritten(Day))
            return LocalRedirect(To("feedback"));
        var form = await reader.FormAsync(Day.Id, cancellation);
        Input = new FormInput
        {
            Statements = [.. form.Statements, .. Enumerable.Repeat<string?>(null, FeedbackForm.MostStatements - form.Statements.Count)],
            UsefulQuestion = form.UsefulQuestion,
            BetterQuestion = form.BetterQuestion,
            Version = form.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!FeedbackForm.CanBeWritten(Day))
            return LocalRedirect(To("feedback"));
        var statements = Input.Statements.Take(FeedbackForm.MostStatements).Select(words => words?.Trim() ?? "").Where(words => words.Length > 0).ToList();
        if (statements.Count == 0)
            ModelState.AddModelError("Input.Statements[0]", "Statements: write at least one");
        if (statements.Exists(words => words.Length > FeedbackForm.WordsLength))
            ModelState.AddModelError("Input.Statements[0]", $"Statements: at most {FeedbackForm.WordsLength} letters each");
        if (!ModelState.IsValid)
        {
            Input.Statements.AddRange(Enumerable.Repeat<string?>(null, Math.Max(0, FeedbackForm.MostStatements - Input.Statements.Count)));
            return Page();
        }
        var form = await db.FeedbackForms.SingleOrDefaultAsync(row => row.DayId == Day.Id, cancellation);
        if (form is null)
            db.FeedbackForms.Add(form = FeedbackForm.Usual(Day.Id));
        else
            db.Expect(form, Input.Version);
        (form.Statements, form.UsefulQuestion, form.BetterQuestion) = (statements, Input.UsefulQuestion.Trim(), Input.BetterQuestion.Trim());
        audit.Record("changed what people are asked after sessions", Subject, Day.OrganisationId);
        if (!await SaveAsync(db, "Input.Statements[0]", "Somebody else changed this just now. Open the page again to see it", cancellation))
            return Page();
        this.Flash("The questions are saved.");
        return LocalRedirect(To("feedback"));
    }

    public sealed class FormInput
    {
        public List<string?> Statements { get; set; } = [];

        [Required, StringLength(FeedbackForm.WordsLength), Display(Name = "First question")]
        public string UsefulQuestion { get; set; } = "";

        [Required, StringLength(FeedbackForm.WordsLength), Display(Name = "Second question")]
        public string BetterQuestion { get; set; } = "";

        public int Version { get; set; }
    }
}
