using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Documents;

namespace Guildhall.Web.Features.TrainingDays.Attending.Paper;

/// <summary>Name badges: the name to be read across a table, and in small print where its owner goes.</summary>
internal static class BadgePdf
{
    private const double Padding = 11;
    private const double SmallLine = 9;

    /// <param name="day">The day.</param>
    /// <param name="badges">Whose, in the order of the sheets; at least one.</param>
    /// <param name="size">The labels.</param>
    /// <param name="hasLines">Whether lines show where to cut, for plain paper.</param>
    public static byte[] Of(TrainingDay day, IReadOnlyList<Badge> badges, BadgeSize size, bool hasLines)
    {
        var file = new PdfFile($"Name badges: {day.Name}");
        foreach (var sheet in badges.Chunk(size.OnSheet))
        {
            var page = file.AddPage();
            foreach (var (index, badge) in sheet.Index())
            {
                var label = size.At(index);
                if (hasLines)
                    page.Frame(label);
                Draw(page, day, badge, new PdfBox(label.X + Padding, label.Y + Padding, label.Width - (2 * Padding), label.Height - (2 * Padding)));
            }
        }
        return file.ToBytes();
    }

    /// <summary>Role groups are called by what many are; a badge is worn by one.</summary>
    private static string One(RoleGroup group) => group switch
    {
        RoleGroup.SeniorLeader => "Senior leader",
        RoleGroup.Teacher => "Teacher",
        RoleGroup.TeachingAssistant => "Teaching assistant",
        RoleGroup.Office => "Office and business",
        RoleGroup.SiteAndPremises => "Site and premises",
        RoleGroup.Catering => "Catering",
        RoleGroup.TechnicianAndIt => "Technical and IT",
        RoleGroup.PastoralAndHealth => "Pastoral and health",
        RoleGroup.Governor => "Governor or trustee",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, message: null),
    };

    private static void Draw(PdfPage page, TrainingDay day, Badge badge, PdfBox area)
    {
        var y = area.Y;
        y += PdfText.Line(page, $"{day.Name}, {day.Date.ShortWords()}", PdfFont.Regular, (area.X, y, area.Width), 7.5, 6, grey: 0.4);
        y += PdfText.Line(page, badge.GivenName, PdfFont.Bold, (area.X, y, area.Width), 24, 10);
        y += PdfText.Line(page, badge.FamilyName, PdfFont.Bold, (area.X, y, area.Width), 17, 9);
        y += PdfText.Line(page, $"{badge.School} · {One(badge.RoleGroup)}", PdfFont.Regular, (area.X, y, area.Width), 9.5, 6.5);
        var most = Math.Max(1, (int)((area.Bottom - y - 2) / SmallLine));
        var parts = badge.Sessions.Count <= most ? badge.Sessions : [.. badge.Sessions.Take(most - 1), "More on “My day”"];
        var top = area.Bottom - (parts.Count * SmallLine);
        foreach (var part in parts)
        {
            PdfText.Line(page, part, PdfFont.Regular, (area.X, top, area.Width), 7.5, 6.5);
            top += SmallLine;
        }
    }
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
