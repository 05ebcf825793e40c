using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Documents;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Guildhall.Web.Features.TrainingDays.Attending.Paper;

/// <summary>Name badges: the name to be read across a table, and in small print where its owner goes.</summary>
internal static class BadgePdf
{
    private const double Padding = 11;
    private const double SmallLine = 9;

    private static readonly XPen CutLine = new(XColors.LightGray, 0.5);

    /// <param name="day">The day.</param>
    /// <param name="badges">Whose, in the order of the sheets; at least one.</param>
    /// <param name="size">The labels.</param>
    /// <param name="hasLines">Whether lines show where to cut, for plain paper.</param>
    public static byte[] Of(TrainingDay day, IReadOnlyList<Badge> badges, BadgeSize size, bool hasLines)
    {
        var file = new PdfDocument { Info = { Title = $"Name badges: {day.Name}", Author = "Guildhall" } };
        foreach (var sheet in badges.Chunk(size.OnSheet))
        {
            var paper = file.AddPage();
            paper.Size = PdfSharp.PageSize.A4;
            using var page = XGraphics.FromPdfPage(paper);
            foreach (var (index, badge) in sheet.Index())
            {
                var label = size.At(index);
                if (hasLines)
                    page.DrawRectangle(CutLine, label);
                Draw(page, day, badge, new XRect(label.X + Padding, label.Y + Padding, label.Width - (2 * Padding), label.Height - (2 * Padding)));
            }
        }
        return PdfBytes.Of(file);
    }

    private static void Draw(XGraphics page, TrainingDay day, Badge badge, XRect area)
    {
        var y = area.Y;
        y += PdfText.Line(page, $"{day.Name}, {day.Date.ShortWords()}", PdfFonts.Regular, Rest(area, y), 7.5, 6, XBrushes.DimGray);
        y += PdfText.Line(page, badge.GivenName, PdfFonts.Bold, Rest(area, y), 24, 10) - 4;
        y += PdfText.Line(page, badge.FamilyName, PdfFonts.Bold, Rest(area, y), 17, 9);
        y += PdfText.Line(page, $"{badge.School} · {badge.RoleGroup.Words()}", PdfFonts.Regular, Rest(area, y), 9.5, 6.5);
        var most = Math.Max(1, (int)((area.Bottom - y - 3) / SmallLine));
        var parts = badge.Sessions.Count <= most ? badge.Sessions : [.. badge.Sessions.Take(most - 1), "More on “My day”"];
        var top = area.Bottom - (parts.Count * SmallLine);
        foreach (var part in parts)
        {
            PdfText.Line(page, part, PdfFonts.Regular, Rest(area, top), 7.5, 6.5);
            top += SmallLine;
        }
    }

    private static XRect Rest(XRect area, double y) => new(area.X, y, area.Width, Math.Max(1, area.Bottom - y));
}

/// <summary>A name badge.</summary>
public sealed record Badge
{
    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public required string School { get; init; }

    public required RoleGroup RoleGroup { get; init; }

    /// <summary>A line for each slot: when, where, what.</summary>
    public required IReadOnlyList<string> Sessions { get; init; }
}
