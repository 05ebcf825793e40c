using Guildhall.Web.Platform.Documents;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>The report as a Word document: the same sections, figures and charts as on the page.</summary>
public static class ReportWord
{
    public static byte[] Write(TrainingDay day, string lead, IReadOnlyList<ReportSection> sections)
    {
        using var word = new WordFile($"Report: {day.Name}");
        word.Title($"Report: {day.Name}", lead);
        foreach (var section in sections)
        {
            word.Heading(section.Heading);
            foreach (var part in section.Parts)
                Write(word, part);
        }
        return word.ToBytes();
    }

    private static void Write(WordFile word, ReportPart part)
    {
        switch (part)
        {
            case ReportText text:
                foreach (var line in text.Words.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    word.Paragraph(line);
                break;
            case ReportList list:
                foreach (var item in list.Items)
                    word.Bullet(item.Words);
                break;
            case ReportChart chart:
                word.ShareChart(chart.Title, chart.Of, chart.Counted, [.. chart.Bars.Select(bar => (bar.Words, bar.Value))]);
                break;
            case ReportTable table:
                word.Table(table.Caption, [.. table.Columns.Select(column => (column.Words, column.IsNumber))], [.. table.Rows.Select(row => row.Select(cell => cell.Words).ToList())]);
                break;
        }
    }
}
