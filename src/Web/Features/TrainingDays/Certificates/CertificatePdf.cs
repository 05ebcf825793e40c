using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Documents;

namespace Guildhall.Web.Features.TrainingDays.Certificates;

/// <summary>Certificates as a PDF file, one to a page.</summary>
internal static class CertificatePdf
{
    private const double Margin = 64;
    private const double TimeWidth = 100;
    private const double Small = 12;

    private static readonly PdfBox Frame = new(28, 28, PdfPage.Width - 56, PdfPage.Height - 56);

    public static byte[] Of(string title, IReadOnlyList<Certificate> certificates)
    {
        var file = new PdfFile(title);
        foreach (var certificate in certificates)
        {
            var page = file.AddPage();
            page.Frame(Frame, grey: 0.4);
            Draw(page, certificate, PdfPage.Width - (2 * Margin));
        }
        return file.ToBytes();
    }

    private static void Draw(PdfPage page, Certificate certificate, double width)
    {
        var y = Margin + 24;
        void Line(string words, PdfFont font, double size, double gap)
        {
            y += gap;
            y += PdfText.Line(page, words, font, (Margin, y, width), size, size / 2);
        }

        Line("Certificate of attendance", PdfFont.Regular, 20, 0);
        Line(certificate.PersonName, PdfFont.Bold, 34, 36);
        Line(certificate.School, PdfFont.Regular, 15, 2);
        Line("took part in", PdfFont.Regular, 13, 30);
        Line(certificate.Day, PdfFont.Bold, 22, 4);
        Line(certificate.Date.Words() + (certificate.Venue.Length > 0 ? $", {certificate.Venue}" : ""), PdfFont.Regular, 13, 2);
        y += 30;
        foreach (var line in certificate.Lines)
        {
            page.Text(line.Time, PdfFont.Regular, Small, Margin, y);
            foreach (var words in PdfText.Wrap(line.Presented ? $"{line.Title} (presented)" : line.Title, PdfFont.Regular, Small, width - TimeWidth, mostLines: 3))
            {
                page.Text(words, PdfFont.Regular, Small, Margin + TimeWidth, y);
                y += Small * 1.25;
            }
            y += 6;
        }
        Line($"{certificate.Hours} of professional development", PdfFont.Bold, 16, 20);
        Line(certificate.Organisation, PdfFont.Regular, 13, 60);
    }
}
