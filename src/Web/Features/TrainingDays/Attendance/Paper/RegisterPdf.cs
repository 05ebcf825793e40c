using Guildhall.Web.Features.TrainingDays.Lists;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Documents;

namespace Guildhall.Web.Features.TrainingDays.Attending.Paper;

/// <summary>Registers to sign: each session begins on a page of its own, with lines for people who walk in.</summary>
internal static class RegisterPdf
{
    private const double Margin = 42;
    private const double Width = PdfPage.Width - (2 * Margin);
    private const double Bottom = PdfPage.Height - Margin - 14;
    private const double RowHeight = 21;
    private const double Gap = 3;
    private const int WalkInLines = 5;

    private static readonly (string Words, double Width)[] Columns = [("", 26), ("Name", 190), ("School", 150), ("Signature", Width - 366)];

    /// <param name="day">The day.</param>
    /// <param name="registers">Of its sessions; at least one.</param>
    public static byte[] Of(TrainingDay day, IEnumerable<PaperRegister> registers)
    {
        var file = new PdfFile($"Registers: {day.Name}");
        foreach (var register in registers)
            Add(file, day, register);
        return file.ToBytes();
    }

    private static void Add(PdfFile file, TrainingDay day, PaperRegister register)
    {
        var rows = register.People.Count + WalkInLines;
        var next = 0;
        for (var number = 1; next < rows; number++)
        {
            var page = file.AddPage();
            var y = Head(page, day, register, number);
            for (; next < rows && y + RowHeight <= Bottom; next++, y += RowHeight)
                Row(page, register, next, y);
            PdfText.Line(
                page, $"{register.Session.Code}, {register.Session.Slot}, page {number} · {Count.People(register.People.Count)}", PdfFont.Regular,
                (Margin, Bottom + 6, Width), 8, 8, grey: 0.4);
        }
    }

    private static double Head(PdfPage page, TrainingDay day, PaperRegister register, int number)
    {
        var y = Margin;
        foreach (var line in PdfText.Wrap(register.Session.Heading + (number > 1 ? " (continued)" : ""), PdfFont.Bold, 16, Width, mostLines: 2))
            y += PdfText.Line(page, line, PdfFont.Bold, (Margin, y, Width), 16, 16);
        y += PdfText.Line(page, register.Session.Lead, PdfFont.Regular, (Margin, y, Width), 11, 8);
        var height = PdfText.Line(page, $"{day.Name}, {day.Date.Words()}", PdfFont.Regular, (Margin, y, Width - 160), 11, 8);
        if (register.CheckInCode is { } code)
            PdfText.Line(page, $"Code to check in: {code}", PdfFont.Bold, (Margin + Width - 155, y, 155), 11, 8, PdfText.Align.Right);
        y += height + 10;
        var x = Margin;
        foreach (var (words, wide) in Columns)
        {
            PdfText.Line(page, words, PdfFont.Bold, (x + Gap, y, wide - (2 * Gap)), 9, 9);
            x += wide;
        }
        page.Line(Margin, y + 15, Margin + Width, y + 15);
        return y + 15;
    }

    private static void Row(PdfPage page, PaperRegister register, int index, double y)
    {
        var (name, school) = (Margin + Columns[0].Width, Margin + Columns[0].Width + Columns[1].Width);
        if (index < register.People.Count)
        {
            var person = register.People[index];
            PdfText.Line(page, $"{index + 1}", PdfFont.Regular, (Margin + Gap, y + 5, 20), 9, 9, grey: 0.4);
            PdfText.Line(page, person.Name, PdfFont.Bold, (name + Gap, y + 4, Columns[1].Width - (2 * Gap)), 10.5, 6.5);
            PdfText.Line(page, person.School, PdfFont.Regular, (school + Gap, y + 5, Columns[2].Width - (2 * Gap)), 9, 6.5);
        }
        else
        {
            PdfText.Line(page, "Walk-in", PdfFont.Regular, (name + Gap, y + 10, 60), 7, 7, grey: 0.5);
        }
        page.Line(Margin, y + RowHeight, Margin + Width, y + RowHeight);
        var signature = school + Columns[2].Width;
        page.Line(signature, y, signature, y + RowHeight);
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
