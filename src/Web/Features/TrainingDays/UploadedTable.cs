using Guildhall.Tables;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>A table that somebody uploaded: kept as it came, and read anew for the preview and for the import.</summary>
public static class UploadedTable
{
    private static readonly TableLimits Limits = new() { FileSize = (int)FileStore.LargestFile, Rows = 20_000, Columns = 60, CellLength = 4000 };

    /// <summary>Keeps an upload. It is in the file store once what is about to be saved is saved.</summary>
    public static async Task<StoredFile> KeepAsync(FileStore files, IFormFile upload, Guid person, CancellationToken cancellation)
    {
        await using var content = upload.OpenReadStream();
        return await files.AddAsync(content, upload.FileName, upload.ContentType ?? "", person, cancellation);
    }

    /// <summary>Reads an upload of the person's own; null for anybody else's.</summary>
    public static async Task<(StoredFile File, Table Table)?> ReadAsync(AppDb db, FileStore files, Guid id, Guid person, CancellationToken cancellation)
    {
        var file = await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.UploadedBy == person, cancellation);
        if (file is null)
            return null;
        await using var content = files.Open(id);
        return (file, Table.Read(content, file.Name, Limits, stop: cancellation));
    }
}
