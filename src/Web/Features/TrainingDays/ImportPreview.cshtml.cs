using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Shows what a file with workshops and sessions will do, and does it.</summary>
[Needs<OrganiseDay>]
public sealed class ImportPreviewModel(AppDb db, Viewer viewer, FileStore files, LivePlaces places, AuditTrail audit) : DayPage
{
    private ProgrammeImport _import = null!;

    public FilePreview Preview { get; private set; } = null!;

    public string FileName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid file, int? minutes, CancellationToken cancellation) =>
        await LoadAsync(file, minutes, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid file, int? minutes, CancellationToken cancellation)
    {
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        await places.TakeTurnAsync(Day, cancellation);
        if (!await LoadAsync(file, minutes, cancellation))
            return NotFound();
        // Somebody may have taken a room since the preview was made.
        if (!Preview.IsGood)
            return Page();
        audit.Record($"imported {Count.Of(Preview.Table.Rows.Count, "session", "sessions")} from the file {FileName}", Subject, Day.OrganisationId);
        try
        {
            await _import.ApplyAsync(db, cancellation);
            await deed.CommitAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal is not DbUpdateConcurrencyException)
        {
            Preview.Refuse("Somebody else changed the programme just now. Open the page anew");
            return Page();
        }
        this.Flash($"{Count.Of(Preview.Table.Rows.Count, "row is", "rows are")} imported.");
        return LocalRedirect(To("programme/board"));
    }

    private async Task<bool> LoadAsync(Guid file, int? minutes, CancellationToken cancellation)
    {
        if (await UploadedTable.ReadAsync(db, files, file, viewer.PersonId, cancellation) is not { } read)
            return false;
        FileName = read.File.Name;
        Preview = new FilePreview(read.Table);
        _import = await ProgrammeImport.ReadAsync(db, Day, Preview, Math.Clamp(minutes ?? ImportModel.UsualMinutes, 10, 480), cancellation);
        return true;
    }
}
