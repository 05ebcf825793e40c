using System.ComponentModel.DataAnnotations;
using Guildhall.Tables;
using Guildhall.Web.Features.TrainingDays.Programme;
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
    public const int UsualSeats = 30;

    private const string NoFile = "File: choose a file that is not empty";

    [BindProperty, Required(ErrorMessage = NoFile)]
    public IFormFile? Upload { get; set; }

    [BindProperty, Required, Range(10, 480)]
    public int? Minutes { get; set; } = UsualMinutes;

    [BindProperty, Required, Range(1, Room.MostSeats)]
    public int? Seats { get; set; } = UsualSeats;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is { Length: 0 })
            ModelState.AddModelError(nameof(Upload), NoFile);
        if (!ModelState.IsValid)
            return Page();
        var file = Upload!.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? await KeepScheduleAsync(Upload, cancellation)
            : await UploadedTable.KeepAsync(files, Upload, viewer.PersonId, cancellation);
        if (file is null)
            return Page();
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect($"{To("import-preview", file.Id)}?minutes={Minutes}");
    }

    /// <summary>Keeps a schedule as the table that it says, so that it is looked at and brought in like any other.</summary>
    private async Task<StoredFile?> KeepScheduleAsync(IFormFile upload, CancellationToken cancellation)
    {
        await using var json = upload.OpenReadStream();
        if (!ScheduleReader.TryRead(json, Day.Date, Seats!.Value, out var rows, out var problem))
        {
            ModelState.AddModelError(nameof(Upload), $"File: {problem}");
            return null;
        }
        using var table = new MemoryStream();
        CsvFile.Write(table, new Sheet("Programme", ["workshop", "title", "slot", "room", "seats", "summary", "presenters"], rows.Select(IReadOnlyList<Cell> (row) =>
            [row.Workshop, row.Title, row.Slot, row.Room, row.Seats, row.Summary, row.Presenters])), cancellation);
        table.Position = 0;
        return await files.AddAsync(table, Path.ChangeExtension(upload.FileName, ".csv"), "text/csv", viewer.PersonId, cancellation);
    }
}
