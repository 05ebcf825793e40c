using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Takes a file with workshops and sessions.</summary>
[Needs<OrganiseDay>, RequestSizeLimit(FileStore.LargestFile + 100_000)]
public sealed class ImportModel(AppDb db, Viewer viewer, FileStore files) : DayPage
{
    public const int UsualMinutes = 75;

    private const string NoFile = "File: choose a file that is not empty";

    [BindProperty, Required(ErrorMessage = NoFile)]
    public IFormFile? Upload { get; set; }

    [BindProperty, Required, Range(10, 480)]
    public int? Minutes { get; set; } = UsualMinutes;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is { Length: 0 })
            ModelState.AddModelError(nameof(Upload), NoFile);
        if (!ModelState.IsValid)
            return Page();
        var file = await UploadedTable.KeepAsync(files, Upload!, viewer.PersonId, cancellation);
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect($"{To("import-preview", file.Id)}?minutes={Minutes}");
    }
}
