using PdfSharp.Pdf;

namespace Guildhall.Web.Platform.Documents;

/// <summary>Finished PDF files.</summary>
public static class PdfBytes
{
    public const string MediaType = "application/pdf";

    /// <summary>Saves it. A file needs a page.</summary>
    public static byte[] Of(PdfDocument file)
    {
        using var content = new MemoryStream();
        file.Save(content, closeStream: false);
        return content.ToArray();
    }
}
