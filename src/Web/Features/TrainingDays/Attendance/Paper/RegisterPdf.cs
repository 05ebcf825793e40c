using Guildhall.Web.Features.TrainingDays.Lists;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Documents;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Guildhall.Web.Features.TrainingDays.Attending.Paper;

/// <summary>Registers to sign: each session begins on a page of its own, with lines for people who walk in.</summary>
internal sealed class RegisterPdf(TrainingDay day)
{
    private const double Margin = 42;
    private const double RowHeight = 21;
    private const double NumberWidth = 26;
    private const double NameWidth = 190;
    private const double SchoolWidth = 150;
    private const int WalkInLines = 5;

    private static readonly XPen Line = new(XColors.Gray, 0.5);

    private readonly PdfDocument _file = new() { Info = { Title = $"Registers: {day.Name}", Author = "Guildhall" } };

    public static byte[] Of(TrainingDay day, IEnumerable<PaperRegister> registers)
    {
        var pdf = new RegisterPdf(day);
        foreach (var register in registers)
            pdf.Add(register);
        return PdfBytes.Of(pdf._file);
    }

    private void Add(PaperRegister register)
    {
        string?[] rows = [.. register.People.Select(person => person.Name), .. Enumerable.Repeat<string?>(null, WalkInLines)];
        var next = 0;
        for (var number = 1; next < rows.Length; number++)
        {
            var sheet = _file.AddPage();
            sheet.Size = PdfSharp.PageSize.A4;
            using var page = XGraphics.FromPdfPage(sheet);
            var (width, bottom) = (sheet.Width.Point - (2 * Margin), sheet.Height.Point - Margin - 14);
            var y = Head(page, register, width, number);
            for (; next < rows.Length && y + RowHeight <= bottom; next++, y += RowHeight)
                Row(page, register, next, y, width);
            PdfText.Line(
                page, $"{register.Session.Code} {register.Session.Slot}, page {number} · {Count.People(register.People.Count)}", PdfFonts.Regular,
                new XRect(Margin, sheet.Height.Point - Margin - 2, width, 12), 8, 8, XBrushes.DimGray);
        }
    }

    private double Head(XGraphics page, PaperRegister register, double width, int number)
    {
        var y = Margin;
        var code = register.CheckInCode is { } letters ? $"Code to check in: {letters}" : "";
        var title = PdfFonts.Bold(16);
        foreach (var line in PdfText.Wrap(page, register.Session.Heading + (number > 1 ? " (continued)" : ""), title, width, mostLines: 2))
        {
            page.DrawString(line, title, XBrushes.Black, new XRect(Margin, y, width, title.GetHeight()), XStringFormats.TopLeft);
            y += title.GetHeight();
        }
        y += PdfText.Line(page, register.Session.Lead, PdfFonts.Regular, new XRect(Margin, y, width, 14), 11, 8);
        var left = new XRect(Margin, y, code.Length > 0 ? width - 150 : width, 14);
        var height = PdfText.Line(page, $"{day.Name}, {day.Date.Words()}", PdfFonts.Regular, left, 11, 8);
        if (code.Length > 0)
            PdfText.Line(page, code, PdfFonts.Bold, new XRect(Margin + width - 145, y, 145, 14), 11, 8, format: XStringFormats.TopRight);
        y += height + 10;
        var at = Margin;
        foreach (var (words, wide) in new[] { ("", NumberWidth), ("Name", NameWidth), ("School", SchoolWidth), ("Signature", width - NumberWidth - NameWidth - SchoolWidth) })
        {
            PdfText.Line(page, words, PdfFonts.Bold, new XRect(at + 3, y, wide - 6, 12), 9, 9);
            at += wide;
        }
        y += 15;
        page.DrawLine(Line, Margin, y, Margin + width, y);
        return y;
    }

    private static void Row(XGraphics page, PaperRegister register, int index, double y, double width)
    {
        var text = y + 5;
        if (index < register.People.Count)
        {
            var person = register.People[index];
            PdfText.Line(page, $"{index + 1}", PdfFonts.Regular, new XRect(Margin + 3, text, NumberWidth - 6, 12), 9, 9, XBrushes.DimGray);
            PdfText.Line(page, person.Name, PdfFonts.Bold, new XRect(Margin + NumberWidth + 3, text, NameWidth - 6, 12), 10.5, 6.5);
            PdfText.Line(page, person.School, PdfFonts.Regular, new XRect(Margin + NumberWidth + NameWidth + 3, text, SchoolWidth - 6, 12), 9, 6.5);
        }
        else
        {
            PdfText.Line(page, "Walk-in", PdfFonts.Regular, new XRect(Margin + NumberWidth + 3, text + 5, 60, 10), 7, 7, XBrushes.Gray);
        }
        page.DrawLine(Line, Margin, y + RowHeight, Margin + width, y + RowHeight);
        var column = Margin + width - (width - NumberWidth - NameWidth - SchoolWidth);
        page.DrawLine(Line, column, y, column, y + RowHeight);
    }
}

/// <summary>A session's register on paper.</summary>
/// <param name="Session">Its head.</param>
/// <param name="People">Who is expected, by family name.</param>
/// <param name="CheckInCode">Null for those who may not have it.</param>
public sealed record PaperRegister(RegisterSession Session, IReadOnlyList<PaperPerson> People, string? CheckInCode);

/// <summary>A line.</summary>
/// <param name="Name">Family name first.</param>
/// <param name="School">Where they come from.</param>
public sealed record PaperPerson(string Name, string School);
