using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Shows what a file with choices will do, and does it.</summary>
[Needs<OrganiseDay>]
public sealed class ImportChoicesPreviewModel(AppDb db, Viewer viewer, FileStore files, AuditTrail audit, TimeProvider clock) : DayPage
{
    private ChoicesFile _choices = null!;

    public FilePreview Preview { get; private set; } = null!;

    public string FileName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid file, CancellationToken cancellation) =>
        await LoadAsync(file, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid file, CancellationToken cancellation)
    {
        if (!await LoadAsync(file, cancellation))
            return NotFound();
        if (!Preview.IsGood)
            return Page();
        _choices.Apply(db, clock.GetUtcNow().UtcDateTime);
        audit.Record($"imported the choices of {Count.People(Preview.Table.Rows.Count)} from the file {FileName}", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"The choices of {Count.People(Preview.Table.Rows.Count)} are imported.");
        return LocalRedirect(To("who-has-not-chosen"));
    }

    private async Task<bool> LoadAsync(Guid file, CancellationToken cancellation)
    {
        if (await UploadedTable.ReadAsync(db, files, file, viewer.PersonId, cancellation) is not { } read)
            return false;
        FileName = read.File.Name;
        Preview = new FilePreview(read.Table);
        _choices = await ChoicesFile.ReadAsync(db, Day, Preview, cancellation);
        return true;
    }
}
