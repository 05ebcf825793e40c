using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Takes a file with choices.</summary>
[Needs<OrganiseDay>, RequestSizeLimit(FileStore.LargestFile + 100_000)]
public sealed class ImportChoicesModel(AppDb db, Viewer viewer, FileStore files) : DayPage
{
    private const string NoFile = "File: choose a file that is not empty";

    [BindProperty, Required(ErrorMessage = NoFile)]
    public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is { Length: 0 })
            ModelState.AddModelError(nameof(Upload), NoFile);
        if (!ModelState.IsValid)
            return Page();
        var file = await UploadedTable.KeepAsync(files, Upload!, viewer.PersonId, cancellation);
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect(To("import-choices-preview", file.Id));
    }
}
