using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Platform.Files;

/// <summary>
/// Keeps uploaded files in a folder, which all nodes share. A file is whole before it has its name, and has its name before its row is
/// saved; a crash leaves at most a file that nothing names.
/// </summary>
public sealed class FileStore(AppDb db, DatabasePlace place, TimeProvider clock)
{
    /// <summary>The largest upload, in bytes.</summary>
    public const long LargestFile = 20 * 1024 * 1024;

    /// <summary>Writes the content and adds the row to what is about to be saved.</summary>
    public async Task<StoredFile> AddAsync(Stream content, string name, string contentType, Guid uploadedBy, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.part";
        long bytes;
        await using (var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await content.CopyToAsync(target, cancellation);
            target.Flush(flushToDisk: true);
            bytes = target.Length;
        }
        File.Move(temporary, path);
        var baseName = Path.GetFileName(name);
        var file = new StoredFile
        {
            Id = id,
            Name = baseName.Length > StoredFile.NameLength ? baseName[^StoredFile.NameLength..] : baseName,
            ContentType = contentType.Length > StoredFile.TypeLength ? "application/octet-stream" : contentType,
            Bytes = bytes,
            UploadedBy = uploadedBy,
            UploadedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.StoredFiles.Add(file);
        return file;
    }

    public Stream Open(Guid id) => new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read);

    private string PathOf(Guid id) => Path.Combine(place.DataFolder, "files", id.ToString("N")[^2..], id.ToString("N"));
}
