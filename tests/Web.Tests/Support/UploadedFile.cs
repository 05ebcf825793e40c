using System.Text;
using AngleSharp.Io.Dom;

namespace Guildhall.Web.Tests.Support;

/// <summary>A file to be put into a form's field.</summary>
public sealed class UploadedFile(string name, byte[] content, string type = "text/csv") : IFile
{
    public UploadedFile(string name, string content)
        : this(name, Encoding.UTF8.GetBytes(content))
    {
    }

    public string Name => name;

    public string Type => type;

    public int Length => content.Length;

    public DateTime LastModified => FakeClock.Start;

    public bool IsClosed => false;

    public Stream Body { get; } = new MemoryStream(content, writable: false);

    public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) =>
        new UploadedFile(name, content[start..Math.Min(end, content.Length)], contentType ?? type);

    public void Close() => Body.Dispose();

    public void Dispose() => Body.Dispose();
}
