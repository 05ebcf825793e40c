using Guildhall.Web.Features.TrainingDays.Lists;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Documents;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Guildhall.Web.Features.TrainingDays.Attending.Paper;

/// <summary>Sheets for the wall of the room: what runs here, and the code to check in. One page a session.</summary>
internal static class CodePdf
{
    private const double Margin = 50;
    private const double Square = 300;

    /// <param name="day">The day.</param>
    /// <param name="sessions">Sessions and their codes; at least one.</param>
    /// <param name="address">The application's address.</param>
    public static byte[] Of(TrainingDay day, IEnumerable<(RegisterSession Session, string Code)> sessions, PublicAddress address)
    {
        var file = new PdfDocument { Info = { Title = $"Codes: {day.Name}", Author = "Guildhall" } };
        foreach (var (session, code) in sessions)
        {
            var paper = file.AddPage();
            paper.Size = PdfSharp.PageSize.A4;
            using var page = XGraphics.FromPdfPage(paper);
            var width = paper.Width.Point - (2 * Margin);
            var y = Margin;
            foreach (var line in PdfText.Wrap(page, session.Title, PdfFonts.Bold(30), width, mostLines: 3))
                y += PdfText.Line(page, line, PdfFonts.Bold, new XRect(Margin, y, width, 40), 30, 16);
            y += PdfText.Line(page, session.Lead, PdfFonts.Regular, new XRect(Margin, y + 6, width, 20), 15, 8) + 6;
            PdfText.Line(page, $"{day.Name}, {day.Date.Words()}", PdfFonts.Regular, new XRect(Margin, y, width, 20), 15, 8);
            var picture = QrPicture.Of(address.Of($"/training-days/attendance/check-in/{code}"));
            Draw(page, picture, new XPoint((paper.Width.Point - Square) / 2, 280));
            var below = 280 + Square + 30;
            PdfText.Line(page, $"Check in: scan the square, or open {address.Of("/check-in").Split("://")[^1]} and type", PdfFonts.Regular, new XRect(Margin, below, width, 24), 15, 9, format: XStringFormats.TopCenter);
            PdfText.Line(page, code, PdfFonts.Bold, new XRect(Margin, below + 24, width, 90), 72, 40, format: XStringFormats.TopCenter);
        }
        return PdfBytes.Of(file);
    }

    private static void Draw(XGraphics page, QrPicture picture, XPoint at)
    {
        var module = Square / picture.Size;
        foreach (var (x, y, length) in picture.Bars)
            page.DrawRectangle(XBrushes.Black, at.X + (x * module), at.Y + (y * module), length * module, module + 0.1);
    }
}
