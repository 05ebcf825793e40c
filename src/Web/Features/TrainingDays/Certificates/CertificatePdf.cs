using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Documents;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Guildhall.Web.Features.TrainingDays.Certificates;

/// <summary>Certificates as a PDF file, one to a page.</summary>
internal static class CertificatePdf
{
    private const double Margin = 64;
    private const double TimeWidth = 100;

    private static readonly XPen Frame = new(XColor.FromArgb(0x2F, 0x6F, 0x8F), 1.5);

    /// <summary>At least one.</summary>
    public static byte[] Of(string title, IReadOnlyList<Certificate> certificates)
    {
        var file = new PdfDocument { Info = { Title = title, Author = "Guildhall" }, Language = "en-GB" };
        foreach (var certificate in certificates)
        {
            var paper = file.AddPage();
            paper.Size = PdfSharp.PageSize.A4;
            using var page = XGraphics.FromPdfPage(paper);
            page.DrawRectangle(Frame, new XRect(28, 28, page.PageSize.Width - 56, page.PageSize.Height - 56));
            Draw(page, certificate, page.PageSize.Width - (2 * Margin));
        }
        return PdfBytes.Of(file);
    }

    private static void Draw(XGraphics page, Certificate certificate, double width)
    {
        var y = Margin + 24;
        double Line(string words, Func<double, XFont> font, double size, double gap)
        {
            y += gap;
            y += PdfText.Line(page, words, font, new XRect(Margin, y, width, 60), size, size / 2);
            return y;
        }

        Line("Certificate of attendance", PdfFonts.Regular, 20, 0);
        Line(certificate.PersonName, PdfFonts.Bold, 34, 36);
        Line(certificate.School, PdfFonts.Regular, 15, 2);
        Line("took part in", PdfFonts.Regular, 13, 30);
        Line(certificate.Day, PdfFonts.Bold, 22, 4);
        Line(certificate.Date.Words() + (certificate.Venue.Length > 0 ? $", {certificate.Venue}" : ""), PdfFonts.Regular, 13, 2);
        y += 30;
        var font = PdfFonts.Regular(12);
        foreach (var line in certificate.Lines)
        {
            page.DrawString(line.Time, font, XBrushes.Black, new XRect(Margin, y, TimeWidth, 20), XStringFormats.TopLeft);
            foreach (var words in PdfText.Wrap(page, line.Presented ? $"{line.Title} (presented)" : line.Title, font, width - TimeWidth, mostLines: 3))
            {
                page.DrawString(words, font, XBrushes.Black, new XRect(Margin + TimeWidth, y, width - TimeWidth, 20), XStringFormats.TopLeft);
                y += font.GetHeight();
            }
            y += 6;
        }
        Line($"{certificate.Hours} of professional development", PdfFonts.Bold, 16, 20);
        Line(certificate.Organisation, PdfFonts.Regular, 13, 60);
    }
}
