using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>Writes down what to do differently next time.</summary>
[Needs<OrganiseDay>]
public sealed class NoteModel(AppDb db, AuditTrail audit) : DayPage
{
    [BindProperty]
    public NoteInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await db.ReportNotes.AsNoTracking().SingleOrDefaultAsync(note => note.DayId == Day.Id, cancellation) is { } note)
            Input = new NoteInput { Text = note.Text, Version = note.Version };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        var note = await db.ReportNotes.SingleOrDefaultAsync(row => row.DayId == Day.Id, cancellation);
        if (note is null)
            db.ReportNotes.Add(note = new ReportNote { DayId = Day.Id });
        else
            db.Expect(note, Input.Version);
        note.Text = Input.Text?.Trim() ?? "";
        audit.Record("wrote what to do differently into the day’s report", Subject, Day.OrganisationId);
        if (!await SaveAsync(db, "Input.Text", "Somebody else wrote this just now. Open the page again to see it", cancellation))
            return Page();
        this.Flash("Saved. It stands in the report, here and in Word.");
        return LocalRedirect(To("report"));
    }

    public sealed class NoteInput
    {
        [StringLength(ReportNote.TextLength), DataType(DataType.MultilineText)]
        public string? Text { get; set; }

        public int Version { get; set; }
    }
}
