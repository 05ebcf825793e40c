using Guildhall.Web.Features.TrainingDays.Lists;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Documents;

namespace Guildhall.Web.Features.TrainingDays.Attending.Paper;

/// <summary>Sheets for the wall of the room: what runs here, and the code to check in. One page a session.</summary>
internal static class CodePdf
{
    private const double Margin = 50;
    private const double Width = PdfPage.Width - (2 * Margin);
    private const double Square = 300;
    private const double Top = 260;

    /// <param name="day">The day.</param>
    /// <param name="sessions">Sessions and their codes; at least one.</param>
    /// <param name="address">The application's address.</param>
    public static byte[] Of(TrainingDay day, IEnumerable<(RegisterSession Session, string Code)> sessions, PublicAddress address)
    {
        var file = new PdfFile($"Codes: {day.Name}");
        foreach (var (session, code) in sessions)
        {
            var page = file.AddPage();
            var y = Margin;
            foreach (var line in PdfText.Wrap(session.Title, PdfFont.Bold, 30, Width, mostLines: 3))
                y += PdfText.Line(page, line, PdfFont.Bold, (Margin, y, Width), 30, 30);
            y += PdfText.Line(page, session.Lead, PdfFont.Regular, (Margin, y + 6, Width), 15, 8) + 6;
            PdfText.Line(page, $"{day.Name}, {day.Date.Words()}", PdfFont.Regular, (Margin, y, Width), 15, 8);
            Draw(page, QrPicture.Of(address.Of($"/training-days/attendance/check-in/{code}")));
            PdfText.Line(
                page, $"Check in: scan the square, or open {address.Of("/check-in").Split("://")[^1]} and type", PdfFont.Regular, (Margin, Top + Square + 30, Width), 15, 9,
                PdfText.Align.Centre);
            PdfText.Line(page, code, PdfFont.Bold, (Margin, Top + Square + 50, Width), 72, 40, PdfText.Align.Centre);
        }
        return file.ToBytes();
    }

    private static void Draw(PdfPage page, QrPicture picture)
    {
        var module = Square / picture.Size;
        foreach (var (x, y, length) in picture.Bars)
            page.Fill(new PdfBox(((PdfPage.Width - Square) / 2) + (x * module), Top + (y * module), length * module, module + 0.1));
    }
}
